import { type FormEvent, useState } from 'react'
import { addTargetPath, targetPath } from '../../../server/contract/paths.ts'
import type { TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { post, put } from '../../api.ts'
import { type TargetDraft, termsOf } from '../../target-draft.ts'
import { emptiesOf, placeOf } from '../../target-faults.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { ChangedMeanwhile } from '../versions/ChangedMeanwhile.tsx'
import { SaveSection } from '../versions/SaveSection.tsx'
import { useVersion } from '../versions/use-version.ts'
import { useTargetDraft } from './form.ts'
import { GoalPart } from './GoalPart.tsx'
import { MeasurePart } from './MeasurePart.tsx'
import { OwnerPart } from './OwnerPart.tsx'
import { PaperPart } from './PaperPart.tsx'
import { PathPart } from './PathPart.tsx'

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
  // The version that what is typed was made from: what others change meanwhile must not be written over unseen.
  const [after, setAfter] = useState(page?.target.version ?? 0)
  const { said, faults, at, sent, send, busy } = useVersion<TargetPageAnswer>({
    id: 'target',
    empties: emptiesOf(draft),
    placeOf,
    pathOf: ({ target }) => targetPath(target.id),
  })
  const parts = partsWith(at)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const terms = termsOf(draft)
    void send(
      (said) =>
        page
          ? put(targetPath(page.target.id), { terms, after, ...said })
          : post(addTargetPath, { terms, ...said }),
      onSaved,
    )
  }

  const fixed = page && `${page.target.measure.name}, ${page.target.area.name}`
  return (
    <form
      className="app-version-form app-target-form"
      onSubmit={save}
      noValidate
      aria-label={page ? 'Change this target' : 'Set a target'}
    >
      <ErrorSummary faults={faults} sent={sent} />
      {page && page.target.version !== after && (
        <ChangedMeanwhile
          newest={page.history[0]}
          what="this target"
          retired={page.target.state === 'retired'}
          onGoOn={() => setAfter(page.target.version)}
        />
      )}
      <MeasurePart parts={parts} fixed={fixed} />
      <GoalPart parts={parts} />
      <PathPart parts={parts} />
      <OwnerPart parts={parts} />
      <PaperPart
        parts={parts}
        paper={page && page.target.document !== page.terms.document ? page.target.document : null}
      />
      <SaveSection
        thing="target"
        heading={page ? 'Save the change' : 'Set it'}
        why={page ? 'Why you change it' : 'Why you set it'}
        button={page ? 'Save the change' : 'Set this target'}
        busy={busy}
        said={said}
      />
    </form>
  )
}
