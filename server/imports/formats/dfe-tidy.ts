import type { Dataset } from '../../contract/datasets.ts'
import type { Quantity } from '../../domain/figure.ts'
import { academicYear, calendarYear, day, financialYear, type Period, quarter } from '../../domain/period.ts'
import { midYear } from '../../domain/population.ts'
import type { Area } from '../../reference.ts'
import { readQuantity } from '../cell.ts'
import type { Findings } from '../finding.ts'
import type { Context, FigureReader, FigureRow, Format } from '../format.ts'
import { openFigure, openWhere, type ReadCell } from './dfe-tidy-figure.ts'

/**
 * DfE's national layout for statistics ("tidy data"): a row an area and period, the columns `time_period`,
 * `time_identifier`, `geographic_level` and codes, then filters and indicators. Which columns are which of our
 * figures stands in data/datasets.json; nothing here knows a particular file.
 */
const IDENTIFIERS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'region_code',
  'old_la_code',
] as const

const PUBLISHER = 'Department for Education'
const LICENCE = 'Open Government Licence v3.0'

/** The columns of a file that a dataset reads. */
function columnsOf(dataset: Dataset): string[] {
  const figures = dataset.figures.flatMap((figure) => [
    ...Object.keys(figure.where),
    ...(typeof figure.dimension === 'string' ? [] : [figure.dimension.column]),
    ...(figure.value ? [figure.value] : []),
    ...(figure.numerator ? [figure.numerator] : []),
    ...(figure.denominator && 'columns' in figure.denominator ? figure.denominator.columns : []),
  ])
  return [...new Set([...Object.keys(dataset.where), ...figures])]
}

/** The dataset whose columns the file has; where several fit, the one it is named for, then the one that uses most. */
function datasetFor(header: readonly string[], { reference, fileName }: Context): Dataset | undefined {
  const fits = reference.datasets.filter((dataset) =>
    columnsOf(dataset).every((name) => header.includes(name)),
  )
  const named = fits.find((dataset) => new RegExp(dataset.filePattern, 'i').test(fileName))
  return named ?? fits.sort((a, b) => columnsOf(b).length - columnsOf(a).length)[0]
}

export const dfeTidy: Format = {
  id: 'dfe-tidy',
  name: 'DfE file in the national layout',

  recognises: (header) => IDENTIFIERS.every((name) => header.includes(name)),

  open(header, context, findings) {
    const stop = (check: string, message: string, remedy: string) =>
      findings.add({ check, level: 'stop', row: 1, column: null, value: null, message, remedy })
    const twice = header.find((name, i) => name !== '' && header.indexOf(name) !== i)
    if (twice) {
      stop('header', `Two columns are both called "${twice}".`, 'Give each column a name of its own.')
      return undefined
    }
    const dataset = datasetFor(header, context)
    if (!dataset) {
      stop(
        'unknown-dataset',
        'This is a DfE file in the national layout, but not one whose columns are known here.',
        'Add an entry for it to data/datasets.json: its columns, and which figures they are.',
      )
      return undefined
    }
    return openDataset(dataset, header, context, findings)
  },
}

