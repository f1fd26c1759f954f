import type { TargetTerms } from '../../contract/targets.ts'
import { formatValue, type Measure, unitInWords, unitSuffix } from '../../domain/indicator.ts'
import { dayLabel } from '../../domain/period.ts'
import type { Tolerance } from '../../domain/rag.ts'
import { decimalsOf, formatNumber } from '../../domain/rounding.ts'
import { BASIS_WORDS } from '../../domain/target.ts'
import {
  AIM_WORDS,
  GROUP_WORDS,
  MODE_WORDS,
  SETTER_WORDS,
  STATISTIC_CHOICES,
  TARGET_FIELDS,
  type TargetField,
} from '../../domain/target-fields.ts'
import { SHAPE_WORDS } from '../../domain/trajectory.ts'
import type { Setting } from '../subject.ts'
import { subjectOf } from './target-figures.ts'

/** What plans are called, by their ids. */
export type PlanNames = ReadonlyMap<string, { name: string }>

/** Every term that is set, in the words and the order of the form. Numbers are told with all the digits they were set with. */
export function termsInWords(
  terms: TargetTerms,
  setting: Setting,
  plans: PlanNames,
): { key: TargetField; text: string }[] {
  const subject = subjectOf(setting, { terms })
  const { measure } = subject
  const { benchmark, baseline } = terms
  const number = (x: number | null | undefined) => (x === null || x === undefined ? null : exact(x, measure))
  const day = (on: string | null | undefined) => (on ? dayLabel(on) : null)
  const texts: Record<TargetField, string | null> = {
    indicator: subject.indicator.name,
    view: unitInWords(measure.unit, subject.wording.people),
    area: subject.area.name,
    programme: plans.get(terms.programme ?? '')?.name ?? terms.programme,
    title: terms.title,
    aim: AIM_WORDS[terms.aim],
    basis: capital(BASIS_WORDS[terms.basis]),
    value: number(terms.value),
    change: changeInWords(terms, measure),
    low: number(terms.low),
    high: number(terms.high),
    'benchmark.group': benchmark && GROUP_WORDS[benchmark.group],
    'benchmark.model': benchmark?.group === 'neighbours' ? `List of ${benchmark.model}` : null,
    'benchmark.statistic': benchmark?.group === 'neighbours' ? STATISTIC_CHOICES[benchmark.statistic] : null,
    'benchmark.mode': benchmark && MODE_WORDS[benchmark.mode],
    'benchmark.frozen.value': number(benchmark?.frozen?.value),
    'benchmark.frozen.period': benchmark?.frozen?.period ?? null,
    statedChange: terms.statedChange === null ? null : signed(terms.statedChange, '%'),
    'baseline.value': number(baseline?.value),
    'baseline.on': day(baseline?.on),
    'baseline.source': baseline?.source ?? null,
    due: day(terms.due),
    dueNote: terms.dueNote,
    shape: capital(SHAPE_WORDS[terms.shape]),
    milestones:
      terms.milestones.map(({ on, value }) => `${exact(value, measure)} on ${dayLabel(on)}`).join('; ') ||
      null,
    tolerance: terms.tolerance && toleranceInWords(terms.tolerance, measure),
    owner: terms.owner,
    setBy: SETTER_WORDS[terms.setBy],
    approvedOn: day(terms.approvedOn),
    approval: terms.approval,
    rationale: terms.rationale,
    standard: terms.standard,
    reviewOn: day(terms.reviewOn),
    endsOn: day(terms.endsOn),
    statedOn: day(terms.statedOn),
    document: setting.reference.document(terms.document)?.title ?? terms.document,
    page: terms.page,
  }
  return (Object.keys(TARGET_FIELDS) as TargetField[]).flatMap((key) => {
    const text = texts[key]
    return text === null ? [] : [{ key, text }]
  })
}

const exact = (x: number, { unit }: Measure) => formatValue(x, { unit, decimals: decimalsOf(x) })

const signed = (x: number, suffix: string) => `${x > 0 ? '+' : ''}${formatNumber(x, decimalsOf(x))}${suffix}`

function changeInWords({ basis, change }: TargetTerms, { unit }: Measure): string | null {
  if (change === null) return null
  if (basis === 'pct-from-baseline') return signed(change, '%')
  return unit === 'percent' ? signed(change, ' percentage points') : signed(change, unitSuffix(unit))
}

function toleranceInWords({ kind, size }: Tolerance, { unit }: Measure): string {
  const number = formatNumber(size, decimalsOf(size))
  if (kind === 'percent') return `${number}% of what the path asks for`
  if (kind === 'points') return `${number} percentage ${size === 1 ? 'point' : 'points'}`
  return `${exact(size, { unit, decimals: 0 })}${unitSuffix(unit)}`
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
