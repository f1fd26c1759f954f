import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bareSymbolFor, type Figure, isNumber, type Quantity } from '../../server/domain/figure.ts'
import { PER } from '../../server/domain/indicator.ts'
import { comparePeriods, periodOf } from '../../server/domain/period.ts'
import { midYear, POPULATION, populationYear } from '../../server/domain/population.ts'
import { rateFits, rateInterval } from '../../server/domain/rate.ts'
import { formatNumber, round } from '../../server/domain/rounding.ts'
import { openTable } from '../../server/imports/file.ts'
import { Findings } from '../../server/imports/finding.ts'
import type { Context } from '../../server/imports/format.ts'
import { FORMATS } from '../../server/imports/formats.ts'
import { loadReference, type Reference } from '../../server/reference.ts'
import type { NeighbourLink } from '../../server/store/neighbours.ts'
import { readLait } from './lait.ts'

/**
 * Makes data/published/*.csv and data/neighbours.csv out of DfE's files as downloaded:
 *
 *   npm run data -- published <folder with DfE's files> <LAIT's measures.csv>
 *
 * DfE's own files come first, with their numerators, denominators and reasons for what is missing; the Local
 * Authority Interactive Tool fills in what they do not have. Where both have a number it must be the same.
 */

/** A figure with the publication it comes from. */
type Sourced = Figure & { source: string }

const keyOf = (figure: Figure) => `${figure.indicator}|${figure.dimension}|${figure.area}|${figure.period}`

/** The names of DfE's files hold the dataset that they are; the population comes first, since rates are divided by it. */
async function readDownloads(folder: string, reference: Reference) {
  const figures = new Map<string, Sourced>()
  const neighbours = new Map<string, NeighbourLink[]>()
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort((a, b) => Number(b.startsWith('ons_')) - Number(a.startsWith('ons_')))
  for (const file of files) {
    const findings = new Findings()
    const context: Context = {
      fileName: file,
      today: new Date().toISOString().slice(0, 10),
      reference,
      period: null,
      population: (area, year) => {
        const held = figures.get(`${POPULATION}||${area}|${midYear(year)}`)
        return held && isNumber(held.value) ? held.value : undefined
      },
    }
    const table = await openTable(readFileSync(join(folder, file)), findings)
    const format = table && FORMATS.find((each) => each.recognises(table.header, context))
    const reader = format?.open(table?.header ?? [], context, findings)
    if (!(table && reader)) throw new Error(`${file}: ${findings.list()[0]?.message ?? 'unknown layout'}`)
    for await (const batch of table.batches()) {
      for (const [i, cells] of batch.rows.entries()) {
        if (reader.kind === 'neighbours') {
          const links = neighbours.get(reader.model) ?? []
          neighbours.set(reader.model, links)
          links.push(...reader.read(cells, batch.first + i))
          continue
        }
        const dataset = reference.datasets.find((each) => each.title === reader.publication.title)
        for (const { figure } of reader.read(cells, batch.first + i)) {
          figures.set(keyOf(figure), { ...figure, source: dataset?.source ?? '' })
        }
      }
    }
    const stops = findings.list().filter((finding) => finding.level === 'stop')
    if (stops[0]) throw new Error(`${file}, row ${stops[0].row}: ${stops[0].message}`)
  }
  return { figures, neighbours }
}

/** Adds what only the tool has. Throws where the tool and a DfE file have different numbers. */
function fillFromLait(figures: Map<string, Sourced>, path: string, reference: Reference): void {
  const added = new Map<string, Sourced>()
  for (const { source, part, figure } of readLait(path, reference)) {
    const key = keyOf(figure)
    const own = figures.get(key)
    if (own) {
      const ours = part === 'value' ? own.value : own.numerator
      if (isNumber(figure.value) && ours !== null && isNumber(ours) && ours !== figure.value) {
        throw new Error(
          `${key}: DfE's file has ${ours}, the Local Authority Interactive Tool ${figure.value}`,
        )
      }
      continue
    }
    const held = added.get(key) ?? { ...figure, value: 'not-available' as Quantity, source }
    added.set(key, held)
    if (part === 'value') held.value = figure.value
    else held.numerator = isNumber(figure.value) ? figure.value : null
  }
  for (const [key, figure] of added) figures.set(key, figure)
}

/**
 * Older rates were divided by population estimates that were revised since. Where the count over today's estimate
 * gives another rate than the one published, the figure says so.
 */
