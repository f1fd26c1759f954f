import { z } from 'zod'
import { VIEWS } from '../domain/indicator.ts'
import { AIMS } from '../domain/rag.ts'
import { BASES, type Basis, BENCHMARK_GROUPS, goalOf, MODES, SETTERS, STATISTICS } from '../domain/target.ts'
import { SHAPES } from '../domain/trajectory.ts'
import { areaId } from './terms.ts'
import { reasonField } from './uploads.ts'

/**
 * The terms of a target: what shall come to what, from where, by when, on which way, who says so. One version of a
 * target in the register is one of these; data/targets.json holds those that the papers state.
 */

const text = (most: number) =>
  z.string().trim().min(1, 'has to be filled in').max(most, `can have ${most} characters at most`)
const number = z.number('is not a number')
const day = z.iso.date('is not a day: use 2021-03-31')

const benchmarkSchema = z.strictObject({
  group: z.enum(BENCHMARK_GROUPS),
  model: z.string().nullable().describe('The list of similar councils: 2021 or 2025'),
  statistic: z.enum(STATISTICS),
  mode: z.enum(MODES),
  frozen: z
    .strictObject({ value: number, period: text(20) })
    .nullable()
    .describe('What a frozen benchmark was when it was set'),
})

export type Benchmark = z.infer<typeof benchmarkSchema>

const milestoneSchema = z.strictObject({ on: day, value: number })

export const toleranceSchema = z.strictObject({
  kind: z.enum(['percent', 'points', 'absolute']),
  size: number.min(0, 'has to be nothing or more'),
})

/** Which numbers belong to a basis; any other would be kept and never shown. */
const NUMBERS_OF: Record<Basis, readonly string[]> = {
  'fixed-value': ['value'],
  'pct-from-baseline': ['change'],
  'abs-from-baseline': ['change'],
  'to-benchmark': [],
  range: ['low', 'high'],
  maintain: [],
}

