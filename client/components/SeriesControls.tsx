import { Link } from '@tanstack/react-router'
import type { AreaAnswer, IndicatorAnswer } from '../../server/contract/answers.ts'
import { DEFAULT_COMPARE, MOST_AREAS, type Search } from '../../server/contract/paths.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { AreaOptions } from './AreaPicker.tsx'
import { Choice, type Option, Switch } from './Choice.tsx'
import { MeasurePicker } from './MeasurePicker.tsx'

const EVENTS = [
  { value: 'none', label: 'None' },
  { value: 'main', label: 'Inspections, interventions and actions' },
  { value: 'all', label: 'All' },
]
const BASE_LABELS = {
  month: 'Compare with month',
  quarter: 'Compare with quarter',
  'financial-year': 'Compare with year',
}

type Change = (next: Record<string, string | undefined>) => void

const RHYTHM_NAMES = { month: 'By month', quarter: 'By quarter', 'financial-year': 'By year' }
const BASES = [
  { value: 'rolling-year', label: 'Latest 12 months' },
  { value: 'in-period', label: 'Each quarter alone' },
  { value: 'annualised', label: 'Each quarter times four' },
  { value: 'year-to-date', label: 'Since 1 April' },
]

/** How the chart is shown: by year or quarter, rate or number, and what it is compared with. All of it is in the address. */
export function SeriesControls(props: {
  answer: SeriesAnswer
  definition: IndicatorAnswer
  id: string
  search: Search
  places: readonly AreaAnswer[]
  change: Change
}) {
  const { answer, definition, id, search, places, change } = props
  const chosen = (search.compare === 'none' ? '' : (search.compare ?? DEFAULT_COMPARE))
    .split(',')
    .filter(Boolean)
  const compareWith = (items: readonly string[]) => {
    const text = items.join(',')
    change({ compare: text === DEFAULT_COMPARE ? undefined : text || 'none' })
  }
  const toggle = (item: string) =>
    compareWith(chosen.includes(item) ? chosen.filter((each) => each !== item) : inOrder([...chosen, item]))
  const hasCounts =
    answer.indicator.view === 'count' || answer.points.some((point) => point.numerator !== null)
  const bases = basesOf(answer)
  const named = chosen.filter((item) => item.startsWith('E'))
  const nameOf = (area: string) => places.find((place) => place.id === area)?.name ?? area

  return (
    <section className="app-controls" aria-label="Change what the chart shows">
      <MeasurePicker id={id} search={search} />
      {answer.available.length > 1 && (
        <Switch
          label="Points"
          value={search.by ?? answer.by}
          options={answer.available.map((by) => ({ value: by, label: RHYTHM_NAMES[by] }))}
          onChoose={(by) => change({ by, base: undefined })}
        />
      )}
      {definition.countView && hasCounts && (
        <fieldset className="app-switch">
          <legend>Show</legend>
          <Link
            to="/indicators/$id"
            params={{ id: definition.id }}
            search={search}
            aria-current={id === definition.id ? 'true' : undefined}
          >
            Rate
          </Link>{' '}
          <Link
            to="/indicators/$id"
            params={{ id: definition.countView }}
            search={search}
            aria-current={id === definition.id ? undefined : 'true'}
          >
            Number
          </Link>
        </fieldset>
      )}
      {answer.basis && (
        <Choice
          label="Count"
          value={search.basis ?? answer.basis}
          options={basesFor(definition)}
          onChoose={(basis) => change({ basis })}
        />
      )}
      {definition.dimensions.length > 0 && (
        <Choice
          label="Breakdown"
          value={search.dimension ?? ''}
          options={[
            { value: '', label: 'Headline' },
            ...definition.dimensions.map(({ id: value, label, near }) => ({
              value,
              label: near ? `${label} (nearest published measure)` : label,
            })),
          ]}
          onChoose={(dimension) => change({ dimension: dimension || undefined, base: undefined })}
        />
      )}
      {bases.length > 0 && (
        <Choice
          label={BASE_LABELS[answer.by]}
          value={
            bases.some(({ value }) => value === search.base)
              ? (search.base ?? '')
              : (answer.base?.period ?? '')
          }
          options={[{ value: '', label: 'Not chosen' }, ...bases]}
          onChoose={(base) => change({ base: base || undefined })}
        />
      )}
      {answer.eventCount > 0 && (
        <Choice
          label="Events"
          value={search.events ?? 'main'}
          options={EVENTS}
          onChoose={(events) => change({ events: events === 'main' ? undefined : events })}
        />
      )}
      {answer.noComparators === null && (
        <>
          <fieldset className="app-checks">
            <legend>Compare with</legend>
            {(['neighbours', 'region', 'england'] as const).map((item) => (
              <label key={item}>
                <input type="checkbox" checked={chosen.includes(item)} onChange={() => toggle(item)} />
                {{ neighbours: 'Similar councils', region: 'Region', england: 'England' }[item]}
              </label>
            ))}
            {named.map((area) => (
              <label key={area}>
                <input type="checkbox" checked onChange={() => toggle(area)} />
                {nameOf(area)}
              </label>
            ))}
          </fieldset>
          {places.length > 0 && named.length < MOST_AREAS && (
            <div className="app-choice">
              <label htmlFor="another-area">
                Another area <span className="govuk-visually-hidden">(the page changes when you choose)</span>
              </label>
              <select
                id="another-area"
                className="govuk-select"
                value=""
                onChange={(event) => toggle(event.target.value)}
              >
                <option value="">Add an area</option>
                <AreaOptions
                  areas={places.filter((place) => !named.includes(place.id) && place.id !== answer.area.id)}
                />
              </select>
            </div>
          )}
          {chosen.includes('neighbours') && (
            <>
              <Choice
                label="Similar councils are"
                value={search.neighbours ?? '2025'}
                options={[
                  { value: '2025', label: 'those of the 2025 list' },
                  { value: '2021', label: 'those of the 2021 list' },
                ]}
                onChoose={(neighbours) =>
                  change({ neighbours: neighbours === '2025' ? undefined : neighbours })
                }
              />
              <Choice
                label="Their average is"
                value={search.method ?? 'mean'}
                options={[
                  { value: 'mean', label: 'the mean' },
                  { value: 'median', label: 'the median' },
                  { value: 'pooled', label: 'all children added up' },
                ]}
                onChoose={(method) => change({ method: method === 'mean' ? undefined : method })}
              />
            </>
          )}
        </>
      )}
    </section>
  )
}

const ORDER = ['neighbours', 'region', 'england']

/** The three usual comparators first and always in the same order, so that the same view has one address. */
function inOrder(items: readonly string[]): string[] {
  const place = (item: string) => (ORDER.includes(item) ? ORDER.indexOf(item) : ORDER.length)
  return [...items].sort((a, b) => place(a) - place(b))
}

/** A share is not annualised: a quarter's percentage is a percentage already. */
const basesFor = ({ unit }: IndicatorAnswer) =>
  unit === 'percent' || unit === 'ratio' ? BASES.filter(({ value }) => value !== 'annualised') : BASES

/** Earlier figures that the newest can be set against, the newest first; those that do not compare come last and say so. */
function basesOf({ points, abnormal }: SeriesAnswer): Option[] {
  const sound = points.filter(({ value, doubt }) => value !== null && doubt === null).reverse()
  const [others, lying] = [false, true].map((lies) =>
    sound.slice(1).filter(({ period }) => abnormal.includes(period) === lies),
  )
  return [
    ...(others ?? []).map(({ period, label }) => ({ value: period, label })),
    ...(lying ?? []).map(({ period, label }) => ({ value: period, label: `${label} (does not compare)` })),
  ]
}
