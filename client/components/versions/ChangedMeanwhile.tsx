import { Changes } from './Changes.tsx'
import type { HeldVersion } from './Versions.tsx'

/** Somebody else made a version while the form was open: what it changed, and the choice to go on all the same. */
export function ChangedMeanwhile({
  newest,
  what,
  retired,
  onGoOn,
}: {
  newest: HeldVersion | undefined
  /** What the form is about: this target. */
  what: string
  retired: boolean
  onGoOn: () => void
}) {
  if (!newest) return null
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>
          {newest.madeBy} {newest.kind === 'retired' ? `took ${what} out` : `changed ${what}`} while you had
          it open (version {newest.version}):
        </strong>{' '}
        {newest.reason}
      </p>
      <Changes changed={newest.changed} />
      <p className="govuk-body">
        What you have typed is still here.{' '}
        {retired
          ? 'Bring it back below before you save it.'
          : 'If you go on, all fields become what this form says, so put in what should stay of that change.'}
      </p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={onGoOn}>
        Go on from version {newest.version}
      </button>
    </div>
  )
}
