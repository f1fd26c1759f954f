import type { EntryAnswer, FieldAnswer } from '../../../server/contract/registers.ts'
import { idOf } from './faults.ts'
import type { EntryFormParts } from './form.ts'
import { MeasuresField } from './MeasuresField.tsx'
import { PlainEntryField } from './PlainEntryField.tsx'
import { RowsField } from './RowsField.tsx'

/** Every field of an entry in the order of its register. */
export function EntryFields({
  fields,
  entry,
  parts,
}: {
  fields: readonly FieldAnswer[]
  entry: EntryAnswer | null
  parts: EntryFormParts
}) {
  return fields.map((field) => <EntryField key={field.name} field={field} entry={entry} parts={parts} />)
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
  const { name, kind, label } = field
  const id = idOf(name)
  if (kind === 'flag') {
    return (
      <FlagField
        id={id}
        label={label}
        error={at(id)}
        checked={draft.flags[name] ?? false}
        onChange={(checked) => set(({ flags }) => ({ flags: { ...flags, [name]: checked } }))}
      />
    )
  }
  if (kind === 'measures') {
    return (
      <MeasuresField
        id={id}
        field={field}
        error={at(id)}
        chosen={draft.measures[name] ?? []}
        onChange={(chosen) => set(({ measures }) => ({ measures: { ...measures, [name]: chosen } }))}
      />
    )
  }
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
    <PlainEntryField
      id={id}
      field={field}
      shownAs={kind === 'line' ? shownAs(field, entry) : undefined}
      error={at(id)}
      value={draft.texts[name] ?? ''}
      onChange={(value) => set(({ texts }) => ({ texts: { ...texts, [name]: value } }))}
    />
  )
}

/** What a reader sees in place of what is kept, where that is an id: the title of a paper. */
function shownAs({ name, label }: FieldAnswer, entry: EntryAnswer | null): string | undefined {
  const kept = entry?.terms[name]
  const text = entry?.words.find(({ field }) => field === label)?.text
  return typeof kept === 'string' && text !== kept ? text : undefined
}

function FlagField(props: {
  id: string
  label: string
  error: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const { id, label, error, checked, onChange } = props
  return (
    <div className={`govuk-form-group app-flag ${error ? 'govuk-form-group--error' : ''}`}>
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error: </span>
          {error}
        </p>
      )}
      <label>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
    </div>
  )
}
