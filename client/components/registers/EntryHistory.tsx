import type { EntryAnswer, EntryVersionAnswer } from '../../../server/contract/registers.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import { EntryChanges } from './EntryChanges.tsx'

const KINDS: Record<EntryVersionAnswer['kind'], string> = {
  set: 'Added',
  changed: 'Changed',
  retired: 'Taken out',
  'brought-back': 'Brought back',
}

/** Every version of an entry: who made it, when, why, and what it changed. */
export function EntryHistory({ entry: { history, version: newest } }: { entry: EntryAnswer }) {
  return (
    <section aria-labelledby="history-heading" className="app-part">
      <h2 className="govuk-heading-m" id="history-heading">
        Who added it, and who changed it
      </h2>
      <ol className="app-versions" reversed>
        {history.map(({ version, kind, madeBy, madeOn, reason, sameAs, changed }) => (
          <li key={version}>
            <h3 className="govuk-heading-s">
              {KINDS[kind]} on {dayLabel(madeOn)} by {madeBy}{' '}
              <span className="app-versions__number">
                version {version}
                {version === newest && ', as it is now'}
              </span>
            </h3>
            <p className="govuk-body">
              <strong>Why:</strong> {reason}
            </p>
            {sameAs !== null && <p className="govuk-body">It puts back what version {sameAs} said.</p>}
            <EntryChanges changed={changed} />
          </li>
        ))}
      </ol>
    </section>
  )
}
