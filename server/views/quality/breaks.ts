import type { SeriesBreak } from '../../contract/calendar.ts'
import type { BreakAnswer } from '../../contract/quality.ts'
import { BREAK } from '../../domain/figure.ts'
import { dayLabel } from '../../domain/period.ts'
import { pointLabel } from '../../domain/point-label.ts'
import type { Area, Reference } from '../../reference.ts'
import { findSubject, type Setting } from '../subject.ts'
import type { HeldSeries } from './held-series.ts'

const KIND_WORDS: Record<SeriesBreak['kind'], string> = {
  method: 'Counted another way',
  definition: 'Defined another way',
  ended: 'Discontinued',
  recording: 'Fault in recording',
}

/** Everything known that makes figures of an area differ for another reason than what happened, the newest first. */
export function viewBreaks(setting: Setting, area: Area, held: readonly HeldSeries[]): BreakAnswer[] {
  const { reference } = setting
  const known = reference.breaks
    .filter((each) => each.area === '' || each.area === area.id)
    .map((each): BreakAnswer => {
      const { indicator, dimension, date, kind, reason, source } = each
      return {
        date,
        label: dayLabel(date),
        indicator,
        name: findSubject(setting, indicator, dimension, area.id).name,
        everywhere: each.area === '',
        kind: KIND_WORDS[kind],
        reason,
        source,
      }
    })
  return [...boundaries(area, reference), ...marked(held), ...known].sort((a, b) =>
    a.date < b.date ? 1 : -1,
  )
}

/** A new authority has no past of its own, and one that was closed no future. */
function boundaries(area: Area, reference: Reference): BreakAnswer[] {
  const names = (ids: readonly string[]) =>
    ids.map((id) => nameWithYears(reference.area(id)) ?? id).join(' and ')
  const common = {
    indicator: null,
    name: 'Every measure',
    everywhere: false,
    source: 'Register of areas',
  }
  const breaks: BreakAnswer[] = []
  if (area.opened !== '') {
    const before = area.predecessors.length > 0 ? ` Before it there was ${names(area.predecessors)}.` : ''
    const reason = `${area.name} was founded on ${dayLabel(area.opened)}.${before}`
    breaks.push({
      ...common,
      date: area.opened,
      label: dayLabel(area.opened),
      kind: 'New authority',
      reason,
    })
  }
  if (area.closed !== '') {
    const after = area.successors.length > 0 ? ` Its place was taken by ${names(area.successors)}.` : ''
    const reason = `${area.name} was closed on ${dayLabel(area.closed)}.${after}`
    breaks.push({
      ...common,
      date: area.closed,
      label: dayLabel(area.closed),
      kind: 'Authority closed',
      reason,
    })
  }
  return breaks
}

/** A new authority can have the name of an old one: the years tell them apart. */
function nameWithYears(area: Area | undefined): string | undefined {
  if (area?.closed) return `${area.name} (to ${area.closed.slice(0, 4)})`
  return area?.opened ? `${area.name} (from ${area.opened.slice(0, 4)})` : area?.name
}

/** The figures that an analyst marked. */
function marked(held: readonly HeldSeries[]): BreakAnswer[] {
  return held.flatMap(({ indicator, name, figures }) =>
    [...figures.month, ...figures.quarter, ...figures['financial-year']]
      .filter(({ note }) => note?.startsWith(BREAK))
      .map(({ at, note, source }) => ({
        date: at.end,
        label: pointLabel(at, indicator.kind, null),
        indicator: indicator.id,
        name,
        everywhere: false,
        kind: 'Marked by an analyst',
        reason: note?.slice(BREAK.length).trim() || 'No reason was given.',
        source: source.title,
      })),
  )
}
