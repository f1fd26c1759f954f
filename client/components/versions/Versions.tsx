import type { ReactNode } from 'react'
import type { EntryVersionAnswer } from '../../../server/contract/registers.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import { Changes } from './Changes.tsx'

/** What every version says of itself; `sameAs` is the earlier one that it puts back. */
export type HeldVersion = Omit<EntryVersionAnswer, 'sameAs'> & { sameAs?: number | null }

const KINDS = { changed: 'Changed', retired: 'Taken out', 'brought-back': 'Brought back' }

/** Every version of something, the newest first: who made it, when, why, and what it changed. */
export function Versions<V extends HeldVersion>({
  history,
  first,
  now,
  heading: Heading = 'h3',
  more,
}: {
  history: readonly V[]
  /** What was done by the first version: Added. */
  first: string
  /** What is said of the newest: as it is now. */
  now: string
  heading?: 'h3' | 'h4'
  /** What else there is to say of a version. */
  more?: (version: V) => ReactNode
}) {
  return (
    <ol className="app-versions" reversed>
      {history.map((held, i) => {
        const { version, kind, madeBy, madeOn, reason, sameAs = null, changed } = held
        return (
          <li key={version}>
            <Heading className="govuk-heading-s">
              {kind === 'set' ? first : KINDS[kind]} on {dayLabel(madeOn)} by {madeBy}{' '}
              <span className="app-versions__number">
                version {version}
                {i === 0 && `, ${now}`}
              </span>
            </Heading>
            <p className="govuk-body">
              <strong>Why:</strong> {reason}
            </p>
            {sameAs !== null && <p className="govuk-body">It puts back what version {sameAs} said.</p>}
            <Changes changed={changed} />
            {more?.(held)}
          </li>
        )
      })}
    </ol>
  )
}
