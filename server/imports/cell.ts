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
  'N/A': 'not-applicable',
  'n/a': 'not-applicable',
  NA: 'not-applicable',
}

const PLAIN = /^-?\d+(?:\.\d+)?$/

/**
 * Reads a cell that should hold a number or a symbol. Numbers written for people (`1,753`, `£1,200`, `23.4%`,
 * `(5)`, a typographic minus) are put right and told; old symbols are read as what they mostly mean, with a warning;
 * anything else, and a blank, stops the file. `undefined` when it stopped.
 */
export function readQuantity(text: string, place: Place, findings: Findings): Quantity | undefined {
  if (PLAIN.test(text)) return Number(text)
  const trimmed = text.replaceAll(/[\s ]/g, '')
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
    tell(
      'not-a-number',
      'stop',
      `"${text}" is neither a number nor a symbol.`,
      'Enter a plain number such as 1753 or 23.4.',
    )
    return undefined
  }
  tell('number-as-text', 'fixed', `Read "${text}" as ${number}.`)
  return number
}

function readWrittenNumber(text: string): number | undefined {
  const accountant = /^\((.+)\)$/.exec(text)
  const bare = (accountant?.[1] ?? text)
    .replace(/^[−–]/, '-')
    .replace(/^(-?)£/, '$1')
    .replace(/%$/, '')
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(grouped)) return undefined
  const number = Number(grouped)
  if (!Number.isFinite(number)) return undefined
  return accountant ? -number : number
}
