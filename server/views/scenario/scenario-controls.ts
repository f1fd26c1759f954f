import type { AssumptionId, ScenarioAssumption } from '../../contract/scenario.ts'
import { clean } from '../../domain/rounding.ts'
import { Problem } from '../../problem.ts'
import type { ScenarioBase } from './scenario-base.ts'
import { plain, valueText } from './scenario-words.ts'

type Control = Pick<ScenarioAssumption, 'id' | 'group' | 'label' | 'sign' | 'per' | 'step'>

const place = (id: AssumptionId, label: string): Control => ({
  id,
  group: 'cost',
  label,
  sign: '£',
  per: 'a week',
  step: 5,
})
const share = (id: AssumptionId, label: string): Control => ({
  id,
  group: 'mix',
  label,
  sign: '%',
  per: 'of children in care',
  step: 1,
})

/** What may be set, in the order of the page. */
export const CONTROLS: readonly Control[] = [
  { id: 'starts', group: 'flow', label: 'Children entering care', sign: null, per: 'a year', step: 1 },
  {
    id: 'ends',
    group: 'flow',
    label: 'Children leaving care',
    sign: '%',
    per: 'of those in care, within a year',
    step: 0.1,
  },
  share('residential', 'In children’s homes'),
  share('fostering', 'With foster carers'),
  place('residentialCost', 'A place in a children’s home'),
  place('fosteringCost', 'A foster place'),
  place('otherCost', 'Any other place'),
]

export type Values = Record<AssumptionId, number>

/** An assumption as it is, as it was set, and how far its slider goes. */
export function toAssumption(
  control: Control,
  { values, sources }: ScenarioBase,
  asked: number | undefined,
): ScenarioAssumption {
  const { id, group, step } = control
  const base = values[id]
  const value = asked ?? base
  // A slider that is long enough for twice what it is, or for whatever was asked for.
  const unit = group === 'cost' ? 500 : 10
  const most = group === 'cost' || id === 'starts' ? Number.POSITIVE_INFINITY : 100
  const max = Math.min(Math.ceil(Math.max(2 * base, value, 1) / unit) * unit, most)
  return {
    ...control,
    base,
    baseText: valueText(id, base),
    value,
    text: valueText(id, value),
    min: 0,
    max,
    // A whole region has thousands entering care: its slider goes by tens.
    step: id === 'starts' && max > 2000 ? 10 : step,
    source: sources[id],
  }
}

export const restAnswer = (base: number, value: number) => ({
  base,
  value,
  baseText: `${plain(base)}%`,
  text: `${plain(value)}%`,
})

/** Per cent of children in care who are left for other places. */
export const restOf = ({ residential, fostering }: Values): number => clean(100 - residential - fostering)

/** Throws a Problem where both shares are more than all children. */
export function checkShares({ residential, fostering }: Values) {
  const sum = clean(residential + fostering)
  if (sum <= 100) return
  const message = `${plain(residential)}% in children’s homes and ${plain(fostering)}% with foster carers are ${plain(sum)}% together, more than all children in care; lower one of them by ${plain(clean(sum - 100))} points or more`
  throw new Problem('invalid-request', `residential and fostering: ${message}`, [
    { path: 'residential', message },
    { path: 'fostering', message },
  ])
}
