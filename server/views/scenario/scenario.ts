import type { ScenarioAnswer, ScenarioQuery, ScenarioRow } from '../../contract/scenario.ts'
import { addDays, dayLabel, periodLabel, quarter, stepPeriod } from '../../domain/period.ts'
import {
  type Assumptions,
  runScenario,
  SCENARIO_ASSUMPTIONS,
  steadyState,
  yearlySpend,
} from '../../domain/scenario.ts'
import { expectedOn } from '../../domain/trajectory.ts'
import type { Database } from '../../store/database.ts'
import { findArea, type Setting } from '../subject.ts'
import { loadScenarioBase, type ScenarioBase } from './scenario-base.ts'
import { CONTROLS, checkShares, restAnswer, restOf, toAssumption, type Values } from './scenario-controls.ts'
import { loadCareTarget, loadSpendPath, type SpendPath } from './scenario-targets.ts'
import {
  changesInWords,
  childrenText,
  differenceText,
  isChanged,
  poundsText,
  settlesInWords,
  summarise,
} from './scenario-words.ts'

/**
 * What would become of children in care and of spending. Throws a Problem where more than all children would live in
 * children's homes and with foster carers.
 */
export async function viewScenario(
  db: Database,
  setting: Setting,
  query: ScenarioQuery,
): Promise<ScenarioAnswer> {
  const area = findArea(setting, query.area)
  const base = await loadScenarioBase(db, setting, area)
  if ('none' in base) return withoutBase({ id: area.id, name: area.name }, query.years, base)
  const [target, path] = await Promise.all([
    loadCareTarget(db, setting, area, base.population),
    loadSpendPath(db, setting, area),
  ])
  const assumptions = CONTROLS.map((control) => toAssumption(control, base, query[control.id]))
  const values = Object.fromEntries(assumptions.map(({ id, value }) => [id, value])) as Values
  checkShares(values)
  const [asIs, asSet] = [
    assumptionsOf(base, base.values, query.years),
    assumptionsOf(base, values, query.years),
  ]
  const [basePoints, setPoints] = [runScenario(asIs), runScenario(asSet)]
  const start = startOf(base, path)
  const rows = rowsOf(base, { basePoints, setPoints, path, years: query.years })
  const last = rows.at(-1)
  const settles = { base: steadyState(asIs), adjusted: steadyState(asSet) }
  const rest = restAnswer(restOf(base.values), restOf(values))
  return {
    area: { id: area.id, name: area.name },
    none: null,
    missing: [],
    start,
    years: query.years,
    assumptions,
    rest,
    fixed: [...timingOf(base, query.years), ...SCENARIO_ASSUMPTIONS],
    quarters: basePoints.map(({ children }, i) => ({
      on: quarterAt(base, i).end,
      label: dayLabel(quarterAt(base, i).end),
      base: children,
      adjusted: setPoints[i]?.children ?? children,
    })),
    rows,
    target,
    path: path && { label: path.label, words: path.words },
    settles: {
      ...settles,
      words: settlesInWords(settles.base, settles.adjusted, assumptions.some(isChanged)),
    },
    summary: last ? summarise({ start, last, assumptions, target, path }) : null,
    changed: changesInWords(assumptions, rest),
  }
}

function withoutBase(
  area: ScenarioAnswer['area'],
  years: number,
  { none, missing }: { none: string; missing: string[] },
): ScenarioAnswer {
  const nothing = { start: null, rest: null, target: null, path: null, settles: null, summary: null }
  return {
    area,
    none,
    missing,
    years,
    ...nothing,
    assumptions: [],
    fixed: [...SCENARIO_ASSUMPTIONS],
    quarters: [],
    rows: [],
    changed: [],
  }
}

function assumptionsOf(base: ScenarioBase, set: Values, years: number): Assumptions {
  const mixOf = (values: Values) => [
    { id: 'residential', share: values.residential, weekly: values.residentialCost },
    { id: 'fostering', share: values.fostering, weekly: values.fosteringCost },
    { id: 'other', share: restOf(values), weekly: values.otherCost },
  ]
  return {
    children: base.children,
    starts: set.starts,
    ends: set.ends,
    years,
    mix: mixOf(set),
    mixNow: mixOf(base.values),
    otherSpend: base.spend - base.careSpend,
    population: base.population,
  }
}

/** The quarter so many after the year that it starts from; 0 is the last quarter of that year. */
const quarterAt = ({ year }: ScenarioBase, i: number) =>
  stepPeriod(quarter(Number(year.start.slice(0, 4)), 4), i)

type Points = ReturnType<typeof runScenario>

function rowsOf(
  { year }: ScenarioBase,
  runs: { basePoints: Points; setPoints: Points; path: SpendPath | null; years: number },
): ScenarioRow[] {
  const { basePoints, setPoints, path, years } = runs
  const [baseYears, setYears] = [yearsOf(basePoints), yearsOf(setPoints)]
  return Array.from({ length: years }, (_, i) => stepPeriod(year, i + 1)).flatMap((at, i) => {
    const [base, adjusted] = [baseYears[i], setYears[i]]
    if (!base || !adjusted) return []
    const expected = path ? expectedOn(path.path, at.end) : null
    return [
      {
        on: at.end,
        label: periodLabel(at),
        base,
        adjusted,
        path: expected,
        text: {
          base: textOf(base),
          adjusted: textOf(adjusted),
          path: expected === null ? null : poundsText(expected),
          difference: differenceText(adjusted.spend - base.spend),
        },
      },
    ]
  })
}

/** Children at the end of each year, and what was spent in it. */
const yearsOf = (points: Points) =>
  yearlySpend(points).map(({ year, spend, careSpend }) => {
    const { children = 0, rate = 0 } = points[4 * year] ?? {}
    return { children, rate, careSpend, spend }
  })

const textOf = ({ children, rate, spend }: { children: number; rate: number; spend: number }) => ({
  children: childrenText(children),
  rate: `${childrenText(rate)} per 10,000`,
  spend: poundsText(spend),
})

function startOf(
  { year, children, population, spend, careSpend, startSources }: ScenarioBase,
  path: SpendPath | null,
): NonNullable<ScenarioAnswer['start']> {
  const run = { children, rate: (children / population) * 10_000, spend, careSpend }
  const expected = path ? expectedOn(path.path, year.end) : null
  return {
    ...run,
    on: year.end,
    label: dayLabel(year.end),
    yearLabel: periodLabel(year),
    population,
    path: expected,
    text: {
      ...textOf(run),
      path: expected === null ? null : poundsText(expected),
      population: childrenText(population),
    },
    sources: startSources,
  }
}

/** From when on what is set counts; the model's own assumptions name no days. */
function timingOf({ year }: ScenarioBase, years: number): string[] {
  const [first, last] = [dayLabel(addDays(year.end, 1)), dayLabel(stepPeriod(year, years).end)]
  return [
    `It starts on ${dayLabel(year.end)}, the newest day for which everything that it needs is published. What you set for entering and leaving care counts from ${first} on; placements and unit costs come to what you set by ${last}.`,
  ]
}
