import { slackOf } from './rounding.ts'

/**
 * Whether the numbers that somebody wrote about a figure are numbers of that figure. A text is read as people write:
 * 608, 1,753, 23.4%, £2.9m, about 520. Days, years, quarters, ages, lengths of time and numbers of sections are none.
 */

export type NumberKind = 'plain' | 'percent' | 'pounds'

/** `slack` is how far the true number can be from what is written, which is rounded. */
export type NumberInText = { text: string; value: number; kind: NumberKind; slack: number }

/** A number that a text may well name, and what it is: "the figure", "the same quarter last year". */
export type KnownNumber = { value: number; kind: NumberKind; words: string }

/** A number of a text and what it is; null where it is none of those known. */
export type CheckedNumber = { text: string; is: string | null }

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const YEAR = '(?:19|20)\\d{2}'
const TO = '\\s?(?:to|and|or|[-–/])\\s?'

/** What has digits in it and is no number to check, in the order in which it is taken out. */
const NOT_NUMBERS: readonly RegExp[] = [
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?: ${YEAR})?`, 'g'),
  new RegExp(`\\b${MONTH} (?:\\d{1,2},? )?${YEAR}\\b`, 'g'),
  new RegExp(`\\b${YEAR}\\s?[/–-]\\s?\\d{2}(?:\\d{2})?\\b`, 'g'),
  new RegExp(
    `(?<![£\\d.,])${YEAR}(?![.,]?\\d|\\s?(?:%|per ?cent|m\\b|k\\b|bn|million|thousand|billion))`,
    'g',
  ),
  /\b(?:Quarter|Year|Stage|Level|Phase|Part|Tier|Step|Q)\s?\d{1,2}\b/g,
  /\b(?:sections?|paragraphs?|appendix|items?|pages?|tables?|rows?|versions?|chapters?)\s\d+(?:\.\d+)*(?:\([a-z]\))?/gi,
  new RegExp(`\\b(?:aged?|ages) (?:under |over |from )?\\d{1,2}(?:${TO}\\d{1,2})?\\b`, 'gi'),
  /\b(?:under|over)[- ]\d{1,2}s\b/gi,
  /\b(?:per|every|each) 10{0,3}(?:,?000)?\b/gi,
  new RegExp(
    `\\b\\d+(?:\\.\\d+)?(?:${TO}\\d+)?[\\s-](?:working |calendar |school )?(?:minute|hour|day|week|month|quarter|year)s?\\b`,
    'gi',
  ),
  /\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)\b|\b\d{1,2}:\d{2}\b/gi,
  /\b\d+(?:st|nd|rd|th)\b/gi,
  /[A-Za-z]+-?\d[\w-]*/g,
]

const HEDGE =
  'about|around|approximately|roughly|nearly|almost|some|circa|just over|just under|over|under|more than|less than|fewer than|at least'
const NUMBER = new RegExp(
  `(?:\\b(${HEDGE}) )?(£)?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?:\\s?(%|per ?cent\\b|percentage points?\\b)|\\s?(m|million|k|thousand|bn|billion)\\b)?`,
  'gi',
)

const SCALES: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 }

/** Every number of a text in its order, as it is written; signs are left out, for words say which way it went. */
export function numbersIn(text: string): NumberInText[] {
  const plain = NOT_NUMBERS.reduce(
    (left, pattern) => left.replace(pattern, (found) => '·'.repeat(found.length)),
    text,
  )
  return [...plain.matchAll(NUMBER)].map(
    ([written, hedge, pound, whole = '', fraction = '', share, scale]) => {
      const unit = SCALES[scale?.toLowerCase() ?? ''] ?? 1
      const digits = whole.replaceAll(',', '')
      const decimals = Math.max(0, fraction.length - 1)
      const zeros = hedge && fraction === '' ? /0*$/.exec(digits.replace(/^0+/, ''))?.[0].length : 0
      return {
        text: written.trim(),
        value: Number(digits + fraction) * unit,
        kind: share ? 'percent' : pound ? 'pounds' : 'plain',
        slack: 0.5 * 10 ** ((zeros ?? 0) - decimals) * unit,
      }
    },
  )
}

/** What binary fractions may be off by, as a share of the number. */
const HAIR = 1e-9

/**
 * Holds every number of a text against those known. It is one of them if neither is further from the other than it is
 * rounded; a percentage is only ever a percentage and pounds are pounds, a bare number may be any ("from 16.2 to 23.4%").
 */
export function checkNumbers(text: string, known: readonly KnownNumber[]): CheckedNumber[] {
  return numbersIn(text).map((found) => {
    const match = known
      .filter(({ kind }) => found.kind === 'plain' || found.kind === kind)
      .find(({ value }) => isSame(found, Math.abs(value)))
    return { text: found.text, is: match?.words ?? null }
  })
}

const isSame = ({ value, slack }: NumberInText, known: number): boolean =>
  Math.abs(value - known) <= Math.max(slack, slackOf(known)) + HAIR * Math.max(1, known)
