import type { BeforeAfterAnswer, EffectsAnswer } from '../../contract/uploads.ts'
import { type Figure, numberOrNull, type PublishedFigure } from '../../domain/figure.ts'
import { formatValue, unitInWords } from '../../domain/indicator.ts'
import { comparePeriods, periodLabel, periodOf } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { findFigures } from '../../store/figures.ts'
import { viewComparison } from '../comparison.ts'
import { findRuledCard } from '../scrutiny/exceptions-card.ts'
import { findArea, type Setting } from '../subject.ts'

/** Where an area stands with some indicators: its ranks, its ratings, and whether each is an exception. */
export type Standing = ReadonlyMap<string, Place>
type Place = { name: string; rank: string; rating: string; exception: boolean }

/** The newest model of statistical neighbours. */
const MODEL = '2025'

/** Where an area stands now; `by` is the rhythm of the figures that are about to change. */
export async function viewStanding(
  db: Database,
  setting: Setting,
  area: string,
  indicators: readonly string[],
  by: 'quarter' | 'financial-year',
): Promise<Standing> {
  const { reference } = setting
  const exceptions = new Set<string>()
  const ratings = new Map<string, string>()
  const cards = reference.scorecards.filter((card) => card.indicators.some((id) => indicators.includes(id)))
  for (const card of cards) {
    const { rows } = await findRuledCard(db, setting, card.id, {
      area,
      by,
      neighbours: MODEL,
      method: 'mean',
    })
    for (const row of rows) {
      // What is red is told as a rating, which names the colour before and after.
      if (row.rules.some(({ rule }) => rule !== 'off-path')) exceptions.add(row.id)
      if (row.target) ratings.set(row.id, row.target.rating.words)
    }
  }
  const standing = new Map<string, Place>()
  for (const id of indicators) {
    const indicator = reference.indicator(id)
    if (!indicator) continue
    const { areas, period } = await viewComparison(db, setting, id, {
      area,
      group: 'neighbours',
      neighbours: MODEL,
      dimension: '',
    })
    const own = areas.find((each) => each.own)
    const ranked = areas.filter((each) => each.rank !== null).length
    const rank =
      own?.rank && period ? `${own.rank} of ${ranked} (${periodLabel(periodOf(period.id))})` : 'no rank'
    const rating = ratings.get(id) ?? 'No approved target.'
    standing.set(id, { name: indicator.name, rank, rating, exception: exceptions.has(id) })
  }
  return standing
}

/** What differs between two standings, and one sentence that says so. */
export function compareStandings(
  before: Standing,
  after: Standing,
): Omit<EffectsAnswer, 'area' | 'charts' | 'hidden'> {
  const pairs = [...after].flatMap(([indicator, now]) => {
    const then = before.get(indicator)
    return then ? [{ indicator, name: now.name, then, now }] : []
  })
  const ranks = pairs
    .filter(({ then, now }) => then.rank !== now.rank)
    .map(({ indicator, name, then, now }) => ({ indicator, name, before: then.rank, after: now.rank }))
  const exceptions = pairs
    .filter(({ then, now }) => then.exception !== now.exception)
    .map(({ indicator, name, then, now }) => ({
      indicator,
      name,
      before: then.exception,
      after: now.exception,
    }))
  const ratings = pairs
    .filter(({ then, now }) => then.rating !== now.rating)
    .map(({ indicator, name, then, now }) => ({ indicator, name, before: then.rating, after: now.rating }))
  const colours = ratings.filter(({ before, after }) => colourOf(before) !== colourOf(after)).length
  return { ranks, exceptions, ratings, sentence: effectsSentence(ranks.length, colours, exceptions) }
}

/** "Red" of "Red: 184 is above …": what a rating is, without its reason. */
const colourOf = (words: string) => words.split(':')[0]

function effectsSentence(ranks: number, ratings: number, exceptions: readonly { after: boolean }[]): string {
  const raised = exceptions.filter((each) => each.after).length
  const settled = exceptions.length - raised
  const measures = (n: number) => (n === 1 ? '1 measure' : `${n} measures`)
  const parts = [
    ranks > 0 ? `the rank of ${measures(ranks)} among similar councils changes` : '',
    ratings > 0
      ? `the rating of ${measures(ratings)} against ${ratings === 1 ? 'its target' : 'their targets'} changes`
      : '',
    raised > 0
      ? `${measures(raised)} would be worth asking about that ${raised === 1 ? 'was' : 'were'} not before`
      : '',
    settled > 0 ? `${measures(settled)} would no longer be worth asking about` : '',
  ].filter(Boolean)
  if (parts.length === 0)
    return 'No rank among similar councils and no rating changes, and nothing new is worth asking about.'
  const text = parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** A series as it stands and as it would stand with the figures of a draft in it. */
export async function viewBeforeAfter(
  db: Database,
  setting: Setting,
  subject: Pick<Figure, 'indicator' | 'area' | 'dimension'>,
  drafted: readonly Figure[],
): Promise<BeforeAfterAnswer | null> {
  const indicator = setting.reference.indicator(subject.indicator)
  const [change] = drafted
  if (!indicator || !change) return null
  const kind = periodOf(change.period).kind
  const held = await findFigures(db, {
    indicator: subject.indicator,
    dimension: subject.dimension,
    areas: [subject.area],
  })
  const ofKind = (figure: Figure) => periodOf(figure.period).kind === kind
  const before = new Map(
    held
      .filter((figure: PublishedFigure) => figure.source.kind !== 'document' && ofKind(figure))
      .map((figure) => [figure.period, figure.value]),
  )
  const after = new Map([
    ...before,
    ...drafted.filter(ofKind).map((each) => [each.period, each.value] as const),
  ])
  const periods = [...after.keys()].map(periodOf).sort(comparePeriods).slice(-16)
  const measure = { unit: indicator.unit, decimals: indicator.localDecimals ?? indicator.decimals }
  const area = findArea(setting, subject.area)
  const breakdown = indicator.dimensions.find((each) => each.id === subject.dimension)
  const name = breakdown ? `${indicator.name}: ${breakdown.label}` : indicator.name
  // A figure that comes new is told elsewhere; the sentence is about what changes.
  const differ = periods.filter(({ id }) => before.has(id) && before.get(id) !== after.get(id))
  const last = differ.at(-1)
  const was = last && before.get(last.id)
  const becomes = last && after.get(last.id)
  const words = (value: Figure['value'] | undefined) =>
    value === undefined ? 'no figure' : formatValue(value, measure)
  return {
    indicator: indicator.id,
    name,
    area: area.id,
    areaName: area.name,
    unitText: unitInWords(indicator.unit),
    sentence: last
      ? `${name}, ${periodLabel(last)}: ${words(was)} before, ${words(becomes)} after.`
      : `${name}: nothing changes.`,
    points: periods.map((period) => ({
      period: period.id,
      label: periodLabel(period),
      end: period.end,
      before: numberOrNull(before.get(period.id) ?? 'not-reported'),
      after: numberOrNull(after.get(period.id) ?? 'not-reported'),
    })),
  }
}
