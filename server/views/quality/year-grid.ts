import type { HeldCell, HeldGrid, HeldRow, PublicationAnswer } from '../../contract/quality.ts'
import { dueLabel, dueWhen, isLate } from '../../domain/due.ts'
import { stateOfFigure, stateOfGap } from '../../domain/held.ts'
import { THEMES } from '../../domain/indicator.ts'
import { ageLabel, dayLabel, type Period, periodLabel, yearAfter } from '../../domain/period.ts'
import { pointLabel } from '../../domain/point-label.ts'
import type { Area } from '../../reference.ts'
import { dueOf, type HeldSeries, isDiscontinued, newestYear, sameIn } from './held-series.ts'
import { COLUMNS } from './quarter-grid.ts'

export type YearSetting = { today: string; area: Area }

const yearOf = (period: Period) => Number(period.end.slice(0, 4))

/** The published measures, and what is held of each: eight years at a time, a year being that in which a period ends. */
export function viewYears(
  held: readonly HeldSeries[],
  setting: YearSetting,
  asked: string | undefined,
): HeldGrid {
  const shown = held.filter(
    ({ dimension, near, figures }) => dimension === '' || (near && newestYear(figures)),
  )
  const years = shown.flatMap(({ figures }) => figures['financial-year'].map(({ at }) => yearOf(at)))
  if (years.length === 0) {
    const note = `No published figures are held of ${setting.area.name}.`
    return { columns: [], rows: [], last: null, pages: [], note }
  }
  const late = shown.flatMap((series) => lateYears(series, setting))
  const pages = pagesOf(Math.min(...years), Math.max(...years, ...late))
  const page = pages.find((each) => each.includes(Number(asked))) ?? pages[0] ?? []
  return {
    columns: page.map((year) => ({ id: String(year), label: String(year), detail: null })),
    rows: shown.map((series) => rowOf(series, page, setting)),
    last: String(page.at(-1)),
    pages: pages.map((each) => ({ value: String(each.at(-1)), label: `${each[0]} to ${each.at(-1)}` })),
    note: null,
  }
}

/** The years after the newest whose figure should be here by now. */
function lateYears(series: HeldSeries, setting: YearSetting): number[] {
  const newest = newestYear(series.figures)
  if (!newest) return []
  const late: number[] = []
  for (let year = yearOf(newest.at) + 1; year <= Number(setting.today.slice(0, 4)); year++) {
    if (gapCell(series, sameIn(year, newest.at), setting).state === 'late') late.push(year)
  }
  return late
}

function pagesOf(first: number, last: number): number[][] {
  const pages: number[][] = []
  for (let end = last; end >= first; end -= COLUMNS) {
    const eight = Array.from({ length: COLUMNS }, (_, i) => end + i + 1 - COLUMNS)
    pages.push(eight.filter((year) => year >= first))
  }
  return pages
}

function rowOf(series: HeldSeries, page: readonly number[], setting: YearSetting): HeldRow {
  const { indicator, dimension, name, figures } = series
  const newest = newestYear(figures)
  const row = {
    indicator: indicator.id,
    dimension,
    name,
    theme: indicator.theme,
    themeName: THEMES[indicator.theme],
  }
  if (!newest) return { ...row, newest: null, next: null, empty: whyEmpty(series), cells: [] }
  return {
    ...row,
    newest: {
      period: newest.period,
      label: pointLabel(newest.at, indicator.kind, null),
      end: newest.at.end,
      age: ageLabel(newest.at.end, setting.today),
      illustrative: newest.status === 'illustrative',
    },
    next: nextOf(series, newest.at, setting),
    empty: null,
    cells: page.map((year): HeldCell => {
      const figure = figures['financial-year'].findLast(({ at }) => yearOf(at) === year)
      if (!figure) return gapCell(series, sameIn(year, newest.at), setting)
      return {
        period: figure.period,
        label: pointLabel(figure.at, indicator.kind, null),
        state: stateOfFigure(figure),
        reason: figure.doubt ?? figure.note,
      }
    }),
  }
}

