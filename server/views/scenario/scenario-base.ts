import type { AssumptionId } from '../../contract/scenario.ts'
import { remainderGroup } from '../../domain/cost-bridge.ts'
import { isMissing, isSound, type MissingReason, missingInWords } from '../../domain/figure.ts'
import { comparePeriods, dayLabel, month, type Period, periodLabel, periodOf } from '../../domain/period.ts'
import { formatNumber, round } from '../../domain/rounding.ts'
import { leavingShare } from '../../domain/scenario.ts'
import { nearestFive } from '../../domain/unit-cost.ts'
import type { Area } from '../../reference.ts'
import type { Database } from '../../store/database.ts'
import { type Dated, loadAreaFigures, shownFigures } from '../area-figures.ts'
import { areSeen, findSubject, type Setting } from '../subject.ts'

/** The published figures that the model starts from: all of one financial year, so that they belong together. */
export type ScenarioBase = {
  year: Period
  children: number
  population: number
  /** Pounds in the year, all of children's services. */
  spend: number
  /** Pounds in the year, on children in care alone. */
  careSpend: number
  values: Record<AssumptionId, number>
  sources: Record<AssumptionId, string>
  startSources: { children: string; spend: string }
}

/** Why there is none, and each figure that is missing with its reason. */
export type NoBase = { none: string; missing: string[] }

/** What is needed: the id of the measure, its breakdown, and what it is called where it is missing. */
const NEEDED = {
  care: ['cla-rate', '', 'the number of children in care'],
  started: ['cla-starts-rate:count', '', 'the number of children who entered care'],
  left: ['cla-ends-rate:count', '', 'the number of children who left care'],
  homes: ['cla-residential-rate', '', 'the share of children in care in children’s homes'],
  fostered: ['cla-foster-pct', '', 'the share of children in care with foster carers'],
  weekly: ['unit-cost-week', '', 'the weekly cost of all placements'],
  homesWeekly: ['unit-cost-week', 'residential', 'the weekly cost of a place in a children’s home'],
  fosterWeekly: ['unit-cost-week', 'fostering', 'the weekly cost of a foster place'],
  spend: ['cs-expenditure', '', 'spending on children’s services'],
  careSpend: ['cs-expenditure', 'children-in-care', 'spending on children in care'],
} as const
type Need = keyof typeof NEEDED
const NEEDS = Object.keys(NEEDED) as Need[]

type Held = Record<Need, readonly Dated[]>
type Found = Record<Need, Dated & { value: number }>

const UNSEEN =
  'This starts from figures of children in care, of where they live and of spending. Some of these are not among the measures that your account shows.'

/** The newest year of which everything is published; made-up figures are none. */
export async function loadScenarioBase(
  db: Database,
  setting: Setting,
  area: Area,
): Promise<ScenarioBase | NoBase> {
  const ids = NEEDS.map((need) => NEEDED[need][0])
  if (!areSeen(setting, ids)) return { none: UNSEEN, missing: [] }
  const lists = await Promise.all(
    NEEDS.map(async (need): Promise<[Need, readonly Dated[]]> => {
      const [id, dimension] = NEEDED[need]
      const subject = findSubject(setting, id, dimension, area.id)
      const figures = await loadAreaFigures(db, subject, { areas: [area.id] })
      const yearly = shownFigures(figures(area.id), 'financial-year', subject, null)
      return [need, yearly.filter(({ status }) => status !== 'illustrative')]
    }),
  )
  const held = Object.fromEntries(lists) as Held
  const years = yearsOf(held)
  for (const year of years) {
    const base = baseOf(held, year)
    if (base) return base
  }
  const [newest] = years
  if (!newest) return { none: `No figure of children in care is published for ${area.name}.`, missing: [] }
  const missing = missingIn(held, newest)
  const needed = `This starts from published figures that all belong to one year, and for ${area.name} there is no year with all of them.`
  if (missing.length > 0)
    return { none: `${needed} Missing for the year to ${dayLabel(newest.end)}:`, missing }
  return {
    none: `This can’t be worked out for ${area.name}: for the year to ${dayLabel(newest.end)} the published average costs leave less than nothing for children in neither children’s homes nor foster care.`,
    missing: [],
  }
}

