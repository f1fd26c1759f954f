import { type FormEvent, useState } from 'react'
import { entryPath, newEntryPath } from '../../../server/contract/paths.ts'
import type { EntryAnswer, EntryFormAnswer } from '../../../server/contract/registers.ts'
import { post, put } from '../../api.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { ChangedMeanwhile } from '../versions/ChangedMeanwhile.tsx'
import { SaveSection } from '../versions/SaveSection.tsx'
import { useVersion } from '../versions/use-version.ts'
import { draftOf, termsOf } from './draft.ts'
import { EntryFields } from './EntryFields.tsx'
import { emptiesOf, placeOf } from './faults.ts'
import { useEntryDraft } from './form.ts'
import { useFieldsOfPlan } from './use-fields-of-plan.ts'

/** The form of a new entry or of a change of one. Nothing that was typed is lost where it is refused. */
export function EntryForm({
  form,
  terms,
  onSaved,
}: {
  form: EntryFormAnswer
  /** What it says at first. */
  terms: Readonly<Record<string, unknown>>
  onSaved: (entry: EntryAnswer) => void
}) {
  const { register, entry } = form
  const { draft, partsWith } = useEntryDraft(() => draftOf(form.fields, terms))
  const fields = useFieldsOfPlan(form, terms.plan, draft.texts.plan)
  // The version that what is typed was made from: what others change meanwhile must not be written over unseen.
  const [after, setAfter] = useState(entry?.version ?? 0)
  const { said, faults, at, sent, send, busy, problem } = useVersion<EntryAnswer>({
    id: 'save',
    empties: emptiesOf(fields, draft),
    placeOf: (path) => placeOf(fields, path),
    pathOf: ({ id }) => entryPath(register, id),
  })
  const parts = partsWith({ at, faults })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const terms = termsOf(fields, draft)
    void send(
      (said) =>
        entry
          ? put(entryPath(register, entry.id), { terms, after, ...said })
          : post(newEntryPath(register), { terms, ...said }),
      onSaved,
    )
  }

  const thing = form.one.replace(/^an? /, '')
  return (
    <form
      className="app-version-form app-entry-form"
      onSubmit={save}
      noValidate
      aria-label={entry ? `Change this ${thing}` : `Add ${form.one}`}
    >
      <ErrorSummary faults={faults} sent={sent} />
      {entry && problem && entry.version !== after && (
        <ChangedMeanwhile
          newest={entry.history[0]}
          what="this"
          retired={entry.retired}
          onGoOn={() => setAfter(entry.version)}
        />
      )}
      <EntryFields fields={fields} entry={entry} parts={parts} />
      <SaveSection
        thing={thing}
        heading={entry ? 'Save the change' : 'Add it'}
        why={entry ? 'Why you change it' : 'Why you add it'}
        button={entry ? 'Save the change' : `Add this ${thing}`}
        busy={busy}
        said={said}
      />
    </form>
  )
}
