import { Link } from '@tanstack/react-router'
import type { PointAnswer } from '../../server/contract/points.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { Realism } from './Realism.tsx'
import { Tag } from './Tag.tsx'

const longDate = (date: string) =>
  new Date(date).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** What council papers said of this measure, on which day and where; what is doubted says why. */
export function PapersPanel({ answer }: { answer: SeriesAnswer }) {
  const { facts, aims } = answer
  if (facts.length === 0 && aims.length === 0) return null
  return (
    <section aria-labelledby="papers-heading">
      <h2 id="papers-heading" className="govuk-heading-m">
        Said and decided
      </h2>
      {aims.length > 0 && (
        <ul className="govuk-list app-facts">
          {aims.map((aim) => (
            <li key={aim.id}>
              <strong>Stated aim, {longDate(aim.statedOn)}:</strong> {aim.text}.
              <span className="app-small">
                {aim.document}
                {aim.page ? `, ${aim.page}` : ''}.{' '}
                <Link to="/targets/$id" params={{ id: aim.id }} className="govuk-link">
                  About this target
                </Link>
              </span>
              {aim.change !== null && <Realism aim={{ ...aim, change: aim.change }} answer={answer} />}
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <ul className="govuk-list app-facts">
          {facts.map((fact) => (
            <li key={fact.period}>
              <strong>{fact.label}:</strong> {inWords(fact, answer)} {fact.doubt && <Tag kind="doubted" />}
              <span className="app-small">
                {fact.source}. {fact.note}
              </span>
              {fact.doubt && <span className="app-small app-doubt">Our check: {fact.doubt}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** "527 children in care, 185.9 per 10,000" */
function inWords({ numerator, value, text }: PointAnswer, { indicator }: SeriesAnswer): string {
  const rate = `${text} ${indicator.unitShort}`.trim()
  if (numerator === null) return rate
  const count = `${numerator.toLocaleString('en-GB')} ${indicator.counted}`
  return value === null ? count : `${count}, ${rate}`
}
