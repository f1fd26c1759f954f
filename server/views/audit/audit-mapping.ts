import type { ColumnUse, Mapping, MeasureUse, Part } from '../../contract/mapping.ts'
import { parsePeriod, periodLabel } from '../../domain/period.ts'
import type { Setting } from '../subject.ts'

/** What a sheet with headings of a council's own was said to hold, in words: each thing that was said, by what it is about. */
export function mappingTexts(mapping: Mapping, { reference }: Setting): Map<string, string> {
  const areaOf = (id: string | null) => (id === null ? 'left out' : (reference.area(id)?.name ?? id))
  const measureOf = (use: MeasureUse | null) => {
    if (use === null) return 'left out'
    const indicator = reference.indicator(use.indicator)
    const name = indicator?.name ?? use.indicator
    const dimension = indicator?.dimensions.find(({ id }) => id === use.dimension)?.label ?? use.dimension
    return `${name}${dimension === '' ? '' : `, ${dimension}`}: ${PARTS[use.part]}`
  }
  return new Map([
    ['Whose figures the whole sheet holds', mapping.area === null ? '' : areaOf(mapping.area)],
    ['The area is named in', columnOf(mapping.areaColumn)],
    ['The measure is named in', columnOf(mapping.measureColumn)],
    ['Numerator and denominator are told apart by', columnOf(mapping.partColumn)],
    ...each(mapping.columns, 'Column', useOf),
    ...each(mapping.measures, 'Measure', measureOf),
    ...each(mapping.areas, 'Area', areaOf),
    ...each(mapping.parts, 'Part', (part) => PARTS[part]),
    ['How far the figures are settled', mapping.status],
  ])
}

const PARTS: Record<Part, string> = {
  value: 'the figure itself',
  numerator: 'counted (numerator)',
  denominator: 'out of (denominator)',
}

const columnOf = (heading: string | null) => (heading === null ? '' : `the column “${heading}”`)

const each = <T>(record: Record<string, T>, what: string, words: (value: T) => string) =>
  Object.entries(record).map(([text, value]): [string, string] => [`${what} “${text}”`, words(value)])

function useOf(use: ColumnUse): string {
  switch (use.use) {
    case 'period': {
      const period = parsePeriod(use.period)
      return `figures of ${period ? periodLabel(period) : use.period}`
    }
    case 'dated':
      return `figures of the quarter in the heading: ${PARTS[use.part]}`
    case 'this-period':
      return 'figures of the quarter chosen at upload'
    case 'previous-period':
      return 'figures of the quarter before that'
    case 'target':
      return 'targets, which are not read'
    case 'note':
      return 'a note'
    case 'ignore':
      return 'left out'
  }
}
