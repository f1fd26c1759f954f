import type { Identity } from '../domain/disclosure/identity.ts'
import { formatNumber } from '../domain/rounding.ts'
import type { SeenCell } from './view.ts'

/** How a hidden number comes out, for whoever has to hide something more. */

/** `180 less 55, 40, 65 and 18`; what else is hidden in the sum is named as such. */
export function inWords(
  { terms, total = 0, says, exact }: Identity,
  cell: string,
  known: ReadonlyMap<string, SeenCell>,
): string {
  const own = terms.find((term) => term.cell === cell)?.coefficient ?? 1
  const others = terms.filter((term) => term.cell !== cell)
  const amounts = [
    { amount: total / own, open: false },
    ...others.map(({ cell: other, coefficient }) => {
      const seen = known.get(other)
      const isOpen = !seen || seen.least !== seen.most
      return { amount: (-coefficient / own) * (isOpen ? 1 : seen.least), open: isOpen }
    }),
  ].filter(({ amount }) => amount !== 0)
  const say = ({ amount, open }: { amount: number; open: boolean }) =>
    open ? 'a hidden number' : formatNumber(Math.abs(amount), 0)
  const added = amounts.filter(({ amount }) => amount > 0).map(say)
  const taken = amounts.filter(({ amount }) => amount < 0).map(say)
  const sum = `${list(added) || 'nothing'}${taken.length > 0 ? ` less ${list(taken)}` : ''}`
  return `${sum} (${says}${exact ? '' : ', nearly'})`
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
