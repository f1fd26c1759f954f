import type { EntryAnswer } from '../../../server/contract/registers.ts'
import { EntryChanges } from './EntryChanges.tsx'

/** Somebody else changed the entry while the form was open: what they changed, and the choice to go on all the same. */
export function EntryChanged({ entry, onGoOn }: { entry: EntryAnswer; onGoOn: () => void }) {
  const [newest] = entry.history
  if (!newest) return null
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>
          {newest.madeBy} {newest.kind === 'retired' ? 'took this out' : 'changed this'} while you had it open
          (version {newest.version}):
        </strong>{' '}
        {newest.reason}
      </p>
      <EntryChanges changed={newest.changed} />
      <p className="govuk-body">
        What you have typed is still here.{' '}
        {entry.retired
          ? 'Bring it back below before you save it.'
          : 'If you go on, all fields become what this form says, so put in what should stay of that change.'}
      </p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={onGoOn}>
        Go on from version {newest.version}
      </button>
    </div>
  )
}
