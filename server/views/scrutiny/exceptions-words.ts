import type { ExceptionRow, ExceptionsAnswer } from '../../contract/exception-answers.ts'
import type { ExceptionRule } from '../../domain/exception.ts'
import { FIRM_POINTS, LEAST_POINTS } from '../../domain/xmr.ts'
import { LEAST_RUN } from '../../domain/xmr-rules.ts'
import { LEAST_YEARS } from '../../domain/xmr-series.ts'

export type Rhythm = ExceptionsAnswer['by']

/** How far back anybody looks for how long a measure has been on the list. */
export const MOST_PERIODS = 8

/** What an exception is listed by, as the screen explains it. */
export const RULE_WORDS: Record<ExceptionRule, (by: Rhythm) => string> = {
  previous: (by) => `It moved away from its aim since the ${periodWord(by)} before.`,
  'year-before': () => 'It moved away from its aim since the same quarter last year.',
  'off-path': () => 'It is red against an approved target: further off its path than the tolerance allows.',
  'process-chart': (by) =>
    `It is outside what chance alone would usually give, on the side away from its aim: beyond the range that its own ${periodWord(by)}-to-${periodWord(by)} ups and downs give, close to the end of that range in two of three ${periodWord(by)}s, or in a run of ${LEAST_RUN} or more ${periodWord(by)}s that lie on that side of the average or all went that way.`,
}

const leastOf = (by: Rhythm) => (by === 'quarter' ? LEAST_POINTS : LEAST_YEARS)

/** Of how many measures enough is known, and how far that is to be trusted. `told` counts those. */
export function variationSentence({
  measures,
  told,
  by,
}: {
  measures: number
  told: number
  by: Rhythm
}): string {
  const needed = `${leastOf(by)} ${periodWord(by)}s in a row that compare with each other`
  if (told === 0)
    return `Whether a figure is outside what chance alone would usually give is not looked at here: none of ${measures} measures has ${needed}.`
  return `What is ordinary can be told for ${told} of ${measures} measures: it takes ${needed}. With fewer than ${FIRM_POINTS} the range is a first estimate. To be outside of it says that something is different, not what lies behind it.`
}

export const periodWord = (by: Rhythm) => (by === 'quarter' ? 'quarter' : 'year')

const since = (by: Rhythm) =>
  by === 'quarter' ? 'since the quarter before or the same quarter last year' : 'since the year before'

/** "October to December 2016 (Quarter 3 2016/17)", "the year to 31 March 2025" */
export const periodInSentence = (label: string): string => label.replace(/^Year to/, 'the year to')

/**
 * "Of 9 measures 7 are listed for the year to 31 March 2025: 5 moved away from their aim since the year before, and 6 are
 * red against an approved target; 2 have no data." Every number is told with what it is of.
 */
export function exceptionsSentence(
  counts: ExceptionsAnswer['counts'],
  by: Rhythm,
  label: string | null,
): string {
  const { measures, listed, notCompared, noDirection, noData } = counts
  if (label === null || noData === measures)
    return `None of ${measures} measures has a figure${label === null ? '' : ` for ${periodInSentence(label)}`}, so none can be listed.`
  const first = `Of ${measures} measures ${are(listed)} listed for ${periodInSentence(label)}`
  const have = (count: number, what: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'has' : 'have'} ${what}`]
  const apart = [
    ...have(notCompared, 'nothing to compare with'),
    ...have(noDirection, 'no direction'),
    ...(noData === 0 ? ['none is without data'] : have(noData, 'no data')),
  ]
  return `${first}${reasons(counts, by)}; ${apart.join(', ')}.`
}

function reasons({ listed, moved, red, beyondChance }: ExceptionsAnswer['counts'], by: Rhythm): string {
  if (listed === 0) return ''
  const found = [
    { count: moved, words: `moved away from ${moved === 1 ? 'its' : 'their'} aim ${since(by)}` },
    { count: red, words: `${red === 1 ? 'is' : 'are'} red against an approved target` },
    {
      count: beyondChance,
      words: `${beyondChance === 1 ? 'is' : 'are'} outside what chance alone would usually give`,
    },
  ].filter(({ count }) => count > 0)
  if (found.every(({ count }) => count === listed))
    return `: ${whole(listed)} ${listOf(found.map(({ words }) => words))}`
  const told = found.map(({ count, words }) => `${count} ${words}`)
  const twice = found.reduce((sum, { count }) => sum + count, 0) - listed
  return `: ${told.slice(0, -1).join(', ')}, and ${told.at(-1)}${bothInWords(found.length, twice)}`
}

/** Of three reasons nobody can tell from their numbers how many measures have two. */
function bothInWords(reasons: number, twice: number): string {
  if (twice === 0) return ''
  if (reasons > 2) return ' (some by more than one of these)'
  return ` (${twice} ${twice === 1 ? 'is' : 'are'} both)`
}

const whole = (of: number) => (of === 1 ? 'it' : of === 2 ? 'both' : 'all')
const are = (count: number) => `${count === 0 ? 'none' : count} ${count <= 1 ? 'is' : 'are'}`

/** "On the list 3 quarters in a row, red in the last 2 of them." `before` is whether it was listed the period before. */
export function runInWords(
  { listed, red }: Pick<ExceptionRow['run'], 'listed' | 'red'>,
  before: boolean | null,
  by: Rhythm,
): string {
  const word = periodWord(by)
  const row = (count: number) => `${count} ${word}s in a row${count >= MOST_PERIODS ? ' or more' : ''}`
  const first =
    listed > 1
      ? `On the list ${row(listed)}`
      : before === null
        ? `On the list; nothing is known of the ${word} before`
        : `New on the list: it was not on it the ${word} before`
  if (red === 0) return `${first}.`
  if (red === 1) return `${first}; red this ${word}.`
  return listed === red ? `On the list and red ${row(red)}.` : `${first}; red ${row(red)}.`
}

/** Which way is meant for the measures listed, told once for all that share it; null without any. */
export function directionSentence(
  rows: readonly { name: string; direction: { short: string } }[],
): string | null {
  const groups = [...Map.groupBy(rows, ({ direction }) => direction.short)]
  const [first] = groups
  if (!first) return null
  if (groups.length === 1) return `${first[0]}. This holds for every measure listed.`
  return groups.map(([short, own]) => `${short}, for ${listOf(own.map(({ name }) => name))}.`).join(' ')
}

/** "cause", "cause and owner", "cause, owner and recovery date" */
export function listOf(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
