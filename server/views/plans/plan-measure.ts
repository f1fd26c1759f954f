import type { ActionMeasure } from '../../contract/plan-action-answers.ts'
import { changeBetween, changeInWords } from '../../domain/change.ts'
import { isNumber, isSound } from '../../domain/figure.ts'
import { formatValue, type Measure, unitSuffix } from '../../domain/indicator.ts'
import { ageLabel, dayLabel } from '../../domain/period.ts'
import { pointLabel } from '../../domain/point-label.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { Database } from '../../store/database.ts'
import { type Dated, loadAreaFigures, newestRhythm, shownFigures } from '../area-figures.ts'
import { basisFor, measureOf, toPoints } from '../points.ts'
import { findSubject, type Setting, type Subject } from '../subject.ts'

export const CAUTION =
  'This shows what happened before and after; it does not show that the one led to the other.'

type Measured = NonNullable<ActionMeasure['before']>
type Told = { subject: Subject; measure: Measure; label: (figure: Dated) => string }

/** The days of a plan or an action; what has no known start is told from the day on which it was stated. */
type Days = { start: string | null; due: string | null; statedOn: string }

/** A measure that an action, or a plan, bears on: its last figure by the day on which that began, and its newest one. */
export async function viewMeasureAround(
  db: Database,
  setting: Setting,
  indicator: string,
  { start, due, statedOn }: Days,
  { area, asAt }: { area: string; asAt: string | undefined },
): Promise<ActionMeasure> {
  const subject = findSubject(setting, indicator, '', area)
  const own = (await loadAreaFigures(db, subject, { areas: [area], asAt }))(area)
  const rhythm = newestRhythm(own) ?? 'financial-year'
  const basis = basisFor(subject, rhythm, undefined)
  const measure = measureOf(subject, rhythm)
  const figures = shownFigures(own, rhythm, subject, basis)
  const told: Told = {
    subject,
    measure,
    label: (figure) => pointLabel(figure.at, subject.indicator.kind, basis),
  }
  const from = start ?? statedOn
  const sound = figures.filter(isSound)
  const before = sound.findLast((figure) => figure.at.end <= from)
  const after = sound.findLast((figure) => figure.at.end > from)
  const facts = shownFigures(own, 'facts', subject, null)
  return {
    id: subject.id,
    name: subject.name,
    unit: measure.unit,
    unitShort: unitSuffix(measure.unit).trim(),
    direction: subject.direction.words,
    from: {
      on: from,
      words: `${dayLabel(from)}, the day on which ${start === null ? 'it was stated; no start is known' : 'it began'}`,
    },
    due,
    before: before ? measured(before, told) : null,
    after: after ? measured(after, told) : null,
    change: changeOf(before, after, measure),
    words: wordsOf(before, after, told, from),
    points: toPoints(figures, subject, basis, measure),
    quoted: facts.map((fact) => quoted(fact, told)),
    illustrative: [before, after].some((figure) => figure?.status === 'illustrative'),
  }
}

function measured(figure: Dated, { measure, label }: Told): Measured {
  return {
    label: label(figure),
    end: figure.at.end,
    value: Number(figure.value),
    text: formatValue(figure.value, measure),
    illustrative: figure.status === 'illustrative',
  }
}

/** `down 16 (8.0%) from 200`; null where there is nothing to compare. */
function changeOf(before: Dated | undefined, after: Dated | undefined, measure: Measure): string | null {
  const change = before && after ? changeBetween(after.value, before.value, measure) : null
  return change && changeInWords(change)
}

/** Before and after in a sentence; where one of them is lacking, that. */
function wordsOf(before: Dated | undefined, after: Dated | undefined, told: Told, from: string): string {
  const { subject, measure, label } = told
  const text = ({ value }: Dated) => `${formatValue(value, measure)}${unitSuffix(measure.unit)}`
  if (!before && !after) return `No figure of it is held for ${subject.area.name}.`
  if (!before && after)
    return `No figure is held of a day up to ${dayLabel(from)}. The newest, ${label(after)}: ${text(after)}.`
  if (before && !after)
    return `Before, ${label(before)}: ${text(before)}. No figure is held of a later day than ${dayLabel(from)}.`
  if (!before || !after) return ''
  const change = changeOf(before, after, measure)
  const moved = change ? `, ${change}` : ''
  return `Before, ${label(before)}: ${text(before)}. After, ${label(after)}, ${ageLabel(from, after.at.end)} on: ${text(after)}${moved}.`
}

/** What a paper quotes, with its day, the paper, and what our check found. */
function quoted(fact: Dated, { measure, subject }: Told): string {
  const count = fact.numerator === null ? 'no figure' : `the number ${formatNumber(fact.numerator, 0)}`
  const value = isNumber(fact.value)
    ? `${formatValue(fact.value, measure)}${unitSuffix(measure.unit)}`
    : count
  const when = pointLabel(fact.at, subject.indicator.kind, null)
  const notes = [fact.note, fact.doubt].filter(Boolean).join(' ')
  return `${when}: ${value}. ${fact.source.title}.${notes ? ` ${notes}` : ''}`
}
