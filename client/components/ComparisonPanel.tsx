import { useQuery } from '@tanstack/react-query'
import type { ComparisonAnswer, ComparisonRow } from '../../server/contract/comparison-answers.ts'
import { comparisonPath, type Search } from '../../server/contract/paths.ts'
import { ProblemError } from '../api.ts'
import { valueTicks } from '../charts/scale.ts'
import { comparison } from '../queries.ts'
import { Choice, Switch } from './Choice.tsx'
import { FileLinks } from './FileLinks.tsx'

const GROUPS = [
  { value: 'neighbours', label: 'Similar councils' },
  { value: 'region', label: 'Region' },
  { value: 'england', label: 'All England' },
]
const BANDS = {
  low: { A: 'lowest quarter', B: 'second lowest quarter', C: 'second highest quarter', D: 'highest quarter' },
  high: {
    A: 'highest quarter',
    B: 'second highest quarter',
    C: 'second lowest quarter',
    D: 'lowest quarter',
  },
}

/** The area among others in one year: bars in order, with the group's median. A table that is drawn, so it needs no other. */
export function ComparisonPanel(props: {
  id: string
  search: Search
  change: (next: Record<string, string | undefined>) => void
}) {
  const { id, search, change } = props
  const { data, error, isFetching } = useQuery(comparison(id, search))
  return (
    <section aria-labelledby="comparison-heading" aria-busy={isFetching} className="app-comparison">
      <h2 id="comparison-heading" className="govuk-heading-m">
        How {data?.area.name ?? 'this area'} compares
      </h2>
      {error && (
        <p className="govuk-body">
          {error instanceof ProblemError ? error.message : 'The comparison could not be loaded.'}
        </p>
      )}
      {!data && !error && <p className="govuk-body app-waiting">Loading the comparison…</p>}
      {data &&
        (data.noComparison ? (
          <p className="govuk-body">{data.noComparison}</p>
        ) : (
          <Comparison data={data} id={id} search={search} change={change} />
        ))}
    </section>
  )
}

function Comparison(props: {
  data: ComparisonAnswer
  id: string
  search: Search
  change: (next: Record<string, string | undefined>) => void
}) {
  const { data, id, search, change } = props
  const { mean, median } = data.benchmarks
  const values = data.areas.map((row) => row.value).filter((value) => value !== null)
  const most = valueTicks(values, { fromZero: true }).at(-1) ?? 1
  const reasons = [
    ...new Map(data.areas.flatMap((row) => (row.reason ? [[row.text, row.reason] as const] : []))),
  ]
  const share = (value: number) => `${(Math.max(0, value) / most) * 100}%`
  return (
    <>
      <p className="govuk-body">{data.summary}</p>
      <div className="app-controls">
        <Switch
          label="Beside"
          value={data.group}
          options={GROUPS}
          onChoose={(group) => change({ group: group === 'neighbours' ? undefined : group })}
        />
        {data.period && (
          <Choice
            label="Year"
            value={data.period.id}
            options={data.periods.map(({ id: value, label }) => ({ value, label }))}
            onChoose={(period) => change({ period })}
          />
        )}
      </div>
      {mean.value !== null && (
        <p className="govuk-body">
          Without {data.area.name} their mean is <strong>{mean.text}</strong> ({mean.contributing} of{' '}
          {mean.of} reported) and their median <strong>{median.text}</strong>. To match the mean:{' '}
          {mean.gap.words}.
          {!data.reliable && ' Fewer than seven have a figure, so their average is not reliable.'}
        </p>
      )}
      <table className="app-bars">
        <caption>
          {data.indicator.name}, {data.indicator.unitText}, {data.period?.label}: {data.groupLabel}. The line
          is their median.
        </caption>
        <thead className="govuk-visually-hidden">
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Value</th>
            <th scope="col">Place</th>
          </tr>
        </thead>
        <tbody>
          {data.areas.map((row) => (
            <tr key={row.id} className={row.own ? 'app-bars__own' : undefined}>
              <th scope="row">
                {row.own ? `▶ ${row.name}` : row.name}
                {row.note && <span className="app-small">{row.note}</span>}
              </th>
              <td>
                <span className="app-bars__track">
                  {row.value !== null && (
                    <span className="app-bars__bar" style={{ width: share(row.value) }} />
                  )}
                  {median.value !== null && (
                    <span className="app-bars__median" style={{ left: share(median.value) }} />
                  )}
                </span>
                <span className="app-bars__value">{row.text}</span>
              </td>
              <td className="app-bars__place">{placeOf(row, data)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.length > 0 && (
        <p className="app-source">
          {reasons.map(([symbol, reason]) => (
            <span key={symbol} className="app-small">
              {symbol}: {reason}.
            </span>
          ))}
        </p>
      )}
      <p className="govuk-body app-downloads">
        <FileLinks what="this comparison" path={comparisonPath(id, { ...search, period: data.period?.id })} />
      </p>
    </>
  )
}

/** Bands are told by which end they are at: whether that end is good is told once, with who says so. */
function placeOf({ rank, tied, band }: ComparisonRow, { indicator }: ComparisonAnswer): string {
  if (rank === null) return 'no figure'
  const place = `place ${rank}${tied !== null && tied > 1 ? ', tied' : ''}`
  const { goodEnd } = indicator.direction
  return band && goodEnd ? `${place}; ${BANDS[goodEnd][band]} of all authorities` : place
}
