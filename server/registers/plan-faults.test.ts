import { expect, test } from 'vitest'
import { planTerms } from '../contract/plans.ts'
import { loadReference } from '../reference.ts'
import { planFaults } from './plan-faults.ts'

const NOTHING = { from: null, to: null, stages: [], strands: [], cover: [] }
const row = (id: string, from: string | null = null, to: string | null = null) => ({ id, from, to })
const ORDER = 'has to be later than the first day'

test.each<[string, object, object | null, [path: string, message: string][]]>([
  ['that is empty', {}, null, []],
  ['of one day', { from: '2026-04-01', to: '2026-04-01' }, null, []],
  ['that ends first', { from: '2026-04-01', to: '2026-03-31' }, null, [['terms.to', ORDER]]],
  [
    'with a stage twice',
    { stages: [row('a'), row('a')] },
    null,
    [['terms.stages.1.id', 'is there twice: a']],
  ],
  [
    'with a part twice',
    { strands: [row('a'), row('b'), row('a')] },
    null,
    [['terms.strands.2.id', 'is there twice: a']],
  ],
  ['with a stage and a part of one id', { stages: [row('a')], strands: [row('a')] }, null, []],
  [
    'whose stage ends first',
    { stages: [row('a', '2026-04-01', '2026-03-31')] },
    null,
    [['terms.stages.0.to', ORDER]],
  ],
  [
    'whose cover ends first',
    { cover: [row('a', '2026-04-01', '2026-03-31')] },
    null,
    [['terms.cover.0.to', ORDER]],
  ],
  [
    'with a share without a target',
    { savingShare: 10 },
    null,
    [['terms.savingTarget', 'is needed with how much less is to be spent']],
  ],
  [
    'whose share lost its target',
    { reinvestShare: 10 },
    { reinvestShare: 10, reinvestTarget: 'spend' },
    [['terms.reinvestTarget', 'is needed with how much of it goes into prevention']],
  ],
  ['whose target is not to be seen', { savingShare: 20 }, { savingShare: 10, savingTarget: null }, []],
  [
    'that is to save money without a last day',
    { savingTarget: 'spend', from: '2026-04-01' },
    null,
    [['terms.to', 'is needed where money is to be saved: the path of spending goes by its years']],
  ],
])('a plan %s is refused what is wrong with it', (_what, terms, held, faults) => {
  expect(planFaults({ ...NOTHING, ...terms }, held as Record<string, unknown> | null)).toEqual(
    faults.map(([path, message]) => ({ path, message })),
  )
})

test('what was kept before any of it was asked can still be read', () => {
  const plan = loadReference().seeds.find(({ id }) => id === 'mtfs-2021')
  const kept = { ...plan?.terms, from: '2026-04-01', to: '2026-03-31', stages: [], savingTarget: null }
  expect(planTerms.parse(kept)).toMatchObject({ to: '2026-03-31', savingTarget: null, savingShare: 33 })
})
