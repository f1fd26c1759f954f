import type { SavingsAnswer, SavingsYear } from '../../contract/savings.ts'
import { isNumber, isSound } from '../../domain/figure.ts'
import { type Period, periodLabel } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { SavingsYear as Step } from '../../domain/savings.ts'
import type { Dated } from '../area-figures.ts'
import type { RegisteredTarget } from '../targets/target-register.ts'
import { moreOrLess, movementOf, percentText, roughly } from './savings-words.ts'

type PathAnswer = NonNullable<SavingsAnswer['path']>

/** Which figure comes last, and how far it is from what the path asks for in its year. */
export function headlineOf(area: string, share: number, rows: readonly SavingsYear[]): string {
  const row = rows.findLast(({ actual }) => actual !== null)
  if (!row?.actual) return `No spending of ${area} is published yet for the years of the path.`
  const apart = moreOrLess(row.actual.value - row.spend.value)
  const asked = `The path to ${percentText(share)} less asked for ${roughly(row.spend.value)}`
  return [
    `In ${row.label} ${area} spent ${roughly(row.actual.value)} on children’s services.`,
    apart === null ? `${asked}, as was spent.` : `${asked}: ${apart} was spent.`,
  ].join(' ')
}

/** "From 2020/21 to 2024/25 spending rose by 29.0% in cash; in England it rose by 44.8%." */
export function comparisonOf(own: readonly Dated[], england: readonly Dated[], from: Period): string | null {
  const last = own.findLast(isSound)?.at
  if (!last || last.end <= from.end) return null
  const moved = movedBetween(own, from, last)
  if (moved === null) return null
  const there = movedBetween(england, from, last)
  const beside = there === null ? '' : `; in England it ${there}`
  return `From ${periodLabel(from)} to ${periodLabel(last)} spending ${moved} in cash${beside}.`
}

function movedBetween(figures: readonly Dated[], from: Period, to: Period): string | null {
  const valueAt = ({ id }: Period) => figures.find((each) => each.period === id && isSound(each))?.value
  const [start, end] = [valueAt(from), valueAt(to)]
  if (start === undefined || end === undefined || !isNumber(start) || !isNumber(end)) return null
  return movementOf(start, end)
}

type Drawn = PathAnswer['chart']['actual']

export function chartSentence({ actual, path }: { actual: Drawn; path: Drawn }): string {
  const way = (points: Drawn) => {
    const [first, last] = [points[0], points.at(-1)]
    return first && last
      ? `from ${first.text} in ${first.label} to ${last.text} in ${last.label}`
      : 'without a figure'
  }
  return `Spending went ${way(actual)}. The path runs ${way(path)}.`
}

/** Nobody should take the share of the last year for the share of all of them. */
export function cumulativeInWords(baseline: number, steps: readonly Step[], year: string): string {
  const last = steps.at(-1)
  if (!last) return ''
  const share = formatNumber((last.cumulative / baseline) * 100, 0)
  return (
    `Added up over the ${last.k} years, an even path saves ${roughly(last.cumulative)}: as much as ${share}% of one year’s ` +
    `spending (${year}). It is not ${last.k} times ${roughly(last.saving)}, since only the last year saves that much.`
  )
}

/** What the papers leave open, and where the target in the register is not what is counted with here. */
export function notesOn(path: PathAnswer, { terms, retired }: RegisteredTarget): string[] {
  const { share, reinvestShare, years } = path
  const last = years.at(-1)
  const open = last
    ? `Before or after what is put into prevention? The papers do not say which of the two the ${share.text} is. If ` +
      `${reinvestShare.text} of what is saved goes into prevention, ${roughly(last.saving.value)} saved in ${last.label} leaves ${roughly(last.net.value)}.`
    : null
  return [
    `The path starts from ${path.baseline.text}. ${path.baseline.source}`,
    terms.dueNote,
    open,
    'In cash or after inflation? The papers do not say. Both lines are in the cash of each year.',
    terms.shape === 'linear'
      ? null
      : 'The target in the register asks for another path; here the same amount is counted every year.',
    retired ? 'The target was taken out of the register: this is what was planned before.' : null,
    terms.approvedOn === null ? 'Nobody has approved the target in the register.' : null,
  ].filter((note) => note !== null)
}
