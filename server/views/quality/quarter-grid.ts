import type { HeldCell, HeldGrid, HeldRow } from '../../contract/quality.ts'
import { dueWhen, isLate, newestQuarterDue, quartersBetween, returnDue } from '../../domain/due.ts'
import { stateOfFigure, stateOfGap } from '../../domain/held.ts'
import { THEMES } from '../../domain/indicator.ts'
import {
  ageLabel,
  comparePeriods,
  type Period,
  periodLabel,
  quarterLabel,
  stepPeriod,
} from '../../domain/period.ts'
import type { HeldSeries } from './held-series.ts'

/** `expected`: whether the council sends its returns to this dashboard, so that one can be late. */
export type QuarterSetting = { today: string; expected: boolean; area: string }

/** How many columns a grid has. */
export const COLUMNS = 8
/** So many quarters that are not here are still shown after the newest; of more, only a sentence tells. */
const MOST_WAITED_FOR = 4

/** The measures that a council can report by quarter, and what is held of each: eight quarters at a time. */
export function viewQuarters(
  held: readonly HeldSeries[],
  setting: QuarterSetting,
  asked: string | undefined,
): HeldGrid {
  const headlines = held.filter(({ dimension }) => dimension === '')
  const quarters = headlines
    .flatMap(({ figures }) => figures.quarter.map(({ at }) => at))
    .sort(comparePeriods)
  const [first, newest] = [quarters[0], quarters.at(-1)]
  if (!first || !newest) {
    return { columns: [], rows: [], last: null, pages: [], note: nothingHeld(setting) }
  }
  const waiting = setting.expected ? quartersBetween(newest, newestQuarterDue(setting.today)) : 0
  const isShown = waiting > 0 && waiting <= MOST_WAITED_FOR
  const pages = pagesOf(first, isShown ? stepPeriod(newest, waiting) : newest)
  const page = pages.find((each) => each.some(({ id }) => id === asked)) ?? pages[0] ?? []
  return {
    columns: page.map((quarter) => ({
      id: quarter.id,
      label: quarterLabel(quarter),
      detail: periodLabel(quarter).replace(/ \(.*\)$/, ''),
    })),
    rows: headlines.map((series) => rowOf(series, page, newest, setting)),
    last: page.at(-1)?.id ?? null,
    pages: pages.map((each) => ({ value: each.at(-1)?.id ?? '', label: pageLabel(each) })),
    note: waiting > MOST_WAITED_FOR ? gapNote(newest, waiting) : null,
  }
}

function nothingHeld({ expected, area }: QuarterSetting): string {
  return expected
    ? `No quarterly return of ${area} is held.`
    : `Quarterly returns are a council’s own: none is held of ${area}, and none is expected here.`
}

const gapNote = (newest: Period, waiting: number) =>
  `Nothing is held of the ${waiting} quarters that have fallen due since ${periodLabel(newest)}.`

/** All quarters in eights, the newest eight first. */
function pagesOf(first: Period, last: Period): Period[][] {
  const pages: Period[][] = []
  for (let end = last; end.end >= first.end; end = stepPeriod(end, -COLUMNS)) {
    const eight = Array.from({ length: COLUMNS }, (_, i) => stepPeriod(end, i + 1 - COLUMNS))
    pages.push(eight.filter((quarter) => quarter.end >= first.end))
  }
  return pages
}

function pageLabel(page: readonly Period[]): string {
  const [first, last] = [page[0], page.at(-1)]
  return first && last && first !== last
    ? `${quarterLabel(first)} to ${quarterLabel(last)}`
    : page.map(quarterLabel).join('')
}

/** `returned`: the newest quarter that a return is held of, be it without this measure. */
function rowOf(
  series: HeldSeries,
  page: readonly Period[],
  returned: Period,
  setting: QuarterSetting,
): HeldRow {
  const { indicator, name, figures } = series
  const newest = figures.quarter.at(-1)
  const row = {
    indicator: indicator.id,
    dimension: '',
    name,
    theme: indicator.theme,
    themeName: THEMES[indicator.theme],
  }
  if (!newest) return { ...row, newest: null, next: null, empty: whyEmpty(series), cells: [] }
  return {
    ...row,
    newest: {
      period: newest.period,
      label: quarterLabel(newest.at),
      end: newest.at.end,
      age: ageLabel(newest.at.end, setting.today),
      illustrative: newest.status === 'illustrative',
    },
    next: nextOf(newest.at, setting),
    empty: null,
    cells: page.map((quarter): HeldCell => {
      const figure = figures.quarter.find(({ period }) => period === quarter.id)
      const cell = { period: quarter.id, label: periodLabel(quarter) }
      if (figure) return { ...cell, state: stateOfFigure(figure), reason: figure.doubt ?? figure.note }
      const gap = {
        kind: 'return' as const,
        end: quarter.end,
        due: setting.expected ? returnDue(quarter) : null,
        overtaken: returned.end > quarter.end,
      }
      const state = stateOfGap(gap, setting.today)
      const when = gap.due && !gap.overtaken ? dueWhen(gap.due) : null
      return { ...cell, state, reason: when && `${state === 'late' ? 'Was due' : 'Due'} ${when}.` }
    }),
  }
}

function nextOf(newest: Period, { today, expected }: QuarterSetting): HeldRow['next'] {
  if (!expected) return null
  const next = stepPeriod(newest, 1)
  const due = returnDue(next)
  const late = isLate(due, today)
  return { words: `${quarterLabel(next)} ${late ? 'was' : 'is'} due ${dueWhen(due)}`, late }
}

function whyEmpty({ indicator, figures }: HeldSeries): string {
  const month = figures.month.at(-1)
  if (month) return `Sent by month: the newest is ${periodLabel(month.at)}.`
  return isQuarterly(indicator.frequency) ? 'Never sent.' : 'Not collected by quarter: it comes once a year.'
}

/** Whether a council would report a measure with its quarterly return: what is counted by month can be added up. */
export const isQuarterly = (frequency: readonly string[]): boolean =>
  frequency.includes('quarterly') || frequency.includes('monthly')
