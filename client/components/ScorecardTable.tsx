import { Link } from '@tanstack/react-router'
import type { ScorecardAnswer, ScorecardRow } from '../../server/contract/scorecard-answers.ts'
import { Sparkline } from '../charts/Sparkline.tsx'
import { RatingTag } from './RatingTag.tsx'
import { StatusTag, Tag } from './Tag.tsx'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** The measures of a scorecard, those that moved away from their aim first. On a narrow screen each row becomes a card. */
export function ScorecardTable({ answer, shared }: { answer: ScorecardAnswer; shared: Shared }) {
  const quarterly = answer.by === 'quarter'
  const hasTargets = answer.rows.some((row) => row.target !== null)
  const groups: [title: string, rows: ScorecardRow[]][] = [
    ['Worth asking about: moved away from the aim', answer.rows.filter((row) => row.exceptions.length > 0)],
    ['Other measures', answer.rows.filter((row) => row.exceptions.length === 0 && row.missing === null)],
    ['No figure for this period', answer.rows.filter((row) => row.missing !== null)],
  ]
  return (
    <table className={`app-scorecard ${hasTargets ? 'app-scorecard--targets' : ''}`}>
      <caption className="govuk-visually-hidden">
        {answer.name}, {answer.area.name}
        {answer.period ? `, ${answer.period.label}` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Figure</th>
          {hasTargets && <th scope="col">Target</th>}
          <th scope="col">Change</th>
          <th scope="col">Trend</th>
          <th scope="col">Compared with</th>
        </tr>
      </thead>
      {groups
        .filter(([, rows]) => rows.length > 0)
        .map(([title, rows]) => (
          <tbody key={title}>
            <tr className="app-scorecard__group">
              <th scope="rowgroup" colSpan={hasTargets ? 6 : 5}>
                {title} ({rows.length})
              </th>
            </tr>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                by={answer.by}
                quarterly={quarterly}
                hasTargets={hasTargets}
                shared={shared}
              />
            ))}
          </tbody>
        ))}
    </table>
  )
}

function Row(props: {
  row: ScorecardRow
  by: ScorecardAnswer['by']
  quarterly: boolean
  hasTargets: boolean
  shared: Shared
}) {
  const { row, by, quarterly, hasTargets, shared } = props
  const { point } = row
  // Similar councils and England are always of the same day.
  const [first] = row.comparators
  return (
    <tr>
      <th scope="row" className="app-scorecard__measure">
        <Link
          to="/indicators/$id"
          params={{ id: row.id }}
          search={{ ...shared, by: row.missing === null ? by : undefined }}
          className="govuk-link"
        >
          {row.name}
        </Link>
        <span className="app-small">{row.definition}.</span>
        <span className="app-small app-direction">{row.direction.short}</span>
      </th>
      <td data-heading="Figure">
        {point && point.value !== null ? (
          <>
            <span className="app-value">{point.text}</span> {row.unitText}
            <span className="app-small">
              {point.label}, {row.age} ago
            </span>
            {row.countText && <span className="app-small">{row.countText}</span>}
            <StatusTag status={point.status} />
          </>
        ) : (
          <>
            {point && <span className="app-value">{point.text}</span>}
            <span className="app-small">{row.missing}</span>
          </>
        )}
      </td>
      {hasTargets && (
        <td data-heading="Target">
          {row.target ? (
            <TargetCell target={row.target} />
          ) : (
            <span className="app-small">No approved target.</span>
          )}
        </td>
      )}
      <td data-heading="Change">
        {row.exceptions.length > 0 && <Tag kind="exception" />}
        {!row.change && <span className="app-small">Nothing to compare.</span>}
        {row.change && (
          <span className="app-small">
            <strong>{quarterly ? 'On the quarter before:' : 'On the year before:'}</strong> {row.change.words}
          </span>
        )}
        {row.yearChange && (
          <span className="app-small">
            <strong>On the same quarter last year:</strong> {row.yearChange.words}
          </span>
        )}
      </td>
      <td data-heading="Trend" className="app-scorecard__trend">
        <Sparkline points={row.sparkline} />
      </td>
      <td data-heading="Compared with">
        {row.comparators.map((comparator) => (
          <span key={comparator.kind} className="app-comparator">
            {comparator.label} <strong>{comparator.text}</strong>
          </span>
        ))}
        {first && (
          <span className="app-small">
            {first.date}
            {first.kind === 'neighbours' && `, ${first.contributing} of ${first.of} reported`}
          </span>
        )}
        {first?.stale && <Tag kind="old">More than a year older</Tag>}
        {row.comparators.length === 0 && row.noComparators && (
          <span className="app-small">{row.noComparators}</span>
        )}
      </td>
    </tr>
  )
}

function TargetCell({ target }: { target: NonNullable<ScorecardRow['target']> }) {
  const { rating } = target
  return (
    <>
      <RatingTag state={rating.state} />
      {rating.expected && (
        <span className="app-small">
          <strong>{rating.expected.text}</strong> asked for by this day
        </span>
      )}
      <Link to="/targets/$id" params={{ id: target.id }} className="govuk-link app-small">
        {target.goalText === null ? 'The target' : `Goal ${target.goalText}`}
        {target.dueLabel ? ` by ${target.dueLabel}` : ''}
        <span className="govuk-visually-hidden">: {target.title}</span>
      </Link>
    </>
  )
}
