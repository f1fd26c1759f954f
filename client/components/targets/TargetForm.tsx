import { type FormEvent, useState } from 'react'
import { addTargetPath, targetPath } from '../../../server/contract/paths.ts'
import type { TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { post, put } from '../../api.ts'
import { type TargetDraft, termsOf } from '../../target-draft.ts'
import { emptiesOf, faultsOf, idOf, type TargetFault } from '../../target-faults.ts'
import { useChange } from '../../use-change.ts'
import { useName } from '../../use-name.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { useTargetDraft } from './form.ts'
import { GoalPart } from './GoalPart.tsx'
import { MeasurePart } from './MeasurePart.tsx'
import { OwnerPart } from './OwnerPart.tsx'
import { PathPart } from './PathPart.tsx'
import { PaperPart, ReasonPart } from './ReasonPart.tsx'

/** The form of a new target or, with `page`, of a change of one. Nothing that was typed is lost where it is refused. */
export function TargetForm({
  first,
  page,
  onSaved,
}: {
  first: () => TargetDraft
  page: TargetPageAnswer | null
  onSaved: (page: TargetPageAnswer) => void
}) {
  const { draft, partsWith } = useTargetDraft(first)
  const [reason, setReason] = useState('')
  const [name, setName] = useName()
  const [sent, setSent] = useState(0)
  // The version that what is typed was made from: what others change meanwhile must not be written over unseen.
  const [after, setAfter] = useState(page?.target.version ?? 0)
  const { run, busy, problem } = useChange()

  const empties = emptiesOf(draft, reason)
  const refused: TargetFault[] = problem ? faultsOf(problem) : []
  const faults = sent === 0 ? [] : empties.length > 0 ? empties : refused
  const parts = partsWith(faults)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSent((times) => times + 1)
    if (empties.length > 0) return
    const said = { reason: reason.trim(), ...(name.trim() ? { by: name.trim() } : {}) }
    const terms = termsOf(draft)
    const saved = await run(
      () =>
        page
          ? put(targetPath(page.target.id), { terms, after, ...said })
          : post(addTargetPath, { terms, ...said }),
      ({ target }) => targetPath(target.id),
    )
    if (saved) onSaved(saved)
    else setSent((times) => times + 1)
  }

  const fixed = page && `${page.target.measure.name}, ${page.target.area.name}`
  return (
    <form
      className="app-target-form"
      onSubmit={(event) => void save(event)}
      noValidate
      aria-label={page ? 'Change this target' : 'Set a target'}
    >
      <ErrorSummary faults={faults} sent={sent} />
      {page && page.target.version !== after && (
        <ChangedMeanwhile page={page} onGoOn={() => setAfter(page.target.version)} />
      )}
      <MeasurePart parts={parts} fixed={fixed} />
      <GoalPart parts={parts} />
      <PathPart parts={parts} />
      <OwnerPart parts={parts} />
      <PaperPart
        parts={parts}
        paper={page && page.target.document !== page.terms.document ? page.target.document : null}
      />
      <section aria-labelledby="target-save">
        <h2 className="govuk-heading-m" id="target-save">
          {page ? 'Save the change' : 'Set it'}
        </h2>
        <ReasonPart
          id="target"
          why={page ? 'Why you change it' : 'Why you set it'}
          reason={{ value: reason, error: parts.at(idOf('reason')), onChange: setReason }}
          name={{ value: name, error: parts.at(idOf('by')), onChange: setName }}
        />
        <button type="submit" className="govuk-button" aria-disabled={busy}>
          {busy ? 'Saving…' : page ? 'Save the change' : 'Set this target'}
        </button>
        <p role="status" className="govuk-visually-hidden">
          {busy && 'Saving'}
        </p>
      </section>
    </form>
  )
}