/** Why nothing is held of a year. */
function gapCell(series: HeldSeries, period: Period, { today, area }: YearSetting): HeldCell {
  const { indicator, publication, figures, publishedTo } = series
  const cell = { period: period.id, label: pointLabel(period, indicator.kind, null) }
  if (area.closed !== '' && period.end > area.closed) {
    return {
      ...cell,
      state: 'not-applicable',
      reason: `${area.name} was closed on ${dayLabel(area.closed)}.`,
    }
  }
  if (area.opened !== '' && period.end < area.opened) {
    return {
      ...cell,
      state: 'not-applicable',
      reason: `${area.name} was founded on ${dayLabel(area.opened)}.`,
    }
  }
  if (publication && isDiscontinued(publication, period)) {
    return { ...cell, state: 'not-published', reason: publication.note }
  }
  const newest = newestYear(figures)?.at.end ?? ''
  const overtaken = publishedTo >= period.end || newest > period.end
  const due = dueOf(publication, period)
  const state = stateOfGap({ kind: 'publication', end: period.end, due, overtaken }, today)
  const when = due && !overtaken ? dueWhen(due) : null
  return { ...cell, state, reason: when && `${state === 'late' ? 'Was due' : 'Due'} ${when}.` }
}

/** The period that the publication will have next, and when that is due; null where there will be none. */
function nextPeriod({ publication, publishedTo }: HeldSeries, newest: Period, { area }: YearSetting) {
  const last = publishedTo > newest.end ? sameIn(Number(publishedTo.slice(0, 4)), newest) : newest
  const period = yearAfter(last)
  const isLast = area.closed !== '' || (publication && isDiscontinued(publication, period))
  return isLast ? null : { period, due: dueOf(publication, period) }
}

function nextOf(series: HeldSeries, newest: Period, setting: YearSetting): HeldRow['next'] {
  const next = nextPeriod(series, newest, setting)
  if (!next) return { words: series.publication?.note || 'Nothing more will come.', late: false }
  if (!next.due) return null
  const late = isLate(next.due, setting.today)
  return { words: late ? `Late since ${dueLabel(next.due)}` : `Next due ${dueWhen(next.due)}`, late }
}

function whyEmpty({ indicator }: HeldSeries): string {
  return indicator.frequency.includes('yearly')
    ? 'No published figures are held.'
    : 'Not collected by year: kept locally and published nowhere.'
}

/** The national publications that figures are held of: up to when, and when the next is due. */
export function viewPublications(held: readonly HeldSeries[], setting: YearSetting): PublicationAnswer[] {
  const families = Map.groupBy(
    held.filter(({ publication, figures }) => publication && newestYear(figures)),
    ({ publication }) => publication?.family ?? '',
  )
  return [...families.values()].flatMap((members): PublicationAnswer[] => {
    const newestOf = (series: HeldSeries) => newestYear(series.figures)
    const furthest = members.find((series) => newestOf(series)?.at.end === series.publishedTo)
    const newest = furthest && newestOf(furthest)
    const publication = furthest?.publication
    if (!newest || !publication) return []
    const next = nextPeriod(furthest, newest.at, setting)
    return [
      {
        family: publication.family,
        name: publication.name,
        newest: {
          label: yearInWords(newest.at),
          end: newest.at.end,
          age: ageLabel(newest.at.end, setting.today),
        },
        cameOut: dueLabel({ by: newest.publishedAt.slice(0, 10), precision: 'month' }),
        next: next && {
          label: yearInWords(next.period),
          due: next.due && dueLabel(next.due),
          late: next.due !== null && isLate(next.due, setting.today),
        },
        note: publication.note || null,
        measures: new Set(members.map(({ indicator }) => indicator.id)).size,
      },
    ]
  })
}

const yearInWords = (period: Period) =>
  period.kind === 'calendar-year' ? `Calendar year ${periodLabel(period)}` : pointLabel(period, 'flow', null)
