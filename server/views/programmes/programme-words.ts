import type { PlanTerms } from '../../contract/plans.ts'
import type { ProgrammeAnswer } from '../../contract/programmes.ts'
import type { RatingAnswer, TargetAnswer } from '../../contract/target-answers.ts'
import { dayLabel } from '../../domain/period.ts'
import { whenInSentence } from '../../domain/point-label.ts'
import { formatNumber } from '../../domain/rounding.ts'
import { type TargetCounts, targetsSentence } from '../targets/target-counts.ts'
import type { Programme } from './programme-register.ts'
import type { FoundTarget } from './programme-target.ts'

/** How many targets are on the path, of how many in force; where none is, what became of those there were. */
export function headlineOf(counts: TargetCounts, targets: readonly TargetAnswer[]): string {
  const sentence = targetsSentence(counts, 'targets in force')
  if (sentence) return sentence
  if (targets.length === 0) return 'No target is set in this programme.'
  const [only, ...others] = targets
  if (others.length === 0) return loneHeadline(only)
  const ended = targets.filter(({ state }) => state === 'ended').length
  return `None of the ${targets.length} targets is in force${ended > 0 ? `; ${ended} ran out` : ''}.`
}

function loneHeadline(only: TargetAnswer | undefined): string {
  if (only?.state !== 'ended') return 'The only target is not in force: nobody has approved it.'
  const by = BY_THEN[only.rating.state]
  return `No target is in force any more. The only one ran out${by ? `; by its last figure it was ${by}` : ''}.`
}

const BY_THEN: Partial<Record<RatingAnswer['state'], string>> = {
  green: 'on its path',
  amber: 'close to its path',
  red: 'off its path',
}

/** When a programme runs, and whether the figures reach its end. A made-up figure reaches nowhere. */
export function periodInWords(
  { from, to }: Pick<PlanTerms, 'from' | 'to'>,
  targets: readonly TargetAnswer[],
  today: string,
): string {
  const span = spanInWords(from, to)
  if (span === null) return 'When it runs is not stated.'
  if (to === null || to >= today) return `It runs ${span}.`
  const ends = targets.flatMap(({ point, illustrative }) => (point && !illustrative ? [point.end] : []))
  const newest = ends.sort().at(-1)
  if (!newest || newest >= to) return `It ran ${span}.`
  return `It ran ${span}. The newest figures held are of ${dayLabel(newest)}, so how it ended can’t be told yet.`
}

function spanInWords(from: string | null, to: string | null): string | null {
  if (from && to) return `from ${dayLabel(from)} to ${dayLabel(to)}`
  if (from) return `from ${dayLabel(from)}; no end is stated`
  return to ? `until ${dayLabel(to)}; no start is stated` : null
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Money apart from what the money is spent on; a programme without savings has one group. */
export function groupsOf(
  saving: Programme['saving'],
  targets: readonly TargetAnswer[],
): ProgrammeAnswer['groups'] {
  const isMoney = ({ id }: TargetAnswer) => saving?.target === id || saving?.reinvest === id
  const measures = targets.filter((target) => !isMoney(target))
  const number = NUMBERS[measures.length] ?? measures.length
  const reductions = measures.length > 1 && measures.every(({ aim }) => aim === 'lower')
  const groups = [
    { title: reductions ? `The ${number} reductions` : 'What is aimed at', of: measures },
    { title: 'Spending and what is put into prevention', of: targets.filter(isMoney) },
  ]
  return groups.flatMap(({ title, of }) =>
    of.length > 0 ? [{ title, targets: of.map(({ id }) => id) }] : [],
  )
}

/** Whose all targets are and since when, where that is the same for all of several. */
export function ownersInWords(targets: readonly TargetAnswer[]): string | null {
  const told = targets.map(({ owner, setBy, stateWords }) => `${owner}; ${setBy}. ${stateWords}.`)
  return told.length > 1 && new Set(told).size === 1 ? `Whose they all are: ${told[0]}` : null
}

/** What was spent beside what the path asks for, in millions, so that it can be read aloud. */
export function spendInWords(saving: Programme['saving'], targets: readonly FoundTarget[]): string | null {
  const spend = targets.find(({ register }) => register.id === saving?.target)
  if (!spend) return null
  const { found, shown } = spend
  const { point, rating } = shown.target
  const figure = found.figures.find(({ period }) => period === point?.period)
  if (!figure || point?.value == null) return `No spending is held for ${found.subject.area.name}.`
  const spent = `${whenInSentence(figure.at, found.subject.indicator.kind, found.basis)} ${millions(point.value)} was spent`
  if (!rating.expected) return `${spent}.`
  const apart = point.value - rating.expected.value
  return `${spent}, ${millions(Math.abs(apart))} ${apart > 0 ? 'more' : 'less'} than the ${millions(rating.expected.value)} that the path asks for.`
}

const millions = (pounds: number) => `£${formatNumber(pounds / 1e6, 1)} million`

const WITHOUT_RATING: readonly RatingAnswer['state'][] = ['no-data', 'not-started', 'hidden', 'no-direction']

/** The targets that no figure can be held against, why, and what would change that. */
export function notMeasurable(targets: readonly FoundTarget[]): ProgrammeAnswer['notMeasurable'] {
  return targets
    .filter(({ shown }) => WITHOUT_RATING.includes(shown.target.rating.state))
    .map((each) => ({
      id: each.register.id,
      title: each.shown.target.measure.name,
      why: [whyUnrated(each), whereFrom(each)].filter(Boolean).join(' '),
    }))
}

function whyUnrated({ register, found: { subject }, shown: { target } }: FoundTarget): string {
  const { point, illustrative, rating } = target
  const { approvedOn } = register.terms
  if (rating.state === 'not-started' && point && approvedOn)
    return `The newest figure held is of ${dayLabel(point.end)}${illustrative ? ' and is illustrative' : ''}; the path begins on ${dayLabel(approvedOn)}.`
  if (rating.state === 'no-data' && !point)
    return `No figure has been published or sent for ${subject.area.name}.`
  return rating.words
}

/** Who could tell, as the catalogue says. */
function whereFrom({ found: { subject } }: FoundTarget): string {
  const { benchmark, frequency } = subject.indicator
  if (benchmark === 'None held')
    return 'What is published of it is not held here, so it has to come from the council’s own return.'
  if (benchmark.startsWith('None') || !frequency.includes('yearly'))
    return 'It is kept locally, so it has to come from the council itself.'
  return ''
}
