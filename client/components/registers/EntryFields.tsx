import type { EntryAnswer, FieldAnswer } from '../../../server/contract/registers.ts'
import { FilledField } from './FilledField.tsx'
import { FoldedFields } from './FoldedFields.tsx'
import { idOf } from './faults.ts'
import type { EntryFormParts } from './form.ts'
import { groupsOf, isFaulty, isFilled } from './groups.ts'
import { RowsField } from './RowsField.tsx'

/** Every field of an entry in the order of its register; those that few need are folded away. */
export function EntryFields({
  fields,
  entry,
  parts,
}: {
  fields: readonly FieldAnswer[]
  entry: EntryAnswer | null
  parts: EntryFormParts
}) {
  return groupsOf(fields).map(({ heading, fields: own }) => {
    const shown = own.map((field) => (
      <EntryField key={field.name} field={field} entry={entry} parts={parts} />
    ))
    if (heading === null) return shown
    return (
      <FoldedFields
        key={heading}
        heading={heading}
        filled={isFilled(own, parts.draft)}
        faulty={isFaulty(own, parts.faults)}
      >
        {shown}
      </FoldedFields>
    )
  })
}

function EntryField({
  field,
  entry,
  parts: { draft, set, at },
}: {
  field: FieldAnswer
  entry: EntryAnswer | null
  parts: EntryFormParts
}) {
  const { name, kind, when } = field
  const id = idOf(name)
  // What goes with a box that is not ticked is not asked for; what was written there stays to be seen.
  if (when !== null && !draft.flags[when] && !draft.texts[name] && !at(id)) return null
  if (kind === 'rows' || kind === 'list') {
    return (
      <RowsField
        field={field}
        rows={draft.rows[name] ?? []}
        at={at}
        onChange={(rows) => set((before) => ({ rows: { ...before.rows, [name]: rows } }))}
      />
    )
  }
  return (
    <FilledField
      id={id}
      // With its box ticked it is asked for.
      field={when === null ? field : { ...field, required: true }}
      shownAs={kind === 'line' ? shownAs(field, entry) : undefined}
      error={at(id)}
      filled={draft}
      onChange={(part) => set(() => part)}
    />
  )
}

/** What a reader sees in place of what is kept, where that is an id: the title of a paper. */
function shownAs({ name, label }: FieldAnswer, entry: EntryAnswer | null): string | undefined {
  const kept = entry?.terms[name]
  const text = entry?.words.find(({ field }) => field === label)?.text
  return typeof kept === 'string' && text !== kept ? text : undefined
}
