import { yearlyCost } from './unit-cost.ts'

/**
 * What would become of the number of children in care, and of spending, if what is put in came true: a stock (the
 * children in care) that children flow into and out of, by quarters. The page shows what it takes for granted.
 */
export const SCENARIO_ASSUMPTIONS: readonly string[] = [
  'This follows the numbers put in to where they lead. It is not a forecast, and does not say whether they can be reached.',
  'The same number of children enter care in every quarter, whatever the season.',
  'Those who leave are a share of those in care, so fewer children in care means fewer who leave. In every quarter it is the same share of the children in care at its start; a child who enters can leave from the next quarter on.',
  'The share of children in each kind of placement moves in a straight line from what it is at the start to what is set for the end.',
  'Unit costs are averages, not what one child more or less really costs. A home with an empty place costs nearly as much as a full one, so real savings are smaller or come later.',
  'Children who enter care, and those who leave it, cost as much as those who stay.',
  'There is no inflation: unit costs stay as they are at the start. One that is set to another amount moves to it in a straight line.',
  'All other spending on children’s services stays as it is. What it takes to bring the change about is not added: prevention, recruiting foster carers, support for families and for young people who have left care.',
  'The number of children aged 0 to 17 who live in the area stays as it is.',
]

/** Per cent of all children in care (any sum: it is divided by it) who live in a kind of placement, at pounds a week. */
export type MixShare = { id: string; share: number; weekly: number }

export type Assumptions = {
  /** In care at the start. */
  children: number
  /** Entering care, a year. */
  starts: number
  /** Per cent (0 to 100) of those in care on a day who have left a year later. See {@link leavingShare}. */
  ends: number
  /** Whole years. */
  years: number
  /** At the end of the horizon. */
  mix: readonly MixShare[]
  /** At the start of it. */
  mixNow: readonly MixShare[]
  /** Pounds a year on everything else of children's services. */
  otherSpend: number
  /** Children aged 0 to 17 who live in the area. */
  population: number
}

/**
 * The start (quarter 0), and the end of every quarter after it. `starts` and `ends` are children in the quarter that
 * ends there, none at the start; `rate` is children in care per 10,000 (0 without a population); spending is pounds a
 * year at that day's pace, `spend` with all other spending.
 */
export type ScenarioPoint = {
  quarter: number
  children: number
  rate: number
  starts: number
  ends: number
  careSpend: number
  spend: number
}

/** Children are not rounded, so that nobody is lost on the way. A mix whose shares add up to nothing costs nothing. */
export function runScenario(assumptions: Assumptions): ScenarioPoint[] {
  const { otherSpend, population, mixNow, mix } = assumptions
  const quarters = 4 * assumptions.years
  const starts = assumptions.starts / 4
  const leaving = leavingAQuarter(assumptions.ends)
  const pointAt = (quarter: number, children: number, flows: { starts: number; ends: number }) => {
    const weekly = averageWeekly(mixNow, mix, quarters > 0 ? quarter / quarters : 0)
    const careSpend = children * yearlyCost(weekly)
    const rate = population > 0 ? (children / population) * 10_000 : 0
    return { quarter, children, rate, ...flows, careSpend, spend: careSpend + otherSpend }
  }
  let children = Math.max(assumptions.children, 0)
  const points = [pointAt(0, children, { starts: 0, ends: 0 })]
  for (let quarter = 1; quarter <= quarters; quarter++) {
    const ends = children * leaving
    children = Math.max(children - ends + starts, 0)
    points.push(pointAt(quarter, children, { starts, ends }))
  }
  return points
}

/** The share (0 to 1) that leaves in a quarter where so many per cent of those in care on a day leave within a year. */
const leavingAQuarter = (ends: number) => 1 - (1 - Math.min(Math.max(ends, 0), 100) / 100) ** (1 / 4)

/**
 * The `ends` (per cent) by which so many children a year leave as long as so many are in care, so that as many
 * entering as leaving keep the number as it is. It is less than the one divided by the other, as part of those who
 * leave within a year entered in it: 159 leaving and 531 in care are 26.7%, not 29.9%. 0 where nobody is in care.
 */
export function leavingShare(left: number, inCare: number): number {
  if (inCare <= 0) return 0
  return (1 - (1 - Math.min(left / inCare / 4, 1)) ** 4) * 100
}

/** Pounds a week for a child in care, at a share (0 to 1) of the way from one mix to the other. */
function averageWeekly(now: readonly MixShare[], end: readonly MixShare[], way: number): number {
  const [sumNow, sumEnd] = [sumOfShares(now), sumOfShares(end)]
  const between = (from: number, to: number) => from + (to - from) * way
  const ids = new Set([...now, ...end].map(({ id }) => id))
  return [...ids].reduce((total, id) => {
    const [first, last] = [now.find((each) => each.id === id), end.find((each) => each.id === id)]
    const share = between(partOf(first, sumNow), partOf(last, sumEnd))
    // A placement of one mix only costs the same all the way.
    const weekly = between(first?.weekly ?? last?.weekly ?? 0, last?.weekly ?? first?.weekly ?? 0)
    return total + share * weekly
  }, 0)
}

const sumOfShares = (mix: readonly MixShare[]) => mix.reduce((total, { share }) => total + share, 0)
const partOf = (each: MixShare | undefined, sum: number) => (each && sum > 0 ? each.share / sum : 0)

/** Pounds of each whole year, 1 the first: the mean of its four quarters, each at the pace of its last day. */
export function yearlySpend(
  points: readonly ScenarioPoint[],
): { year: number; spend: number; careSpend: number }[] {
  const quarters = points.filter(({ quarter }) => quarter > 0)
  return Array.from({ length: Math.floor(quarters.length / 4) }, (_, i) => {
    const four = quarters.slice(4 * i, 4 * i + 4)
    return {
      year: i + 1,
      spend: four.reduce((total, { spend }) => total + spend / 4, 0),
      careSpend: four.reduce((total, { careSpend }) => total + careSpend / 4, 0),
    }
  })
}

/**
 * How many children in care there would be in the end if nothing changed: as many as make those who leave in a quarter
 * (a share of them) those who enter in it. `null` where nobody leaves: then it never settles.
 */
export function steadyState({ starts, ends }: Pick<Assumptions, 'starts' | 'ends'>): number | null {
  const leaving = leavingAQuarter(ends)
  return leaving > 0 ? Math.max(starts, 0) / 4 / leaving : null
}
