import type { Indicator } from '../../contract/catalogue.ts'
import { type PlanTerms, planTerms } from '../../contract/plans.ts'
import type { TargetTerms } from '../../contract/targets.ts'
import { nearest } from '../../domain/nearest.ts'
import { type FieldError, Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { findModels } from '../../store/neighbours.ts'
import { regionOf } from '../benchmarks.ts'
import { type Entry, loadEntries } from '../registers/register.ts'
import type { Setting, Subject } from '../subject.ts'
import { subjectOf } from './target-figures.ts'
import type { RegisteredTarget } from './target-register.ts'

/**
 * Throws a Problem, with every fault at its field, where the terms of a target name what there is not, or go to a
 * benchmark that their measure has not. What can be seen from the terms alone their schema refuses. `held` is what the
 * target says so far: it may go on naming a plan that was taken out since.
 */
export async function checkTerms(
  db: Database,
  setting: Setting,
  terms: TargetTerms,
  held?: TargetTerms,
): Promise<void> {
  const { reference } = setting
  const faults: FieldError[] = []
  const fault = (path: string, message: string) => faults.push({ path: `terms.${path}`, message })
  const indicator = reference.indicator(terms.indicator)
  if (!indicator) fault('indicator', unknownIndicator(terms.indicator, reference.indicators))
  if (!reference.area(terms.area)) fault('area', `is none that there is: GET /api/areas lists them`)
  if (indicator && terms.view === 'count' && indicator.denominatorKind === 'none')
    fault('view', 'has to be “rate” here: this measure is a number already')
  if (terms.programme !== null && terms.programme !== held?.programme) {
    const why = whyNoPlan(terms.programme, terms.area, await loadEntries(db, 'plan', planTerms))
    if (why) fault('programme', why)
  }
  if (faults.length === 0 && terms.benchmark) {
    const why = await whyNoBenchmark(db, setting, subjectOf(setting, { terms }), terms.benchmark)
    if (why) fault('benchmark', why)
  }
  refuse(faults)
}

/** What is measured, how and where stays: figures, paths and versions of one target have to be of one thing. */
export function checkSameMeasure({ terms: before }: RegisteredTarget, terms: TargetTerms): void {
  const keys = ['indicator', 'view', 'area'] as const
  refuse(
    keys
      .filter((key) => before[key] !== terms[key])
      .map((key) => ({
        path: `terms.${key}`,
        message: 'can’t be changed: take this target out and set another',
      })),
  )
}

function refuse(faults: FieldError[]): void {
  if (faults.length === 0) return
  throw new Problem(
    'invalid-request',
    faults.map(({ path, message }) => `${path}: ${message}`).join('; '),
    faults,
  )
}

function unknownIndicator(id: string, indicators: readonly Indicator[]): string {
  const guess = nearest(
    id,
    indicators.map((each) => each.id),
  )
  return `is not in the catalogue${guess ? `: did you mean “${guess}”?` : ': GET /api/indicators lists it'}`
}

/** Why a target can’t be part of a plan; null where it can. An unknown one is told the nearest, or those of the area. */
function whyNoPlan(id: string, area: string, plans: readonly Entry<PlanTerms>[]): string | null {
  const named = plans.find((each) => each.id === id)
  if (named?.retired) return `was taken out: ${named.terms.name}. Bring it back first, or choose another`
  if (named) return null
  const there = plans.filter(({ retired }) => !retired)
  const near = nearest(
    id,
    there.map((each) => each.id),
  )
  const guess = there.find((each) => each.id === near)
  if (guess) return `is none that there is: ${id}; did you mean “${guess.id}” (${guess.terms.name})?`
  const own = there.filter(({ terms }) => terms.area === area)
  const known = own.map((each) => `${each.id} (${each.terms.name})`).join(', ')
  return `is none that there is: ${id}. Plans of the area: ${known || 'none yet; add one first'}`
}

async function whyNoBenchmark(
  db: Database,
  { reference }: Setting,
  { area, noComparison }: Subject,
  { group, model }: NonNullable<TargetTerms['benchmark']>,
): Promise<string | null> {
  if (noComparison !== null) return `is not possible for this measure: ${noComparison}`
  if (group === 'region')
    return regionOf(area, reference) ? null : `is not possible: ${area.name} lies in no region`
  if (group === 'england') return null
  if (area.kind !== 'authority') return `is not possible: ${area.name} has no similar councils`
  const models = await findModels(db)
  return models.length === 0 || models.includes(model ?? '')
    ? null
    : `names a list of similar councils that there is not: ${models.join(', ')}`
}
