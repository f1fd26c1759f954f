import { decimalsOf, formatNumber } from '../server/domain/rounding.ts'

type FigureText = {
  value: number | null
  text: string
  numerator: number | null
  denominator: number | null
  status: string
}

/** The sign, and as many decimals as the longer of the two is written with. */
function signed(difference: number, decimals: number, text: string): string {
  const sign = difference < 0 ? '−' : '+'
  const size = formatNumber(Math.abs(difference), decimals)
  if (text.includes('£')) return `${sign}£${size}`
  return text.endsWith('%') ? `${sign}${size} points` : `${sign}${size}`
}

const decimalsShown = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0

/** What a revision does to a figure: `+2`, `−0.4 points`, or in words what else of it changes. */
export function differenceInWords(before: FigureText, after: FigureText): string {
  if (before.value === null && after.value === null) return 'another reason for having no figure'
  if (before.value === null) return 'a figure where there was none'
  if (after.value === null) return 'no figure any more'
  const difference = after.value - before.value
  if (difference !== 0) {
    const shown = Math.max(decimalsShown(before.text), decimalsShown(after.text))
    // Where both read the same the difference lies in what is not shown of them.
    const decimals =
      before.text === after.text ? Math.max(decimalsOf(before.value), decimalsOf(after.value)) : shown
    return signed(difference, decimals, after.text)
  }
  if (before.numerator !== after.numerator || before.denominator !== after.denominator)
    return 'same value, made of other numbers'
  return before.status === after.status
    ? 'same value, another note'
    : `same value, now ${after.status} instead of ${before.status}`
}
