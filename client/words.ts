/** Small things in words, for the screens of uploads. */

/** `24 figures`, `1 figure`, `no figures` */
export function countOf(n: number, one: string, many = `${one}s`): string {
  if (n === 0) return `no ${many}`
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
}

/** `12.4 megabytes`, counted as a computer's list of files does; nobody has to know what MB is short for. */
export function sizeInWords(bytes: number): string {
  const number = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: n < 10 ? 1 : 0 })
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${Math.round(bytes)} bytes`
  if (bytes < 1024 * 1024) return `${number(bytes / 1024)} kilobytes`
  return `${number(bytes / 1024 / 1024)} megabytes`
}

/** `22 November 2026 at 14:05`, by the clock of England, where the council is. */
export function momentInWords(iso: string): string {
  const date = new Date(iso)
  const timeZone = 'Europe/London'
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  return `${day} at ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })}`
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
