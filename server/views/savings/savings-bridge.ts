import type { BridgeAnswer, SavingsQuery } from '../../contract/savings.ts'
import { type Bridge, costBridge, type PlacementGroup, remainderGroup } from '../../domain/cost-bridge.ts'
import { isSound } from '../../domain/figure.ts'
import { PER } from '../../domain/indicator.ts'
import { type Period, periodLabel, stepPeriod } from '../../domain/period.ts'
import { clean, formatNumber } from '../../domain/rounding.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { type Dated, loadAreaFigures } from '../area-figures.ts'
import { areSeen, findSubject, type Setting } from '../subject.ts'
import { bridgeSummary, stepsOf } from './savings-bridge-words.ts'
import { pounds, signed } from './savings-words.ts'

/** Everything that a bridge needs of one year. */
export type PlacementYear = {
  at: Period
  children: number
  /** Pounds a week for each of them. */
  weekly: number
  groups: readonly PlacementGroup[]
}

/** What it is made of. */
const MEASURES = ['cla-rate', 'cla-residential-rate', 'cla-foster-pct', 'unit-cost-week'] as const
const [CARE, HOMES, FOSTERED, WEEKLY] = MEASURES

const LABELS: Record<string, string> = {
  residential: 'Children’s homes',
  fostering: 'Foster care',
  other: 'All other placements',
}

const CAUTIONS = [
  'A rough split: how many children live in homes and with foster carers is worked out from rounded percentages, and unit costs are published to the nearest £5. So the totals differ a little from the spending that was published.',
  '“All other placements” are what is left over, of many kinds. Where more of them are expensive ones, that shows as a higher price.',
  'The weekly cost of children’s homes is for each day of care; the others are for each child in care on 31 March.',
  'Unit costs are averages. One child more or fewer changes real spending by less, as most costs of a home stay.',
  'In the cash of each year: where all prices rose, that is part of what a placement cost.',
  'Add the effects down the table, not across: where children live is measured against the average cost of all.',
]

/**
 * Why care cost more or less in one year than in another: how many children, where they lived, what a place cost. Null
 * where fewer than two years have all figures published; a Problem for a year that is not one of them.
 */
export async function viewBridge(
  db: Database,
  setting: Setting,
  area: string,
  programmeStart: Period,
  query: SavingsQuery,
): Promise<BridgeAnswer | null> {
  const years = await loadPlacementYears(db, setting, area)
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last || years.length < 2) {
    if (query.from !== undefined || query.to !== undefined)
      throw notHeld(query.from === undefined ? 'to' : 'from', years)
    return null
  }
  const to = query.to === undefined ? last : yearIn(years, 'to', query.to)
  const before = years.filter(({ at }) => at.id < to.at.id)
  const usual = before.find(({ at }) => at.id === stepPeriod(programmeStart, -1).id) ?? before[0]
  const from = query.from === undefined ? usual : yearIn(years, 'from', query.from)
  if (!from) throw refusal('to', `has to be later than ${first.at.id}, the first year that there is`)
  if (from.at.id >= to.at.id) throw refusal('from', 'has to be an earlier year than `to`')
  const bridge = costBridge(from.groups, to.groups)
  const choice = ({ at }: PlacementYear) => ({ id: at.id, label: periodLabel(at) })
  return {
    from: from.at.id,
    to: to.at.id,
    fromLabel: periodLabel(from.at),
    toLabel: periodLabel(to.at),
    froms: before.map(choice),
    tos: years.filter(({ at }) => at.id > from.at.id).map(choice),
    steps: stepsOf(bridge, from, to),
    groups: groupsOf(bridge, from, to),
    summary: bridgeSummary(bridge, from, to),
    cautions: CAUTIONS,
  }
}

/** Years of which all that a bridge is made of is published and sound, in the order of time. */
async function loadPlacementYears(db: Database, setting: Setting, area: string): Promise<PlacementYear[]> {
  const load = async (id: string, dimension = '') => {
    const of = await loadAreaFigures(db, findSubject(setting, id, dimension, area), { areas: [area] })
    return of(area)['financial-year'].filter((figure) => isSound(figure) && figure.status !== 'illustrative')
  }
  if (!areSeen(setting, MEASURES)) return []
  const [care, homes, fostered, weekly, weeklyHome, weeklyFoster] = await Promise.all([
    load(CARE),
    load(HOMES),
    load(FOSTERED),
    load(WEEKLY),
    load(WEEKLY, 'residential'),
    load(WEEKLY, 'fostering'),
  ])
  return care.flatMap(({ at, numerator: children }) => {
    const find = (figures: readonly Dated[]) => figures.find(({ period }) => period === at.id)
    const value = (figures: readonly Dated[]) => (find(figures)?.value ?? null) as number | null
    const [all, home, foster] = [value(weekly), value(weeklyHome), value(weeklyFoster)]
    const inHomes = countOf(find(homes), PER['per-10000'])
    const share = value(fostered)
    if (children === null || all === null || home === null || foster === null) return []
    if (inHomes === null || share === null) return []
    const inFoster = find(fostered)?.numerator ?? (children * share) / PER.percent
    const named = [
      { id: 'residential', children: inHomes, weekly: home },
      { id: 'fostering', children: inFoster, weekly: foster },
    ]
    const other = remainderGroup('other', { children, weekly: all }, named)
    return other ? [{ at, children, weekly: all, groups: [...named, other] }] : []
  })
}

/** The children behind a rate: as published or, where only the rate is, worked out from it. */
function countOf(figure: Dated | undefined, per: number): number | null {
  if (!figure) return null
  const { value, numerator, denominator } = figure
  if (numerator !== null) return numerator
  return denominator === null ? null : ((value as number) * denominator) / per
}

function groupsOf(bridge: Bridge, from: PlacementYear, to: PlacementYear): BridgeAnswer['groups'] {
  const children = (x: number) => ({ value: x, text: formatNumber(x, 0) })
  const effect = (x: number) => ({ value: clean(x), text: signed(x) })
  const rows = bridge.groups.map(({ id, volume, mix, price }) => {
    const find = ({ groups }: PlacementYear) => groups.find((each) => each.id === id)
    return {
      id,
      label: LABELS[id] ?? id,
      children: { before: children(find(from)?.children ?? 0), after: children(find(to)?.children ?? 0) },
      weekly: { before: pounds(find(from)?.weekly ?? 0), after: pounds(find(to)?.weekly ?? 0) },
      volume: effect(volume),
      mix: effect(mix),
      price: effect(price),
    }
  })
  const all = {
    id: 'all',
    label: 'All children in care',
    children: { before: children(from.children), after: children(to.children) },
    weekly: { before: pounds(from.weekly), after: pounds(to.weekly) },
    volume: effect(bridge.volume),
    mix: effect(bridge.mix),
    price: effect(bridge.price),
  }
  return [...rows, all]
}

function yearIn(years: readonly PlacementYear[], field: 'from' | 'to', id: string): PlacementYear {
  const year = years.find(({ at }) => at.id === id)
  if (!year) throw notHeld(field, years)
  return year
}

function notHeld(field: 'from' | 'to', years: readonly PlacementYear[]): Problem {
  const known = years.map(({ at }) => at.id).join(', ') || 'none'
  return refusal(field, `has to be a year of which everything is published: ${known}`)
}

const refusal = (path: string, message: string) =>
  new Problem('invalid-request', `${path}: ${message}`, [{ path, message }])