function markVintages(figures: Map<string, Sourced>, reference: Reference): void {
  for (const figure of figures.values()) {
    const indicator = reference.indicator(figure.indicator)
    if (indicator?.denominatorKind !== 'population' || figure.numerator === null) continue
    if (!isNumber(figure.value) || figure.denominator !== null) continue
    const year = populationYear(periodOf(figure.period))
    const population = figures.get(`${POPULATION}||${figure.area}|${midYear(year)}`)
    if (!population || !isNumber(population.value)) continue
    const per = PER[indicator.unit]
    // DfE rounds the counts of regions and of England to the nearest ten.
    const countSlack = reference.area(figure.area)?.kind === 'authority' ? 0 : 5
    const possible = rateInterval(
      { number: figure.numerator, slack: countSlack },
      { number: population.value, slack: 0 },
      per,
    )
    if (rateFits({ number: figure.value, slack: 0.5 * 10 ** -indicator.decimals }, possible)) continue
    const today = round((figure.numerator / population.value) * per, indicator.decimals)
    figure.note =
      `As published at the time. The same ${formatNumber(figure.numerator, 0)} over today's estimate of the ` +
      `population of mid-${year} (${formatNumber(population.value, 0)}) is ${formatNumber(today, indicator.decimals)}.`
  }
}

/** A rate of England lies between those of its regions. Throws at one that doesn't: `skip` it in the catalogue, with a caveat. */
function checkEngland(figures: Map<string, Sourced>, reference: Reference): void {
  const regions = reference.areas.filter((area) => area.kind === 'region').map((area) => area.id)
  for (const england of figures.values()) {
    const indicator = reference.indicator(england.indicator)
    if (england.area !== 'E92000001' || !indicator || !isNumber(england.value)) continue
    if (indicator.unit === 'count' || indicator.id === 'cs-expenditure') continue
    const rates = regions
      .map((area) => figures.get(keyOf({ ...england, area }))?.value ?? 'not-available')
      .filter(isNumber)
    const [least, most] = [Math.min(...rates), Math.max(...rates)]
    if (rates.length > 1 && (england.value < least || england.value > most)) {
      throw new Error(`${keyOf(england)}: England is ${england.value}, its regions ${least} to ${most}`)
    }
  }
}

const PARTS = ['value', 'numerator', 'denominator', 'note'] as const

/** One row a series and part, one column a period: the same figures in a fifth of the space of one row a figure. */
function writeTheme(figures: readonly Sourced[], reference: Reference): string {
  const periods = [...new Set(figures.map((figure) => figure.period))]
    .map(periodOf)
    .sort(comparePeriods)
    .map((period) => period.id)
  const series = Map.groupBy(figures, (f) => [f.indicator, f.dimension, f.area, f.source, f.status].join('|'))
  const lines = [['indicator', 'dimension', 'area', 'source', 'status', 'part', ...periods].join(',')]
  for (const [key, members] of [...series].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const byPeriod = new Map(members.map((figure) => [figure.period, figure]))
    const population = reference.indicator(members[0]?.indicator ?? '')?.denominatorKind === 'population'
    for (const part of PARTS) {
      // The population is held once, in population.csv, and not with every rate again.
      if (part === 'denominator' && population) continue
      const cells = periods.map((period) => writeCell(byPeriod.get(period), part))
      if (cells.some((cell) => cell !== '')) lines.push([...key.split('|'), part, ...cells].join(','))
    }
  }
  return `${lines.join('\n')}\n`
}

function writeCell(figure: Sourced | undefined, part: (typeof PARTS)[number]): string {
  if (!figure) return ''
  if (part === 'value') return isNumber(figure.value) ? String(figure.value) : bareSymbolFor(figure.value)
  if (part === 'note') return figure.note ? `"${figure.note.replaceAll('"', '""')}"` : ''
  const number = figure[part]
  return number === null ? '' : String(number)
}

function writeNeighbours(neighbours: Map<string, NeighbourLink[]>): string {
  const lines = ['model,area,position,neighbour,closeness']
  for (const [model, links] of [...neighbours].sort()) {
    for (const link of links)
      lines.push([model, link.area, link.position, link.neighbour, link.closeness].join(','))
  }
  return `${lines.join('\n')}\n`
}

/** The files of data/ that come from downloads, by their path in it. */
export async function makePublished(folder: string, lait: string): Promise<Map<string, string>> {
  const reference = loadReference()
  const { figures, neighbours } = await readDownloads(folder, reference)
  fillFromLait(figures, lait, reference)
  markVintages(figures, reference)
  checkEngland(figures, reference)
  const themes = Map.groupBy(figures.values(), (figure) =>
    figure.indicator === POPULATION ? 'population' : (reference.indicator(figure.indicator)?.theme ?? ''),
  )
  const files = [...themes].map(([theme, members]): [string, string] => [
    `published/${theme}.csv`,
    writeTheme(members, reference),
  ])
  return new Map([...files, ['neighbours.csv', writeNeighbours(neighbours)]])
}
