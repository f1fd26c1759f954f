import type { TargetTerms } from '../server/contract/targets.ts'
import { TARGET_FIELDS, type TargetField } from '../server/domain/target-fields.ts'

/**
 * A target while its form is filled in: texts as they were typed, so that nothing is lost by choosing another kind of
 * goal and back, nor by a refusal. A day is `2028-3-31`, as far as it is typed.
 */
export type TargetDraft = Record<DraftKey, string> & { milestones: MilestoneDraft[] }
export type DraftKey = Exclude<TargetField, 'milestones'> | 'toleranceSize'
/** `key` tells the rows of the form apart while some are added and others taken out. */
export type MilestoneDraft = { key: number; on: string; value: string }

/** What `tolerance` says where nobody set one. */
export const USUAL = 'usual'

const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

/** The form of a new target. */
export function emptyDraft(area: string, indicator: string): TargetDraft {
  const nothing = Object.fromEntries(Object.keys(TARGET_FIELDS).map((key) => [key, '']))
  return {
    ...(nothing as Record<DraftKey, string>),
    milestones: [],
    area,
    indicator,
    view: 'rate',
    aim: 'lower',
    basis: 'fixed-value',
    'benchmark.group': 'neighbours',
    'benchmark.model': '2025',
    'benchmark.statistic': 'mean',
    'benchmark.mode': 'live',
    shape: 'linear',
    tolerance: USUAL,
    toleranceSize: '',
    setBy: 'local',
  }
}

/** The form of a target as it is. */
export function draftOf(terms: TargetTerms): TargetDraft {
  const { benchmark, baseline, tolerance, milestones, ...rest } = terms
  const empty = emptyDraft(terms.area, terms.indicator)
  return {
    ...empty,
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, text(value)])),
    'benchmark.group': benchmark?.group ?? empty['benchmark.group'],
    'benchmark.model': benchmark?.model ?? empty['benchmark.model'],
    'benchmark.statistic': benchmark?.statistic ?? empty['benchmark.statistic'],
    'benchmark.mode': benchmark?.mode ?? empty['benchmark.mode'],
    'benchmark.frozen.value': text(benchmark?.frozen?.value),
    'benchmark.frozen.period': text(benchmark?.frozen?.period),
    'baseline.value': text(baseline?.value),
    'baseline.on': text(baseline?.on),
    'baseline.source': text(baseline?.source),
    tolerance: tolerance?.kind ?? USUAL,
    toleranceSize: text(tolerance?.size),
    milestones: milestones.map(({ on, value }, key) => ({ key, on, value: text(value) })),
  }
}

/** How a draft counts: to stay within a range is a kind of goal of its own. */
export const basisOf = (draft: TargetDraft): string => (draft.aim === 'within' ? 'range' : draft.basis)

/** Whether milestones belong to the path. */
export const hasMilestones = ({ aim, shape }: TargetDraft): boolean =>
  aim !== 'within' && (shape === 'milestones' || shape === 'stepped')

/** The terms as they are sent: only what its kind of goal and of path needs. What is no number or day goes as it was typed. */
export function termsOf(draft: TargetDraft): Record<string, unknown> {
  const basis = basisOf(draft)
  const only = (bases: readonly string[], key: DraftKey) =>
    bases.includes(basis) ? numberOf(draft[key]) : null
  const words = (key: DraftKey) => draft[key].trim() || null
  const day = (key: DraftKey) => dayOf(draft[key])
  return {
    programme: words('programme'),
    indicator: draft.indicator,
    view: draft.view,
    area: draft.area,
    title: draft.title,
    aim: draft.aim,
    basis,
    value: only(['fixed-value'], 'value'),
    change: only(['pct-from-baseline', 'abs-from-baseline'], 'change'),
    low: only(['range'], 'low'),
    high: only(['range'], 'high'),
    benchmark: basis === 'to-benchmark' ? benchmarkOf(draft) : null,
    statedChange: numberOf(draft.statedChange),
    baseline: baselineOf(draft),
    due: day('due'),
    dueNote: words('dueNote'),
    shape: basis === 'range' ? 'level' : draft.shape,
    milestones: hasMilestones(draft)
      ? draft.milestones.map(({ on, value }) => ({ on: dayOf(on) ?? '', value: numberOf(value) }))
      : [],
    tolerance:
      draft.tolerance === USUAL ? null : { kind: draft.tolerance, size: numberOf(draft.toleranceSize) },
    owner: draft.owner,
    setBy: draft.setBy,
    approvedOn: day('approvedOn'),
    approval: words('approval'),
    rationale: words('rationale'),
    standard: words('standard'),
    reviewOn: day('reviewOn'),
    endsOn: day('endsOn'),
    statedOn: day('statedOn') ?? '',
    document: draft.document,
    page: words('page'),
  }
}

function benchmarkOf(draft: TargetDraft): Record<string, unknown> {
  const isGroup = draft['benchmark.group'] === 'neighbours'
  const mode = draft['benchmark.mode']
  const value = numberOf(draft['benchmark.frozen.value'])
  const period = draft['benchmark.frozen.period'].trim()
  return {
    group: draft['benchmark.group'],
    model: isGroup ? draft['benchmark.model'] : null,
    statistic: isGroup ? draft['benchmark.statistic'] : 'mean',
    mode,
    frozen: mode === 'frozen' && (value !== null || period !== '') ? { value, period } : null,
  }
}

/** Null where nothing of it is filled in; what is missing of one that was begun the server asks for. */
function baselineOf(draft: TargetDraft): Record<string, unknown> | null {
  const value = numberOf(draft['baseline.value'])
  const on = dayOf(draft['baseline.on'])
  const source = draft['baseline.source'].trim()
  return value === null && on === null && source === '' ? null : { value, on: on ?? '', source }
}

/** `£1,234.5` and `−33%` as people type them; the text itself where it is no number, null where there is none. */
export function numberOf(typed: string): number | string | null {
  const bare = typed
    .trim()
    .replaceAll(/[£,\s]|%$/g, '')
    .replace('−', '-')
  if (bare === '') return null
  const number = Number(bare)
  return Number.isNaN(number) ? typed : number
}

/** `2028-3-1` with its noughts; null where nothing is typed. */
export function dayOf(typed: string): string | null {
  const [year = '', month = '', day = ''] = typed.split('-').map((part) => part.trim())
  if (year === '' && month === '' && day === '') return null
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}
