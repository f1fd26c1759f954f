import type { Indicator } from '../../contract/catalogue.ts'
import type { TargetTerms } from '../../contract/targets.ts'
import { nearest } from '../../domain/nearest.ts'
import { type FieldError, Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { findModels } from '../../store/neighbours.ts'
import { regionOf } from '../benchmarks.ts'
import type { Setting, Subject } from '../subject.ts'
import { subjectOf } from './target-figures.ts'
import type { RegisteredTarget } from './target-register.ts'

/**
 * Throws a Problem, with every fault at its field, where the terms of a target name what there is not, or go to a
 * benchmark that their measure has not. What can be seen from the terms alone their schema refuses.
 */
export async function checkTerms(db: Database, setting: Setting, terms: TargetTerms): Promise<void> {
  const { reference } = setting
  const faults: FieldError[] = []
  const fault = (path: string, message: string) => faults.push({ path: `terms.${path}`, message })
  const indicator = reference.indicator(terms.indicator)
  if (!indicator) fault('indicator', unknownIndicator(terms.indicator, reference.indicators))
  if (!reference.area(terms.area)) fault('area', `is none that there is: GET /api/areas lists them`)
  if (indicator && terms.view === 'count' && indicator.denominatorKind === 'none')
    fault('view', 'has to be “rate” here: this measure is a number already')
  if (terms.programme !== null && !reference.programmes.some(({ id }) => id === terms.programme))
    fault('programme', `is none that there is: ${reference.programmes.map(({ id }) => id).join(', ')}`)
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
