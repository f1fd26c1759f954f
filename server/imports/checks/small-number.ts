import type { Indicator } from '../../contract/catalogue.ts'
import { type Figure, isNumber } from '../../domain/figure.ts'
import { PER } from '../../domain/indicator.ts'
import { periodOf } from '../../domain/period.ts'
import { populationFor } from '../../domain/population.ts'
import { formatNumber, slackOf } from '../../domain/rounding.ts'
import type { FileCheck, FoundInFile } from '../checks.ts'
import type { Columns, Context } from '../format.ts'

/** As in DfE's own publications: one to five are hidden, none are shown. */
const MOST = 5
const LEAST_WHOLE = 10
/** What counts staff, money, or things: no child or family can be recognised by it. */
const OTHER_THEMES = new Set<string>(['workforce', 'finance'])
const OTHER = new Set(['cla-net-change', 'ey-good-outstanding-pct'])
/** More findings than these are only counted. */
const KEPT = 500

/** Counts of one to five children, and whatever gives them away, in a council's own figures. */
export const smallNumber: FileCheck = {
  id: 'small-number',
  level: 'stop',
  title: 'So few that a child could be recognised',
  guidance:
    'Hide the number wherever else it stands, and another part of the same total, or it can be worked out.',
  open(context, kind) {
    const { reference } = context
    const found: FoundInFile[] = []
    let more = 0
    return {
      see({ figure, row, columns }) {
        if (kind !== 'return' || figure.status === 'illustrative') return
        const indicator = reference.indicator(figure.indicator)
        if (!indicator || OTHER_THEMES.has(indicator.theme) || OTHER.has(indicator.id)) return
        // Places that carers can offer; those that are filled are children.
        if (indicator.id === 'foster-places' && figure.dimension === '') return
        const small = findSmall(figure, indicator, context)
        if (!small || reference.area(figure.area)?.kind !== 'authority') return
        if (found.length === KEPT) more++
        else
          found.push({
            row,
            column: columns[small.column],
            value: String(small.cell),
            message: small.message,
          })
      },
      find: async () =>
        more === 0
          ? found
          : [
              ...found,
              {
                row: null,
                column: null,
                value: null,
                message: `So have ${formatNumber(more, 0)} more rows.`,
              },
            ],
    }
  },
}

type Small = { column: keyof Columns; cell: number; message: string }

const isSmall = (number: number) => number > 0 && number <= MOST

const children = (number: number) => (number === 1 ? '1 child' : `${number} children`)

function findSmall(figure: Figure, indicator: Indicator, context: Context): Small | undefined {
  const { value, numerator, denominator } = figure
  const { unit } = indicator
  if (unit === 'count') {
    const [column, count] = isNumber(value)
      ? (['value', value] as const)
      : (['numerator', numerator] as const)
    return count !== null && isSmall(count) ? recognised(column, count) : undefined
  }
  const isShare = unit === 'percent' || unit === 'score'
  if (isShare && denominator !== null && denominator > 0 && denominator < LEAST_WHOLE) {
    return told('denominator', denominator, `Of ${children(denominator)} in all, one could be recognised.`)
  }
  if (unit === 'score') return undefined
  if (numerator !== null) {
    if (isSmall(numerator)) return recognised('numerator', numerator)
    const rest = (denominator ?? 0) - numerator
    if (unit !== 'percent' || !isSmall(rest)) return undefined
    const sum = `${formatNumber(denominator ?? 0, 0)} less ${formatNumber(numerator, 0)}`
    return told('numerator', numerator, `${sum} leaves ${children(rest)}, who could be recognised.`)
  }
  return isNumber(value) && value > 0 ? impliedSmall(value, figure, indicator, context) : undefined
}

/** A rate gives its count away, since the number of children in an area is public. */
function impliedSmall(
  value: number,
  { area, period, denominator }: Figure,
  { unit, denominatorKind }: Indicator,
  { population }: Context,
): Small | undefined {
  const whole =
    denominator ??
    (denominatorKind === 'population'
      ? populationFor(periodOf(period), (year) => population(area, year))?.population
      : undefined)
  if (whole === undefined || ((value + slackOf(value)) * whole) / PER[unit] >= MOST + 0.5) return undefined
  const count = Math.max(1, Math.round((value * whole) / PER[unit]))
  return told('value', value, `The rate comes from ${children(count)}, who could be recognised.`)
}

const told = (column: keyof Columns, cell: number, message: string): Small => ({
  column,
  cell,
  message: `${message} Enter c in value and leave the numbers out.`,
})

const recognised = (column: keyof Columns, count: number): Small =>
  told(column, count, `${children(count)} could be recognised.`)
