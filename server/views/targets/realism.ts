import type { RealismAnswer } from '../../contract/comparison-answers.ts'
import type { RealismQuery } from '../../contract/queries.ts'
import { isNumber, isSound } from '../../domain/figure.ts'
import { changeAYear } from '../../domain/pace.ts'
import { POPULATION } from '../../domain/population.ts'
import {
  type Realism,
  realismOf,
  type Window,
  windowsFromFarEnd,
  windowsOf,
  type Years,
} from '../../domain/realism.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { Area } from '../../reference.ts'
import type { Database } from '../../store/database.ts'
import { findFigures } from '../../store/figures.ts'
import { loadAreaFigures, shownFigures } from '../area-figures.ts'
import { findSubject, type Setting, type Subject } from '../subject.ts'

/** Windows begin here at the earliest: from then on every headline measure is published for every authority. */
const FIRST_YEAR = 2016
/** In smaller places a few families move the rate. */
const LEAST_CHILDREN = 10_000
/** And of fewer than this many a count moves by itself. */
const LEAST_COUNT = 100

/** Whether any authority of today ever changed as much, in as many years, by published yearly figures. */
export async function viewRealism(
  db: Database,
  setting: Setting,
  indicatorId: string,
  query: RealismQuery,
): Promise<RealismAnswer> {
  const subject = findSubject(setting, indicatorId, '', query.area)
  const held = await loadYears(db, setting, subject)
  const rows = query.years.flatMap((years) => {
    const found = realismIn(held, query.change, years)
    if (!found) return []
    const { realism, own } = found
    return [
      {
        years,
        needed: query.change,
        neededAYear: changeAYear(query.change, years),
        ...realism,
        best: { ...realism.best, name: nameOf(realism.best.area, setting) },
        own: own.map(({ from, to, change }) => ({ from, to, change })),
        sentence: realismSentence(found, { years, needed: query.change, subject, setting }),
      },
    ]
  })
  return { indicator: subject.indicator.id, area: subject.area.id, basis: realismBasis(subject), rows }
}

/** Which authorities and years are looked at. */
export function realismBasis({ view }: Pick<Subject, 'view'>): string {
  const eligible =
    view === 'count'
      ? `with a count of ${LEAST_COUNT} or more in ${FIRST_YEAR}`
      : `with ${formatNumber(LEAST_CHILDREN, 0)} children or more`
  return `Published yearly figures since ${FIRST_YEAR} of today’s authorities ${eligible}. Stretches of years overlap.`
}

export type HeldYears = { all: Years[]; own: Years }

/** How a change (in per cent) stands among all stretches of so many years; `own` are those of the area itself. */
export type RealismIn = { realism: Realism; own: Window[] }

/** `undefined` where no stretch of so many years is held of any authority. */
export function realismIn({ all, own }: HeldYears, change: number, years: number): RealismIn | undefined {
  const realism = realismOf(change, windowsOf(all, years, FIRST_YEAR))
  if (!realism) return undefined
  return { realism, own: windowsOf([own], years, FIRST_YEAR) }
}

/** The same among stretches that began in the quarter of authorities that had furthest to go. */
export const realismFromFarEnd = ({ all }: HeldYears, change: number, years: number): Realism | undefined =>
  realismOf(change, windowsFromFarEnd(all, change, years, FIRST_YEAR))

const nameOf = (area: string, { reference }: Setting) => reference.area(area)?.name ?? area

/** The yearly figures of every authority that can be compared, and of the area itself. */
export async function loadYears(db: Database, { reference }: Setting, subject: Subject): Promise<HeldYears> {
  const of = await loadAreaFigures(db, subject, {})
  const estimates = await findFigures(db, { indicator: POPULATION, dimension: '' })
  estimates.sort((a, b) => (a.period < b.period ? -1 : 1))
  // The newest estimate of each area stays.
  const children = new Map(estimates.map(({ area, value }) => [area, isNumber(value) ? value : 0]))
  const yearsOf = ({ id }: Area): Years => {
    const figures = shownFigures(of(id), 'financial-year', subject, null).filter(isSound)
    return {
      area: id,
      values: new Map(figures.map(({ at, value }) => [Number(at.end.slice(0, 4)), value as number])),
    }
  }
  const isLarge = ({ area, values }: Years) =>
    subject.view === 'count'
      ? (values.get(FIRST_YEAR) ?? 0) >= LEAST_COUNT
      : (children.get(area) ?? 0) >= LEAST_CHILDREN
  const today = reference.areas.filter((area) => area.kind === 'authority' && area.closed === '')
  return { all: today.map(yearsOf).filter(isLarge), own: yearsOf(subject.area) }
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** "five-year stretches" */
export const stretchesOf = (years: number): string => `${NUMBERS[years] ?? years}-year stretches`

/** The size of a change: "47%", "14.8%". */
export const percent = (x: number): string => `${formatNumber(Math.abs(x), Number.isInteger(x) ? 0 : 1)}%`

/** "A fall of 47% was never seen in 722 five-year stretches of 146 councils. The largest fall was …" */
export function realismSentence(
  { realism: { windows, areas, reached, share, verdict, best }, own }: RealismIn,
  { years, needed, subject, setting }: { years: number; needed: number; subject: Subject; setting: Setting },
): string {
  const stretches = `${formatNumber(windows, 0)} ${stretchesOf(years)} of ${areas} councils`
  const [verb, most] = needed < 0 ? ['fall', 'largest fall'] : ['rise', 'largest rise']
  const name = nameOf(best.area, setting)
  const managed =
    reached === 0
      ? `A ${verb} of ${percent(needed)} was ${verdict} in ${stretches}.`
      : `A ${verb} of ${percent(needed)} was ${verdict}: in ${reached} of ${stretches} (${percent(share)}).`
  const record = `The ${most} was ${percent(best.change)}, in ${name} from ${best.from} to ${best.to}.`
  const [first] = own
  if (!first) return `${managed} ${record}`
  const furthest = own.reduce(
    (a, b) => ((needed < 0 ? b.change < a.change : b.change > a.change) ? b : a),
    first,
  )
  const when = `${percent(furthest.change)} (${furthest.from} to ${furthest.to})`
  const [did, least] = needed < 0 ? ['fell', 'smallest rise'] : ['rose', 'smallest fall']
  const went = furthest.change < 0 === needed < 0
  const mine = went
    ? `At its furthest, ${subject.area.name} ${did} by ${when}.`
    : `Over as many years ${subject.area.name} never ${did}; its ${least} was ${when}.`
  return `${managed} ${record} ${mine}`
}
