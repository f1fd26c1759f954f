import { changeBetween } from '../../domain/change.ts'
import { isNumber, isSound } from '../../domain/figure.ts'
import { formatValue } from '../../domain/indicator.ts'
import { isNext } from '../../domain/period.ts'
import { type Turn, turnOf } from '../../domain/turn.ts'
import type { Dated } from '../area-figures.ts'
import type { FoundRow } from '../scorecard.ts'
import type { CardRhythm } from '../scorecard-period.ts'

/** The figures of a measure up to that of the period, in a sentence, and whether the newest goes against those before. */
export type Trend = { words: string | null; turn: Turn | null }

type Made = Pick<FoundRow, 'figure' | 'figures' | 'measure' | 'basis'>

export function viewTrend({ figure, figures, measure, basis }: Made, by: CardRhythm): Trend {
  const until = figures.filter((each) => figure && isSound(each) && each.at.end <= figure.at.end)
  const newestFirst = [...until].reverse()
  const movements = newestFirst.slice(0, -1).map((now, i) => {
    const then = newestFirst[i + 1]
    const change = then && isNext(then.at, now.at) ? changeBetween(now.value, then.value, measure) : null
    return change?.movement ?? null
  })
  return { words: trendInWords(until, { measure, basis, by }), turn: turnOf(movements) }
}

/** "Of 13 years this is the highest; the lowest was 126." Null where there are not two numbers to compare. */
function trendInWords(
  figures: readonly Dated[],
  { measure, basis, by }: Pick<Made, 'measure' | 'basis'> & { by: CardRhythm },
): string | null {
  const values = figures.map(({ value }) => value).filter(isNumber)
  const newest = figures.at(-1)?.value
  if (values.length < 2 || newest === undefined || !isNumber(newest)) return null
  const [text, low, high] = [newest, Math.min(...values), Math.max(...values)].map((each) =>
    formatValue(each, measure),
  )
  const rhythm = by === 'quarter' ? 'quarters' : 'years'
  const all = `Of ${values.length} ${basis === 'rolling-year' ? 'twelve-month figures' : rhythm}`
  if (low === high) return `${all} each was the same.`
  if (text === high) return `${all} this is the highest; the lowest was ${low}.`
  if (text === low) return `${all} this is the lowest; the highest was ${high}.`
  return `${all} the lowest was ${low} and the highest ${high}.`
}