export const targetTerms = z
  .strictObject({
    programme: z.string().nullable().describe('The programme that it belongs to'),
    indicator: text(60).describe('Id of an indicator of the catalogue'),
    view: z.enum(VIEWS),
    area: areaId,
    title: text(200).describe('What is aimed at, as it was stated'),
    aim: z.enum(AIMS).describe('Which way is meant: lower, higher, or to stay within a range'),
    basis: z.enum(BASES),
    value: number.nullable(),
    change: number.nullable().describe('In per cent or in the unit, as the basis says; negative for a fall'),
    low: number.nullable(),
    high: number.nullable(),
    benchmark: benchmarkSchema.nullable(),
    statedChange: number.nullable().describe('The change in per cent that the paper claims is needed'),
    baseline: z
      .strictObject({ value: number, on: day, source: text(300) })
      .nullable()
      .describe('Where it starts from, as set; later revisions do not move it'),
    due: day.nullable(),
    dueNote: text(300).nullable().describe('How the day was come by, where the paper names none'),
    shape: z.enum(SHAPES),
    milestones: z.array(milestoneSchema).max(40),
    tolerance: toleranceSchema.nullable().describe('Null for the usual rule'),
    owner: text(100).describe('The role that answers for it; no names'),
    setBy: z.enum(SETTERS),
    approvedOn: day.nullable(),
    approval: text(300).nullable().describe('Who approved it, where, under which reference'),
    rationale: text(1000).nullable().describe('Why it was set as it is'),
    standard: text(300).nullable().describe('The national or statutory standard beside it, if there is one'),
    reviewOn: day.nullable(),
    endsOn: day.nullable().describe('The last day on which it counts, where it has run out'),
    statedOn: day,
    document: text(300).describe('Id or title of the paper'),
    page: text(200).nullable(),
  })
  .superRefine((terms, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const { basis, baseline, shape, due, milestones, aim } = terms
    if (basis === 'fixed-value' && terms.value === null) fault('value', 'needs a number: the value aimed at')
    if ((basis === 'pct-from-baseline' || basis === 'abs-from-baseline') && terms.change === null)
      fault('change', 'needs a number: how much it shall change, negative for a fall')
    if ((basis === 'pct-from-baseline' || basis === 'abs-from-baseline' || basis === 'maintain') && !baseline)
      fault('baseline', 'needs a value and its day, because the target is counted from there')
    for (const key of ['value', 'change', 'low', 'high'] as const)
      if (terms[key] !== null && !NUMBERS_OF[basis].includes(key))
        fault(key, 'has no place in a target of this kind: leave it out')
    if (basis !== 'to-benchmark' && terms.benchmark)
      fault('benchmark', 'has no place in a target that does not go to one: leave it out')
    if (basis === 'to-benchmark' && !terms.benchmark) fault('benchmark', 'needs the group that it goes to')
    if (terms.benchmark?.group === 'neighbours' && terms.benchmark.model === null)
      fault('benchmark', 'needs the list of similar councils that is meant')
    if (terms.benchmark?.mode === 'frozen' && terms.benchmark.frozen === null)
      fault('benchmark', 'is frozen, so it needs the value and the period that it was set with')
    if (terms.benchmark?.mode === 'live' && terms.benchmark.frozen !== null)
      fault('benchmark', 'is live, so no value can be kept for it')
    if (basis === 'range') {
      if (terms.low === null || terms.high === null) fault('low', 'needs both ends of the range')
      else if (terms.low > terms.high) fault('low', 'is above the upper end')
    }
    if ((aim === 'within') !== (basis === 'range'))
      fault('aim', 'is to stay within a range exactly where the basis is a range')
    if (shape !== 'level') {
      if (!baseline) fault('baseline', 'needs a value and its day, because the path starts there')
      if (due === null) fault('due', 'needs a day, because the path ends there')
      if (basis === 'range') fault('shape', 'has to be the goal at once where the goal is a range')
    }
    if (baseline && due !== null && due <= baseline.on) fault('due', 'has to be later than the baseline')
    if (shape === 'milestones' && milestones.length === 0)
      fault('milestones', 'needs at least one milestone: a day and a value')
    if (milestones.length > 0 && shape !== 'milestones' && shape !== 'stepped')
      fault('milestones', 'are for a path by milestones or by steps only')
    const days = milestones.map(({ on }) => on)
    if (days.some((on, i) => i > 0 && on <= (days[i - 1] ?? '')))
      fault('milestones', 'have to be in the order of their days')
    if (days.some((on) => (baseline && on <= baseline.on) || (due !== null && on >= due)))
      fault('milestones', 'have to lie between the baseline and the day it is due')
    if (shape === 'constant-rate' && baseline && baseline.value <= 0)
      fault('shape', 'can’t be the same percentage every quarter from nothing')
    const goal = basis === 'to-benchmark' ? (terms.benchmark?.frozen?.value ?? null) : goalOf(terms, null)
    if (shape === 'constant-rate' && typeof goal === 'number' && goal <= 0)
      fault('shape', 'can’t be the same percentage every quarter down to nothing')
    if (terms.approvedOn !== null && terms.approval === null)
      fault('approval', 'has to say who approved it and where it is recorded')
    if (terms.approvedOn !== null && terms.endsOn !== null && terms.endsOn < terms.approvedOn)
      fault('endsOn', 'is before the day on which it was approved')
  })
  .meta({ id: 'TargetTerms' })
export type TargetTerms = z.infer<typeof targetTerms>

/** A new target, or a new version of one. `after` is the version that the change was made from. */
export const addTargetRequest = z.strictObject({ terms: targetTerms, reason: reasonField })
export const changeTargetRequest = z.strictObject({
  terms: targetTerms,
  after: z.int().min(1),
  reason: reasonField,
})
/** For retiring a target, bringing it back, or undoing the last change. */
export const moveTargetRequest = z.strictObject({
  after: z.int().min(1),
  reason: reasonField,
})

/** Which targets: of an area or of one measure of it; `all` with those that ran out or were taken out. */
export const targetsQuery = z.object({
  area: areaId.optional().describe('The area; the home area if left out'),
  indicator: z.string().optional().describe('Only those of one indicator'),
  all: z.literal('1', 'is 1 or left out').optional().describe('Those that ran out or were taken out too'),
})
