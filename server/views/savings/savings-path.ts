import type { SavingsAnswer, SavingsYear } from '../../contract/savings.ts'
import { isNumber, isSound, missingInWords } from '../../domain/figure.ts'
import { financialYearOf, type Period, periodLabel, stepPeriod } from '../../domain/period.ts'
import { clean, formatNumber } from '../../domain/rounding.ts'
import {
  annualEffect,
  reinvest,
  type SavingLine,
  type SavingsYear as Step,
  savingsPath,
} from '../../domain/savings.ts'
import { goalOf } from '../../domain/target.ts'
import type { Database } from '../../store/database.ts'
import { type Dated, loadAreaFigures } from '../area-figures.ts'
import { ENGLAND } from '../benchmarks.ts'
import type { Setting } from '../subject.ts'
import { loadTargetFigures } from '../targets/target-figures.ts'
import { loadTargets, type RegisteredTarget } from '../targets/target-register.ts'
import { ratingAnswer, standingOf } from '../targets/target-standing.ts'
import { yearsOf } from './savings-ledger.ts'
import { chartSentence, comparisonOf, cumulativeInWords, headlineOf, notesOn } from './savings-path-words.ts'
import type { SavingsProgramme } from './savings-programme.ts'
import { moreOrLess, percentText, pounds, roughly } from './savings-words.ts'

type PathAnswer = NonNullable<SavingsAnswer['path']>

/** The measure that a programme's savings are told by. */
const SPENDING = 'cs-expenditure'

/** What a programme is to save, by its target in the register; `share` and `reinvestShare` are in per cent. */
type Plan = {
  target: RegisteredTarget
  baseline: NonNullable<RegisteredTarget['terms']['baseline']>
  share: number
  reinvestShare: number
}

/** Spending beside its path, and what can be said of it; null where the register holds nothing to save by. */
export type SpendingAgainstPath = {
  path: PathAnswer
  headline: string
  comparison: string | null
  notes: string[]
}

export async function viewPath(
  db: Database,
  setting: Setting,
  programme: SavingsProgramme,
  lines: readonly SavingLine[],
): Promise<SpendingAgainstPath | null> {
  const plan = await findPlan(db, programme)
  if (!plan) return null
  const { target, baseline, share } = plan
  const found = await loadTargetFigures(db, setting, target)
  const { area } = found.subject
  const of = await loadAreaFigures(db, found.subject, { areas: [area.id, ENGLAND] })
  const spent = of(area.id)['financial-year'].filter(({ status }) => status !== 'illustrative')
  const steps = savingsPath(baseline.value, share / 100, yearsOf(programme.terms).length)
  const baseYear = financialYearOf(baseline.on)
  const first = financialYearOf(programme.terms.from)
  const yearOf = (k: number) => (k === 0 ? baseYear : stepPeriod(first, k - 1))
  const years = steps.slice(1).map((step) => rowOf(yearOf(step.k), step, plan, spent, lines))
  const chart = {
    actual: spent.filter(isSound).map(({ at, value }) => drawnAt(at, value as number)),
    path: steps.map(({ k, spend }) => drawnAt(yearOf(k), spend)),
  }
  const path: PathAnswer = {
    target: target.id,
    rating: ratingAnswer(target, standingOf(target, found), found.measure),
    baseline: {
      ...pounds(baseline.value),
      label: `Spending in ${periodLabel(baseYear)}`,
      source: baseline.source,
    },
    share: { value: share, text: percentText(share) },
    reinvestShare: { value: plan.reinvestShare, text: percentText(plan.reinvestShare) },
    years,
    chart: { ...chart, sentence: chartSentence(chart) },
    cumulative: {
      planned: pounds(steps.at(-1)?.cumulative ?? 0),
      words: cumulativeInWords(baseline.value, steps, periodLabel(baseYear)),
    },
  }
  return {
    path,
    headline: headlineOf(area.name, share, years),
    comparison: comparisonOf(spent, of(ENGLAND)['financial-year'], baseYear),
    notes: notesOn(path, target),
  }
}

/** One year of the path, beside what was spent and what the ledger says was saved in it. */
function rowOf(
  year: Period,
  { saving, spend }: Step,
  { reinvestShare }: Plan,
  spent: readonly Dated[],
  lines: readonly SavingLine[],
): SavingsYear {
  const { reinvested, net } = reinvest(saving, reinvestShare / 100)
  const { kinds } = annualEffect(lines, year.id)
  return {
    period: year.id,
    label: periodLabel(year),
    saving: pounds(saving),
    spend: pounds(spend),
    ...actualOf(
      spent.find(({ period }) => period === year.id),
      spend,
    ),
    delivered:
      lines.length === 0
        ? null
        : {
            cashable: pounds(kinds.cashable.delivered),
            costAvoided: pounds(kinds['cost-avoided'].delivered),
            oneOff: pounds(kinds['one-off'].delivered),
          },
    reinvested: pounds(reinvested),
    net: pounds(net),
  }
}

/** From the register, whoever changed it last; a retired target still says what was planned. */
async function findPlan(db: Database, programme: SavingsProgramme): Promise<Plan | null> {
  const targets = await loadTargets(db)
  const find = (id: string | null) => targets.find((target) => target.id === id)
  const target = find(programme.saving.target)
  const goal = target ? goalOf(target.terms, null) : null
  const baseline = target?.terms.baseline
  if (target?.terms.indicator !== SPENDING || !baseline || typeof goal !== 'number' || goal >= baseline.value)
    return null
  return {
    target,
    baseline,
    share: clean((1 - goal / baseline.value) * 100),
    reinvestShare: find(programme.saving.reinvest)?.terms.value ?? programme.saving.reinvestShare ?? 0,
  }
}

function actualOf(
  figure: Dated | undefined,
  planned: number,
): Pick<SavingsYear, 'actual' | 'status' | 'why' | 'apart'> {
  const none = { actual: null, status: null, apart: null }
  if (!figure) return { ...none, why: 'not published yet' }
  if (!isNumber(figure.value)) return { ...none, why: missingInWords(figure.value) }
  if (figure.doubt !== null) return { ...none, why: figure.doubt }
  const apart = figure.value - planned
  const share = planned > 0 ? ` (${formatNumber(Math.abs(apart / planned) * 100, 1)}%)` : ''
  const words = moreOrLess(apart)
  return {
    actual: pounds(figure.value),
    status: figure.status,
    why: null,
    apart: words === null ? 'as planned' : `${words} than planned${share}`,
  }
}

const drawnAt = (at: Dated['at'], value: number) => ({
  period: at.id,
  label: periodLabel(at),
  end: at.end,
  ...pounds(value),
  text: roughly(value),
})
