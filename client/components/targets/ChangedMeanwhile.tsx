import type { TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { ChangedFields } from './History.tsx'

/** Somebody else changed the target while the form was open: what they changed, and the choice to go on all the same. */
export function ChangedMeanwhile({ page, onGoOn }: { page: TargetPageAnswer; onGoOn: () => void }) {
  const [newest] = page.history
  if (!newest) return null
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>
          {newest.madeBy} changed this target while you had it open (version {newest.version}):
        </strong>{' '}
        {newest.reason}
      </p>
      <ChangedFields version={newest} />
      <p className="govuk-body">
        What you have typed is still here. If you go on, all fields become what this form says, so put in what
        should stay of that change.
      </p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={onGoOn}>
        Go on from version {newest.version}
      </button>
    </div>
  )
}
