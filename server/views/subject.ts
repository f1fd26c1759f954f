import type { Indicator } from '../contract/catalogue.ts'
import {
  type Direction,
  directionOf,
  isComparable,
  type Measure,
  parseIndicatorId,
  unitInWords,
  unitSuffix,
  type View,
} from '../domain/indicator.ts'
import { nearest } from '../domain/nearest.ts'
import type { Wording } from '../domain/sentence.ts'
import { Problem } from '../problem.ts'
import type { Area, Reference } from '../reference.ts'

/** What a view is about: one view of one breakdown of an indicator, for one area, and how to speak of it. */
export type Subject = {
  indicator: Indicator
  view: View
  dimension: string
  area: Area
  /** The id asked for, `:count` included. */
  id: string
  name: string
  definition: string
  wording: Wording
  /** How published figures are written, and how a council's own are. */
  measure: Measure
  localMeasure: Measure
  direction: Direction
  /** Why other areas can't be set beside it; null where they can. */
  noComparison: string | null
}

/** What every view is given: the reference data, the home area whose strategy counts, and the day. */
export type Setting = { reference: Reference; home: string; today: string }

/** Throws a Problem that names what is not known, with the nearest that is. */
export function findSubject(
  setting: Setting,
  indicatorId: string,
  dimension: string,
  areaId?: string,
): Subject {
  const { id, view } = parseIndicatorId(indicatorId)
  const indicator = setting.reference.indicator(id)
  if (!indicator) {
    const guess = nearest(
      id,
      setting.reference.indicators.map((each) => each.id),
    )
    throw new Problem(
      'not-found',
      `There is no indicator "${id}"${guess ? `; did you mean "${guess}"?` : '.'}`,
    )
  }
  if (view === 'count' && indicator.denominatorKind === 'none') {
    throw new Problem('not-found', `"${id}" is a count already; leave out ":count".`)
  }
  const breakdown = indicator.dimensions.find((each) => each.id === dimension)
  if (dimension !== '' && !breakdown) {
    const known = indicator.dimensions.map((each) => each.id).join(', ') || 'none'
    throw new Problem('invalid-request', `"${id}" has no breakdown "${dimension}". It has: ${known}.`)
  }
  const area = findArea(setting, areaId)
  const wording = breakdown?.wording ?? indicator.wording
  const rate: Measure = { unit: indicator.unit, decimals: indicator.decimals }
  const count: Measure = { unit: 'count', decimals: 0 }
  const local = { ...rate, decimals: indicator.localDecimals ?? indicator.decimals }
  const name = breakdown ? `${indicator.name}: ${breakdown.label}` : indicator.name
  return {
    indicator,
    view,
    dimension,
    area,
    id: indicatorId,
    name: view === 'count' ? `${name} (number)` : name,
    definition: breakdown?.definition ?? indicator.definition,
    wording,
    measure: view === 'count' ? count : rate,
    localMeasure: view === 'count' ? count : local,
    direction: directionOf(indicator.polarity, area.id === setting.home),
    noComparison: whyNotComparable(indicator, view, breakdown?.near ?? false),
  }
}

/** Whether whoever asks sees all of some measures: of a page that needs several nothing can be made without one. */
export const areSeen = ({ reference }: Setting, ids: readonly string[]): boolean =>
  ids.every((id) => reference.indicator(parseIndicatorId(id).id) !== undefined)

/** The area asked for, or the home area. Throws a Problem if nobody knows it. */
export function findArea({ reference, home }: Setting, id: string | undefined): Area {
  const area = reference.area(id ?? home)
  if (!area) throw new Problem('not-found', `There is no area "${id}". GET /api/areas lists them.`)
  return area
}

function whyNotComparable(indicator: Indicator, view: View, near: boolean): string | null {
  if (view === 'count') {
    return 'Numbers grow with the size of a place, so councils are not set side by side. The rate can be compared.'
  }
  if (!near && indicator.noBenchmark) return indicator.noBenchmark
  return isComparable(indicator.unit)
    ? null
    : 'Numbers grow with the size of a place, so councils are not set side by side.'
}

export function headingOf(subject: Subject) {
  const { indicator, measure, wording } = subject
  return {
    id: subject.id,
    name: subject.name,
    view: subject.view,
    dimension: subject.dimension,
    kind: indicator.kind,
    unit: measure.unit,
    unitText: unitInWords(measure.unit, wording.people),
    unitShort: unitSuffix(measure.unit).trim(),
    counted: wording.other,
    decimals: measure.decimals,
    direction: subject.direction,
  }
}

export function placeOf({ id, name, kind, parent }: Area) {
  return { id, name, kind, region: parent || null }
}
