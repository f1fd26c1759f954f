import type { RatingAnswer } from '../../contract/target-answers.ts'

/** How ratings add up. Those of targets that nobody approved, or that have no direction, are not among `approved`. */
export type TargetCounts = { approved: number; onPath: number; amber: number; red: number; noData: number }

const NO_DATA: readonly RatingAnswer['state'][] = ['no-data', 'not-started', 'hidden']

export function targetCounts(ratings: readonly RatingAnswer[]): TargetCounts {
  const count = (...states: RatingAnswer['state'][]) =>
    ratings.filter(({ state }) => states.includes(state)).length
  const [onPath, amber, red, noData] = [count('green'), count('amber'), count('red'), count(...NO_DATA)]
  return { approved: onPath + amber + red + noData, onPath, amber, red, noData }
}

/**
 * "Of 9 measures with an approved target 2 are on the path, 1 is close to it and 4 are off it; 2 have no data since the
 * path began." The number that it is of is always said. Null without an approved target.
 */
export function targetsSentence(
  { approved, onPath, amber, red, noData }: TargetCounts,
  what = 'measures with an approved target',
): string | null {
  if (approved === 0) return null
  if (approved === 1) {
    const one = `The one ${what.replace(/^(\w+)s\b/, '$1')}`
    if (noData === 1) return `${one} has no data since its path began.`
    return `${one} is ${onPath === 1 ? 'on its path' : amber === 1 ? 'close to its path' : 'off its path'}.`
  }
  const are = (n: number) => `${n === 0 ? 'none' : n} ${n === 1 ? 'is' : 'are'}`
  const [first, second] = [`${are(onPath)} on the path`, amber > 0 ? `${are(amber)} close to it` : '']
  const third = red > 0 ? `${are(red)} off it` : ''
  const parts = [first, second, third].filter(Boolean)
  const last = parts.length > 1 ? ` and ${parts.pop()}` : ''
  const without =
    noData === 0 ? '' : `; ${noData} ${noData === 1 ? 'has' : 'have'} no data since the path began`
  return `Of ${approved} ${what} ${parts.join(', ')}${last}${without}.`
}