function openDataset(
  dataset: Dataset,
  header: readonly string[],
  context: Context,
  findings: Findings,
): FigureReader {
  const at = new Map(header.map((name, i) => [name, i]))
  const column = (name: string) => at.get(name) ?? -1
  const [timePeriod, timeIdentifier, level, region, number] = IDENTIFIERS.map(column) as [
    number,
    number,
    number,
    number,
    number,
  ]
  // Several figures share a column; each cell is read, and spoken of, once.
  const read = new Map<string, Quantity>()
  const cell: ReadCell = (cells, name, row) => {
    let quantity = read.get(name)
    if (quantity === undefined) {
      quantity = readQuantity(cells[column(name)] ?? '', { row, column: name }, findings) ?? 'not-available'
      read.set(name, quantity)
    }
    return quantity
  }
  const figures = dataset.figures.map((figure) => openFigure(figure, column, cell, context))
  const where = openWhere(dataset.where, column)
  const periods = new Map<string, Period | undefined>()
  const areas = new Map<string, Area[]>()
  let ignoredLevels = new Set<string>()
  let family: { name: string; row: number } | undefined
  let isMixed = false

  return {
    kind: 'figures',
    releaseKind: 'published',
    publication: { title: dataset.title, publisher: PUBLISHER, licence: LICENCE },
    read(cells, row) {
      if (!where(cells)) return []
      read.clear()
      const identifier = cells[timeIdentifier] ?? ''
      family ??= { name: familyOf(identifier), row }
      if (familyOf(identifier) !== family.name && !isMixed) {
        isMixed = true
        findings.add({
          check: 'time-identifier',
          level: 'stop',
          row,
          column: 'time_identifier',
          value: identifier,
          message: `"${identifier}" is another kind of period than "${family.name}" in row ${family.row}; a file of the national layout has one kind.`,
          remedy: 'Send the years and the quarters, or whatever the two kinds are, as a file each.',
        })
      }
      const time = `${identifier} ${cells[timePeriod]}`
      let period = periods.get(time)
      if (!period && !periods.has(time)) {
        period = readPeriod(identifier, cells[timePeriod] ?? '', dataset.reportingYear)
        periods.set(time, period)
      }
      if (!period) {
        findings.add({
          check: 'period',
          level: 'stop',
          row,
          column: 'time_period',
          value: cells[timePeriod] ?? '',
          message: `"${cells[timeIdentifier]}" ${cells[timePeriod]} is not a period of the national layout.`,
          remedy:
            'Use, for example, "Reporting year" 2025, "Financial year" 202425 or "Academic year" 202425.',
        })
        return []
      }
      const place = `${cells[level]} ${cells[region]} ${cells[number]}`
      let found = areas.get(place)
      if (!found) {
        found = readAreas(cells[level] ?? '', cells[region] ?? '', cells[number] ?? '', context)
        areas.set(place, found)
      }
      if (found.length === 0) {
        if (!KNOWN_LEVELS.has(cells[level] ?? '')) {
          const name = cells[level] ?? ''
          if (!ignoredLevels.has(name)) {
            ignoredLevels = ignoredLevels.add(name)
            findings.add({
              check: 'geographic-level',
              level: 'fixed',
              row,
              column: 'geographic_level',
              value: name,
              message: `Left out the rows of level "${name}": only England, regions and authorities are held.`,
              remedy: '',
            })
          }
          return []
        }
        const isRegion = cells[level] === 'Regional'
        findings.add({
          check: 'unknown-area',
          level: 'stop',
          row,
          column: isRegion ? 'region_code' : 'old_la_code',
          value: (isRegion ? cells[region] : cells[number]) ?? '',
          message: `No ${isRegion ? 'region' : 'authority'} has this code.`,
          remedy: 'Correct the code; check that a spreadsheet has not taken off a leading zero.',
        })
        return []
      }
      const rows: FigureRow[] = []
      for (const figure of figures) {
        for (const area of found) {
          const read = figure(cells, row, period, area, found.length > 1 ? found : undefined)
          if (read) rows.push(read)
        }
      }
      return rows
    },
  }
}

/** Quarters of one sort of year belong together; a year and its quarters do not. */
const familyOf = (identifier: string) => identifier.replace(/ Q[1-4]$/, ' quarters')

const KNOWN_LEVELS = new Set(['National', 'Regional', 'Local authority'])

/**
 * The areas a row is about. Authorities are joined on DfE's three-digit code, never on names, which differ between
 * files. A workforce return made by two authorities together ("940 / 941") counts for each, as DfE's tools have it.
 */
function readAreas(level: string, region: string, number: string, { reference }: Context): Area[] {
  if (level === 'National') return reference.areas.filter((area) => area.kind === 'country')
  if (level === 'Regional') return [reference.area(region)].filter((area) => area !== undefined)
  if (level !== 'Local authority') return []
  const areas = number.split('/').map((part) => reference.areaByNumber(part.trim()))
  return areas.every((area) => area !== undefined) ? areas : []
}

/** The period of a row. "Reporting year" says nothing by itself: the dataset knows which day it ends on. */
export function readPeriod(
  identifier: string,
  time: string,
  reportingYear: Dataset['reportingYear'],
): Period | undefined {
  if (/^\d{4}$/.test(time)) {
    const year = Number(time)
    if (identifier === 'Calendar year') return calendarYear(year)
    if (identifier !== 'Reporting year') return undefined
    if (reportingYear === 'year-to-31-march') return financialYear(year - 1)
    return day(reportingYear === 'day-30-september' ? `${year}-09-30` : midYear(year))
  }
  const years = /^(\d{4})(\d{2})$/.exec(time)
  if (!years) return undefined
  const year = Number(years[1])
  if (Number(years[2]) !== (year + 1) % 100) return undefined
  if (identifier === 'Academic year') return academicYear(year)
  const financial = /^Financial year(?: Q([1-4]))?$/.exec(identifier)
  if (!financial) return undefined
  return financial[1] ? quarter(year, Number(financial[1])) : financialYear(year)
}
