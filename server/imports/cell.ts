import { isMissing, type MissingReason, missingFromSymbol, type Quantity } from '../domain/figure.ts'
import type { Findings } from './finding.ts'

/** Where a cell stands, for the findings about it. */
export type Place = { row: number; column: string }

/** What spreadsheets put into cells instead of the symbols of the national format. */
const LEGACY: Record<string, MissingReason> = {
  '-': 'not-available',
  '–': 'not-available',
  '..': 'not-available',
  '.': 'not-applicable',
  ':': 'not-available',
  '~': 'suppressed',
  '*': 'suppressed',
  '<5': 'suppressed',
  '<6': 'suppressed',
  '<=5': 'suppressed',
  '≤5': 'suppressed',
  '1-5': 'suppressed',
  '1–5': 'suppressed',
  'N/A': 'not-applicable',
  'n/a': 'not-applicable',
  NA: 'not-applicable',
}

/** What a spreadsheet shows for a formula that failed, and for a number that its column was too narrow for. */
const FAILED_FORMULA =
  /^#(?:DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)$/i
const TOO_NARROW = /^#{2,}$/
/** Thousands, millions and billions, written short. */
const SHORT = /^(-?£?[\d,]*\.?\d+)(k|m|mn|bn|000s|thousand|million|billion)$/i
const ZEROS: Record<string, number> = {
  k: 3,
  '000s': 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  bn: 9,
  billion: 9,
}
/** 1-5 as a spreadsheet turns it into a date. */
const TURNED_INTO_DATE =
  /^(?:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{1,2})$/i

/** Nobody writes a longer number; a longer text is not looked into. */
const LONGEST_NUMBER = 300

const PLAIN = /^-?\d+(?:\.\d+)?$/

/**
 * Reads a cell that should hold a number or a symbol. Numbers written for people (`1,753`, `£1,200`, `23.4%`,
 * `(5)`, a typographic minus, spaces of any width) are put right and told; old symbols are read as what they mostly
 * mean, with a warning; anything else, and a blank, stops the file. `undefined` when it stopped.
 */
export function readQuantity(text: string, place: Place, findings: Findings): Quantity | undefined {
  if (text.length <= LONGEST_NUMBER && PLAIN.test(text)) return Number(text)
  const trimmed = text.replaceAll(/[\s\u200b\u2060]/g, '')
  const tell = (check: string, level: 'stop' | 'warn' | 'fixed', message: string, remedy = '') =>
    findings.add({ check, level, row: place.row, column: place.column, value: text, message, remedy })

  if (trimmed === '') {
    tell(
      'blank',
      'stop',
      'The cell is empty.',
      'Enter 0 if there were none, or [x] not available, [z] not applicable, [c] hidden.',
    )
    return undefined
  }
  const symbol = missingFromSymbol(trimmed)
  if (symbol) return symbol
  const legacy = LEGACY[trimmed]
  if (legacy) {
    const meaning = isMissing(legacy) ? legacy.replaceAll('-', ' ') : ''
    tell(
      'legacy-symbol',
      'warn',
      `"${text}" is not a symbol of the national format; it was read as ${meaning}.`,
      'Use c for hidden, z for not applicable, x for not available, u for unreliable, low for rounds to zero.',
    )
    return legacy
  }
  const number = readWrittenNumber(trimmed)
  if (number === undefined) {
    const { check, message, remedy } = whyUnreadable(text, trimmed)
    tell(check, 'stop', message, remedy)
    return undefined
  }
  tell('number-as-text', 'fixed', `Read "${text}" as ${number}.`)
  return number
}

type Why = { check: string; message: string; remedy: string }

function whyUnreadable(text: string, trimmed: string): Why {
  if (trimmed.length > LONGEST_NUMBER) {
    return {
      check: 'not-a-number',
      message: `A text of ${text.length} characters stands where a number should be.`,
      remedy: 'Enter a plain number such as 1753 or 23.4, and put notes into the column for notes.',
    }
  }
  if (FAILED_FORMULA.test(trimmed)) {
    return {
      check: 'formula-error',
      message: `The formula in this cell failed (${trimmed}).`,
      remedy:
        'Put the formula right and save the file again; or enter x where there is no figure, z where there can be none.',
    }
  }
  if (TOO_NARROW.test(trimmed)) {
    return {
      check: 'formula-error',
      message: 'The column was too narrow to show the number, and only signs were saved.',
      remedy: 'Widen the column and save the file again.',
    }
  }
  const [, digits = '', short = ''] = SHORT.exec(trimmed) ?? []
  if (short !== '') {
    const number = readWrittenNumber(digits)
    const inFull = number === undefined ? '' : `: ${Number(`${number}e${ZEROS[short.toLowerCase()]}`)}`
    return {
      check: 'short-number',
      message: `"${text}" is written short.`,
      remedy: `Enter the number in full${inFull}.`,
    }
  }
  if (TURNED_INTO_DATE.test(trimmed)) {
    return {
      check: 'spreadsheet-date',
      message: `"${text}" is a date; a spreadsheet may have made it of 1-5 or the like.`,
      remedy: 'Enter the number, or c where one to five are hidden. Format the column as text before typing.',
    }
  }
  return {
    check: 'not-a-number',
    message: `"${text}" is neither a number nor a symbol.`,
    remedy: 'Enter a plain number such as 1753 or 23.4.',
  }
}

function readWrittenNumber(text: string): number | undefined {
  if (text.length > LONGEST_NUMBER) return undefined
  const accountant = /^\((.+)\)$/.exec(text)
  const bare = (accountant?.[1] ?? text)
    .replace(/^[−–‐‑﹣－]/, '-')
    .replace(/^(-?)£/, '$1')
    .replace(/%$/, '')
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
  if (!/^-?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(grouped)) return undefined
  const number = Number(grouped)
  if (!Number.isFinite(number)) return undefined
  return accountant ? -number : number
}
