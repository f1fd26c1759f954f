import { type FormEvent, useState } from 'react'
import { entryPath, newEntryPath } from '../../../server/contract/paths.ts'
import type { EntryAnswer, EntryFormAnswer } from '../../../server/contract/registers.ts'
import { post, put } from '../../api.ts'
import { useChange } from '../../use-change.ts'
import { useName } from '../../use-name.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { draftOf, termsOf } from './draft.ts'
import { EntryChanged } from './EntryChanged.tsx'
import { EntryFields } from './EntryFields.tsx'
import { BY, emptiesOf, faultsOf, REASON } from './faults.ts'
import { useEntryDraft } from './form.ts'
import { ReasonFields } from './ReasonFields.tsx'

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
  const { register, fields, entry } = form
  const { draft, partsWith } = useEntryDraft(() => draftOf(fields, terms))
  const [reason, setReason] = useState('')
  const [name, setName] = useName()
  const [sent, setSent] = useState(0)
  // The version that what is typed was made from: what others change meanwhile must not be written over unseen.
  const [after, setAfter] = useState(entry?.version ?? 0)
  const { run, busy, problem } = useChange()

  const empties = emptiesOf(fields, draft, reason)
  const refused = problem ? faultsOf(fields, problem) : []
  const faults = sent === 0 ? [] : empties.length > 0 ? empties : refused
  const parts = partsWith(faults)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSent((times) => times + 1)
    if (empties.length > 0) return
    const said = { reason: reason.trim(), ...(name.trim() ? { by: name.trim() } : {}) }
    const body = { terms: termsOf(fields, draft), ...said }
    const saved = await run(
      () =>
        entry ? put(entryPath(register, entry.id), { ...body, after }) : post(newEntryPath(register), body),
      ({ id }) => entryPath(register, id),
    )
    if (saved) onSaved(saved)
    else setSent((times) => times + 1)
  }

  const thing = form.one.replace(/^an? /, '')
  const button = entry ? 'Save the change' : `Add this ${thing}`
  return (
    <form
      className="app-entry-form"
      onSubmit={(event) => void save(event)}
      noValidate
      aria-label={entry ? `Change this ${thing}` : `Add ${form.one}`}
    >
      <ErrorSummary faults={faults} sent={sent} />
      {entry && problem && entry.version !== after && (
        <EntryChanged entry={entry} onGoOn={() => setAfter(entry.version)} />
      )}
      <EntryFields fields={fields} entry={entry} parts={parts} />
      <section aria-labelledby="save-heading">
        <h2 className="govuk-heading-m" id="save-heading">
          {entry ? 'Save the change' : 'Add it'}
        </h2>
        <ReasonFields
          id="save"
          thing={thing}
          why={entry ? 'Why you change it' : 'Why you add it'}
          reason={{ value: reason, error: parts.at(REASON), onChange: setReason }}
          name={{ value: name, error: parts.at(BY), onChange: setName }}
        />
        <button type="submit" className="govuk-button" aria-disabled={busy}>
          {busy ? 'Saving…' : button}
        </button>
        <p role="status" className="govuk-visually-hidden">
          {busy && 'Saving'}
        </p>
      </section>
    </form>
  )
}
