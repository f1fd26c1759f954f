/**
 * Rounds half away from zero to a number of decimals, as DfE's own dashboards do: the tiny addend makes 2.5
 * and 0.285 go up although their binary forms lie a hair below. Banker's rounding and `toFixed` do neither.
 */
export function round(x: number, decimals: number): number {
  const scale = 10 ** decimals
  const rounded = (Math.sign(x) * Math.floor(Math.abs(x) * scale + 0.5 + 1.49e-8)) / scale
  return rounded === 0 ? 0 : rounded
}

/** Takes off the noise of binary fractions (`1235.0999999999999`) without rounding what a source printed. */
export function clean(x: number): number {
  return Number(x.toPrecision(12))
}

const formats = new Map<number, Intl.NumberFormat>()

/** A number to read: rounded half away from zero, thousands with commas, a true minus sign. */
export function formatNumber(x: number, decimals: number): string {
  let format = formats.get(decimals)
  if (!format) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    formats.set(decimals, format)
  }
  return format.format(round(x, decimals)).replace('-', '−')
}

/** How many decimals a number is written with: 23.4 has one. */
export function decimalsOf(x: number): number {
  const [, fraction = ''] = String(x).split('.')
  return fraction.length
}

/** Half a unit of the last decimal that a number is written with: how far the true one can be from it. */
export function slackOf(x: number): number {
  return 0.5 * 10 ** -decimalsOf(x)
}
