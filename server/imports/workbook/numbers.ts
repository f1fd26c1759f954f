/** How a number is meant to be read: as itself, as a percentage, or as a day, a time of day, both, or a duration. */
export type NumberKind = 'plain' | 'percent' | 'day' | 'time' | 'moment' | 'duration'

const BUILT_IN: [from: number, to: number, kind: NumberKind][] = [
  [9, 10, 'percent'],
  [14, 17, 'day'],
  [18, 21, 'time'],
  [22, 22, 'moment'],
  [27, 31, 'day'],
  [32, 33, 'time'],
  [34, 36, 'day'],
  [45, 45, 'time'],
  [46, 46, 'duration'],
  [47, 47, 'time'],
  [50, 58, 'day'],
]

/** The kind of a number format that has a number instead of a code. */
export const kindOfBuiltIn = (id: number): NumberKind =>
  BUILT_IN.find(([from, to]) => from <= id && id <= to)?.[2] ?? 'plain'

/** The kind of a number format such as `dd/mm/yyyy`, `0.0%` or `#,##0 "days"`. */
export function kindOfCode(code: string): NumberKind {
  const short = code.slice(0, 300)
  if (/\[(h+|m+|s+)\]/i.test(short)) return 'duration'
  const bare = short.replaceAll(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
  const time = /[hs]/i.test(bare)
  // An m is a month, or beside hours and seconds a minute.
  const day = /[yd]/i.test(bare) || (!time && /m/i.test(bare))
  if (day) return time ? 'moment' : 'day'
  if (time) return 'time'
  return bare.includes('%') ? 'percent' : 'plain'
}

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i

/** A number of a cell as the analyst means it: `1753`, `23.4%`, `2025-06-30`. What is no number stays as it is. */
export function writeNumber(raw: string, kind: NumberKind, from1904: boolean): string {
  const number = Number(raw)
  if (!Number.isFinite(number) || !NUMBER.test(raw)) return raw
  if (kind === 'plain') return shortest(number)
  if (kind === 'percent') return `${shortest(number * 100)}%`
  return writeTime(number, kind, from1904) ?? shortest(number)
}

/** Excel keeps 15 digits; those behind them are noise of arithmetic, as in 0.30000000000000004. */
function shortest(number: number): string {
  const text = String(number)
  return text.length <= 15 ? text : String(Number(number.toPrecision(15)))
}

const DAY = 86_400
/** The last day that Excel has, 31 December 9999. */
const LAST = { from1900: 2_958_465, from1904: 2_957_003 }

/** `undefined` where Excel itself shows nothing but ####. */
function writeTime(serial: number, kind: NumberKind, from1904: boolean): string | undefined {
  const seconds = Math.round(serial * DAY)
  const day = Math.floor(seconds / DAY)
  if (day < 0 || day > (from1904 ? LAST.from1904 : LAST.from1900)) return undefined
  const clock = (kind === 'duration' ? seconds : seconds % DAY) || 0
  if (kind === 'time' || kind === 'duration') return writeClock(clock)
  const date = writeDay(day, from1904)
  return kind === 'moment' && date && clock > 0 ? `${date}T${writeClock(clock)}` : date
}

function writeDay(day: number, from1904: boolean): string | undefined {
  const write = (start: number) => new Date(start + day * DAY * 1000).toISOString().slice(0, 10)
  if (from1904) return write(Date.UTC(1904, 0, 1))
  if (day === 0) return undefined
  // Excel believes that 1900 was a leap year, as Lotus 1-2-3 did.
  if (day === 60) return '1900-02-29'
  return write(Date.UTC(1899, 11, day < 60 ? 31 : 30))
}

function writeClock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
