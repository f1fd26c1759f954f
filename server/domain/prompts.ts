import { RELIABLE_GROUP } from './benchmark.ts'
import { type Change, changeInWords } from './change.ts'
import { isNumber, type Quantity } from './figure.ts'
import { formatValue, isMoment, type Kind, type Measure } from './indicator.ts'
import { dayLabel, isNext, type Period } from './period.ts'
import { formatNumber, round } from './rounding.ts'

/**
 * Questions that a member could ask of a measure, made of its yearly figures. They say what moved and when, never why:
 * that is what is asked. No direction is called good here; whoever has one says whose it is.
 */

export type YearFigure = { at: Period; value: Quantity }
/** The mean of similar councils in a year: of how many of them, and how many there are. */
export type PeerFigure = YearFigure & { contributing: number; of: number }

export type Asked = {
  /** What the measure is called. */
  name: string
  /** The name of the council. */
  area: string
  kind: Kind
  measure: Measure
  /** Yearly, the oldest first. */
  figures: readonly YearFigure[]
  peers: readonly PeerFigure[]
  peerMeasure: Measure
  /** What moved away from a good direction, and who says that it is one: "the local strategy aims lower". */
  adverse: { change: Change; since: string; aim: string } | null
}

export const PROMPT_KINDS = ['movement', 'similar-councils', 'turn'] as const
export type Prompt = { kind: (typeof PROMPT_KINDS)[number]; text: string }

/** How many yearly changes are told. */
const MOST_CHANGES = 5

/** Up to three questions, fewer where the figures don't reach; none where there is nothing to ask about. */
export function promptsOf(asked: Asked): Prompt[] {
  const run = newestRun(asked.figures)
  const prompts: Prompt[] = []
  const add = (kind: Prompt['kind'], text: string | null) => {
    if (text !== null) prompts.push({ kind, text })
  }
  add('movement', movementPrompt(asked, run))
  add('similar-councils', peersPrompt(asked, run))
  add('turn', turnPrompt(asked))
  return prompts
}

type Sound = { at: Period; value: number }

/** The newest figures with no year missing between them, six at most: five changes. */
function newestRun(figures: readonly YearFigure[]): Sound[] {
  const run: Sound[] = []
  for (const { at, value } of figures.toReversed()) {
    const [next] = run
    if (!isNumber(value) || (next && !isNext(at, next.at))) break
    run.unshift({ at, value })
    if (run.length > MOST_CHANGES) break
  }
  return run
}

type Step = { at: Period; size: number; text: string }

/** "Since 31 March 2020 the figure for children in care has moved −5.7%, +1.9% a year: what changed in 2020–21?" */
function movementPrompt({ name, kind, measure }: Asked, run: readonly Sound[]): string | null {
  const [first] = run
  const steps = run.slice(1).flatMap((each, i): Step[] => {
    const before = run[i]
    return before ? [stepOf(before.value, each, measure)] : []
  })
  if (!first || steps.length < 2 || steps.some(({ size }) => !Number.isFinite(size))) return null
  const largest = steps.reduce((most, step) => (Math.abs(step.size) > Math.abs(most.size) ? step : most))
  if (round(largest.size, 1) === 0) return null
  const moves = steps.map(({ text }) => text).join(', ')
  const unit = measure.unit === 'percent' ? ' percentage points' : ''
  return `Since ${whenOf(first.at, kind)} the figure for ${inSentence(name)} has moved ${moves}${unit} a year: what changed ${duringYear(largest.at)}?`
}

/** A percentage moves by points, anything else by a share of what it was. */
function stepOf(before: number, { at, value }: Sound, { unit }: Measure): Step {
  const size = unit === 'percent' ? value - before : ((value - before) / before) * 100
  return { at, size, text: `${signed(size)}${unit === 'percent' ? '' : '%'}` }
}

const signed = (size: number) => `${round(size, 1) > 0 ? '+' : ''}${formatNumber(size, 1)}`

/** "Between 31 March 2020 and 31 March 2025 similar councils went from 94.2 to 124.5 … : what do they do?" */
function peersPrompt(
  { area, kind, measure, peers, peerMeasure }: Asked,
  run: readonly Sound[],
): string | null {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last || first === last) return null
  const [from, to] = [first, last].map(({ at }) => peers.find((peer) => peer.at.id === at.id))
  if (!from || !to || Math.min(from.contributing, to.contributing) < RELIABLE_GROUP) return null
  const reported =
    from.contributing === to.contributing ? to.contributing : `${from.contributing} and ${to.contributing}`
  const theirs = went(formatValue(from.value, peerMeasure), formatValue(to.value, peerMeasure))
  const ours = went(formatValue(first.value, measure), formatValue(last.value, measure))
  return `Between ${whenOf(first.at, kind)} and ${whenOf(last.at, kind)} ${area} ${ours}. Similar councils meanwhile ${theirs} on average (${reported} of ${to.of} reported): what do they do?`
}

const went = (from: string, to: string) => (from === to ? `stayed at ${to}` : `went from ${from} to ${to}`)

/** "The figure for children in care went up 2 (1.1%) from 182 on the year before, while the local strategy aims lower: …" */
function turnPrompt({ name, adverse }: Asked): string | null {
  if (!adverse) return null
  const { change, since, aim } = adverse
  return `The figure for ${inSentence(name)} went ${changeInWords(change)} ${since}, while ${aim}: will it go on, how do we know, and what is the plan?`
}

const whenOf = ({ end }: Period, kind: Kind) =>
  isMoment(kind) ? dayLabel(end) : `the year to ${dayLabel(end)}`

/** The year that led to a figure: `in 2022–23`, or `in the year to 30 September 2023`. */
function duringYear({ end }: Period): string {
  const year = Number(end.slice(0, 4))
  if (!end.endsWith('-03-31')) return `in the year to ${dayLabel(end)}`
  return `in ${year - 1}–${end.slice(2, 4)}`
}

/** A name within a sentence; one that begins with capitals (GCSE) keeps them. */
const inSentence = (name: string) =>
  /^[A-Z]{2}/.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