/** Years that anything is held of, the newest first. */
function yearsOf(held: Held): Period[] {
  const ids = new Set(NEEDS.flatMap((need) => held[need].map(({ period }) => period)))
  return [...ids]
    .map(periodOf)
    .filter(({ kind }) => kind === 'financial-year')
    .sort((a, b) => comparePeriods(b, a))
}

const figureIn = (held: Held, need: Need, year: Period) => held[need].find(({ period }) => period === year.id)

/** Of children in care the number and the population are needed too, not only the rate. */
function isUsable(figure: Dated | undefined, need: Need): figure is Dated & { value: number } {
  if (figure === undefined || !isSound(figure)) return false
  return need !== 'care' || Boolean(figure.numerator && figure.denominator)
}

const missingIn = (held: Held, year: Period): string[] =>
  NEEDS.flatMap((need) => {
    const figure = figureIn(held, need, year)
    if (isUsable(figure, need)) return []
    const reason: MissingReason = figure && isMissing(figure.value) ? figure.value : 'not-reported'
    return [`${NEEDED[need][2]} (${figure?.doubt ? 'doubted' : missingInWords(reason)})`]
  })

function baseOf(held: Held, year: Period): ScenarioBase | undefined {
  const found = Object.fromEntries(NEEDS.map((need) => [need, figureIn(held, need, year)]))
  if (!NEEDS.every((need) => isUsable(found[need], need))) return undefined
  const { care, started, left, homes, fostered, weekly, homesWeekly, fosterWeekly, spend, careSpend } =
    found as Found
  const { numerator: children, denominator: population } = care
  if (!children || !population) return undefined
  // Published from whole percentages; more decimals would be made up.
  const residential = round((homes.value / care.value) * 100, 0)
  const fostering = round(fostered.value, 0)
  const groupOf = (id: string, share: number, cost: number) => ({
    id,
    children: (children * share) / 100,
    weekly: cost,
  })
  const rest = remainderGroup('other', { children, weekly: weekly.value }, [
    groupOf('residential', residential, homesWeekly.value),
    groupOf('fostering', fostering, fosterWeekly.value),
  ])
  if (!rest) return undefined
  const ends = round(leavingShare(left.value, children), 1)
  const pounds = (x: number) => `£${formatNumber(x, 0)}`
  const count = (x: number) => formatNumber(x, 0)
  const yearTo = `in the year to ${dayLabel(year.end)}`
  const on = `on ${dayLabel(year.end)}`
  return {
    year,
    children,
    population,
    spend: spend.value,
    careSpend: careSpend.value,
    values: {
      starts: started.value,
      ends,
      residential,
      fostering,
      residentialCost: homesWeekly.value,
      fosteringCost: fosterWeekly.value,
      otherCost: nearestFive(rest.weekly),
    },
    sources: {
      starts: `${count(started.value)} children entered care ${yearTo}. ${sourceOf(started)}`,
      ends: `${count(left.value)} children left care ${yearTo}, with ${count(children)} in care at its end. So many leaving are ${formatNumber(ends, 1)}% of those who are in care on a day having left a year later: some of the ${count(left.value)} had entered in the same year. ${sourceOf(left)}`,
      residential: `Estimated: a rate of ${homes.value} of ${care.value} per 10,000 children ${on}, published from whole percentages. Secure homes are counted in it. ${sourceOf(homes)}`,
      fostering: `Share ${on}, a whole percentage. ${sourceOf(fostered)}`,
      residentialCost: `Average ${yearTo}, to the nearest £5. ${sourceOf(homesWeekly)}`,
      fosteringCost: `Average ${yearTo}, to the nearest £5. ${sourceOf(fosterWeekly)}`,
      otherCost: `Worked out: what the average of all placements, ${pounds(weekly.value)} a week, leaves for children in neither children’s homes nor foster care (for example with their own parents, placed for adoption, or in semi-independent homes). All that goes into it is rounded, so it is only roughly right. ${sourceOf(weekly)}`,
    },
    startSources: {
      children: `${count(children)} children in care and ${count(population)} children living in the area. ${sourceOf(care)}`,
      spend: `${pounds(spend.value)} on all of children’s services, of which ${pounds(careSpend.value)} on children in care. ${sourceOf(spend)}`,
    },
  }
}

/** "Children looked after in England, 2025 (published November 2025)." */
const sourceOf = ({ source, publishedAt }: Dated): string =>
  `${source.title} (published ${periodLabel(month(Number(publishedAt.slice(0, 4)), Number(publishedAt.slice(5, 7))))}).`
