import type { BridgeAnswer } from '../../contract/savings.ts'
import type { Bridge } from '../../domain/cost-bridge.ts'
import { dayLabel, periodLabel } from '../../domain/period.ts'
import { clean, formatNumber } from '../../domain/rounding.ts'
import type { PlacementYear } from './savings-bridge.ts'
import { moreOrLess, roughly, signed } from './savings-words.ts'

/** The steps of a waterfall from the earlier year to the later one; each bar begins where the one before it ended. */
export function stepsOf(bridge: Bridge, from: PlacementYear, to: PlacementYear): BridgeAnswer['steps'] {
  const { before, volume, mix, price, after } = bridge
  const [afterVolume, afterMix] = [before + volume, before + volume + mix]
  const words = effectsInWords(bridge, from, to)
  const total = (id: 'before' | 'after', value: number, year: PlacementYear) => ({
    id,
    label: `Care in ${periodLabel(year.at)}`,
    value: clean(value),
    text: roughly(value),
    start: 0,
    end: clean(value),
    words: `${formatNumber(year.children, 0)} children in care on ${dayLabel(year.at.end)}.`,
  })
  const step = (id: 'volume' | 'mix' | 'price', label: string, value: number, start: number) => ({
    id,
    label,
    value: clean(value),
    text: signed(value),
    start: clean(start),
    end: clean(start + value),
    words: words[id],
  })
  return [
    total('before', before, from),
    step('volume', 'How many children', volume, before),
    step('mix', 'Where they lived', mix, afterVolume),
    step('price', 'What a placement cost', price, afterMix),
    total('after', after, to),
  ]
}

/** "There were 78 fewer children in care, which by itself would have cost £5.2 million less a year. …" */
export function bridgeSummary(bridge: Bridge, from: PlacementYear, to: PlacementYear): string {
  const { volume, mix, price } = effectsInWords(bridge, from, to)
  const change = moreOrLess(bridge.after - bridge.before)
  const way = `from ${roughly(bridge.before)} in ${periodLabel(from.at)} to ${roughly(bridge.after)} in ${periodLabel(to.at)}`
  const together = change === null ? `Together: no change, ${way}.` : `Together: ${change} a year, ${way}.`
  return [volume, mix, price, together].join(' ')
}

function effectsInWords(bridge: Bridge, from: PlacementYear, to: PlacementYear) {
  const more = to.children - from.children
  const count = formatNumber(Math.abs(more), 0)
  const volume = moreOrLess(bridge.volume)
  const mix = moreOrLess(bridge.mix)
  const price = moreOrLess(bridge.price)
  return {
    volume:
      volume === null
        ? 'There were as many children in care as before.'
        : `There were ${count} ${more < 0 ? 'fewer' : 'more'} children in care, which by itself would have cost ${volume} a year.`,
    mix:
      mix === null
        ? 'Where they lived made no difference.'
        : `A larger share of them lived where care costs ${bridge.mix > 0 ? 'more' : 'less'}: ${mix}.`,
    price:
      price === null
        ? 'A placement cost as much as before.'
        : `A placement of the same kind cost ${bridge.price > 0 ? 'more' : 'less'}: ${price}.`,
  }
}
