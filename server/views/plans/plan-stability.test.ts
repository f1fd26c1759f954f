import { describe, expect, test } from 'vitest'
import type { ActionTerms, PlanTerms } from '../../contract/plans.ts'
import { dueMove, dueMoves } from '../../domain/plan-dates.ts'
import type { RegisteredAction, RegisteredPlan } from './plan-register.ts'
import { everIn, firstSetOn, standsIn, viewStability } from './plan-stability.ts'

const version = <T>(id: string, number: number, on: string, terms: Partial<T>, retired = false) => ({
  id,
  version: number,
  retired,
  reason: 'Test',
  madeBy: 'Ann Reed',
  madeAt: `${on}T09:00:00.000Z`,
  terms: terms as T,
})
type Step<T> = [on: string, terms: Partial<T>, retired?: boolean]
const entry = <T>(id: string, base: Partial<T>, steps: Step<T>[]) => {
  const versions = steps.map(([on, terms, retired], i) =>
    version<T>(id, i + 1, on, { ...base, ...terms }, retired),
  )
  return { ...(versions.at(-1) as (typeof versions)[number]), versions }
}
const action = (id: string, ...steps: Step<ActionTerms>[]): RegisteredAction =>
  entry<ActionTerms>(id, { plan: 'p', start: null, due: null, stage: null, owner: 'Director' }, steps)
const plan = (...steps: Step<PlanTerms>[]): RegisteredPlan =>
  entry<PlanTerms>('p', { from: null, to: null, weeksPlanned: null, stages: [] }, steps)

const ON = { on: '2026-11-21', isToday: true }
const words = (own: RegisteredPlan, ...actions: RegisteredAction[]) =>
  viewStability(
    own,
    actions,
    dueMoves(actions.map(({ versions }) => dueMove(versions.map(({ terms }) => terms.due)))),
    ON,
  ).words

const SET = '2026-06-01'
const STEADY = 'What is planned was not changed since it was first set.'
const ONCE = 'It does not count as a plan that keeps changing: it was changed on 1 day in the last 12 months.'

describe('a change of what is planned', () => {
  test.each<[string, Partial<ActionTerms>, string]>([
    ['where it stands', { state: 'done', progress: 100, update: 'Done', evidence: 'A report' }, STEADY],
    ['its wording', { title: 'In other words', dueText: 'Summer' }, STEADY],
    ['its start', { start: '2026-07-01' }, ONCE],
    ['a due day where it had none', { due: '2026-07-01' }, ONCE],
    ['its stage', { stage: 'second' }, ONCE],
    ['who does it', { owner: 'Leader' }, ONCE],
    ['its plan', { plan: 'other' }, ONCE],
  ])('of an action: %s', (_, terms, told) => {
    expect(words(plan([SET, {}]), action('a', [SET, {}], ['2026-09-01', terms]))).toBe(told)
  })

  test.each<[string, Partial<PlanTerms>, string]>([
    ['what it is for', { purpose: 'Another', notes: ['A note'] }, STEADY],
    ['its last day', { to: '2026-12-31' }, ONCE],
    ['its weeks', { weeksPlanned: 12 }, ONCE],
    ['a stage', { stages: [{ id: 's', name: 'Second', from: null, to: null, text: null }] }, ONCE],
  ])('of the plan itself: %s', (_, terms, told) => {
    expect(words(plan([SET, {}], ['2026-09-01', terms]), action('a', [SET, {}]))).toBe(told)
  })

  test('is an action that came or went after it was first set, and none that came with it', () => {
    expect(words(plan([SET, {}]), action('a', [SET, {}]), action('b', [SET, {}]))).toBe(STEADY)
    expect(words(plan([SET, {}]), action('a', [SET, {}]), action('b', ['2026-09-01', {}]))).toBe(ONCE)
    expect(words(plan([SET, {}]), action('a', [SET, {}], ['2026-09-01', {}, true]))).toBe(ONCE)
  })

  test('on the day on which it was first set is none', () => {
    expect(words(plan([SET, {}]), action('a', [SET, {}], [SET, { owner: 'Leader' }]))).toBe(STEADY)
  })

  test('of more than a year ago is told by its day', () => {
    expect(words(plan(['2024-01-10', {}], ['2024-02-01', { to: '2024-03-01' }]))).toBe(
      'What is planned was not changed in the last 12 months; the last change is of 1 February 2024.',
    )
  })
})

describe('a plan that keeps changing', () => {
  test('says by how much its due days moved and on how many days it was changed', () => {
    const late = (id: string, on: string, due: string) =>
      action(id, [SET, { due: '2026-09-01' }], [on, { due }])
    expect(
      words(
        plan([SET, {}]),
        late('a', '2026-08-01', '2026-09-11'),
        late('b', '2026-08-02', '2026-09-21'),
        late('c', '2026-08-03', '2026-08-22'),
        action('d', [SET, { due: '2026-09-01' }]),
      ),
    ).toBe(
      'This plan keeps changing: 2 of its 4 due days are later than first set, by 15 days on average; it was changed on 3 days in the last 12 months.',
    )
  })

  test('says so where all its due days were put off', () => {
    const late = (id: string) =>
      action(id, [SET, { due: '2026-09-01' }], ['2026-08-01', { due: '2026-09-02' }])
    expect(words(plan([SET, {}]), late('a'), late('b'))).toBe(
      'This plan keeps changing: both of its due days are later than first set, by 1 day on average; it was changed on 1 day in the last 12 months.',
    )
    expect(words(plan([SET, {}]), late('a'), late('b'), late('c'))).toContain(
      'all 3 of its due days are later',
    )
  })

  test('is not one whose only due day was put off once', () => {
    const late = action('a', [SET, { due: '2026-09-01' }], ['2026-08-01', { due: '2026-10-01' }])
    expect(words(plan([SET, {}]), late)).toBe(
      'It does not count as a plan that keeps changing: its only due day is later than first set, by 30 days; it was changed on 1 day in the last 12 months.',
    )
  })
})

describe('the day on which a plan was first set', () => {
  test.each<[string, RegisteredAction[], string]>([
    ['without actions is its own', [], SET],
    ['is its own where actions were on record before', [action('a', ['2026-05-01', {}])], SET],
    [
      'is that of its first action',
      [action('a', ['2026-06-04', {}]), action('b', ['2026-06-03', {}])],
      '2026-06-03',
    ],
    [
      'is the day on which the first action came to it from another plan',
      [action('a', ['2026-05-01', { plan: 'other' }], ['2026-06-09', {}])],
      '2026-06-09',
    ],
  ])('%s', (_, actions, day) => {
    expect(firstSetOn(plan([SET, {}]), actions)).toBe(day)
  })
})

test('an action was ever in a plan though it left it, and stands in none once it was taken out', () => {
  const left = action('a', [SET, {}], ['2026-07-01', { plan: 'other' }])
  const out = action('b', [SET, {}], ['2026-07-01', {}, true])
  const never = action('c', [SET, { plan: 'other' }])
  expect(everIn([left, out, never], 'p').map(({ id }) => id)).toEqual(['a', 'b'])
  expect([left, out, never].map((each) => standsIn(each, 'p'))).toEqual([false, false, false])
  expect(standsIn(left, 'other')).toBe(true)
})
