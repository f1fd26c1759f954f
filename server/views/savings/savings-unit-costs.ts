import type { UnitCostsAnswer } from '../../contract/savings.ts'
import { isSound, type Quantity } from '../../domain/figure.ts'
import { formatValue } from '../../domain/indicator.ts'
import { periodLabel } from '../../domain/period.ts'
import { moveSaving } from '../../domain/unit-cost.ts'
import type { Database } from '../../store/database.ts'
import { benchmarkAt, ENGLAND } from '../benchmarks.ts'
import { areSeen, findSubject, type Setting } from '../subject.ts'
import { loadSurroundings, type Surroundings } from '../surroundings.ts'
import { pounds } from './savings-words.ts'

/** The list of similar councils that unit costs are set beside. */
const MODEL = '2025'

const WEEKLY = 'unit-cost-week'

const KINDS = [
  ['', 'All children in care'],
  ['residential', 'Children’s homes'],
  ['fostering', 'Foster care'],
] as const

/** What a week of care costs on average, here and elsewhere, in the newest year; null where none is published. */
export async function viewUnitCosts(
  db: Database,
  setting: Setting,
  area: string,
): Promise<UnitCostsAnswer | null> {
  if (!areSeen(setting, [WEEKLY])) return null
  const loaded = await Promise.all(
    KINDS.map(async ([dimension, label]) => {
      const subject = findSubject(setting, WEEKLY, dimension, area)
      const surroundings = await loadSurroundings(db, setting, subject, { neighbours: MODEL })
      return { id: dimension === '' ? 'all' : dimension, label, subject, surroundings }
    }),
  )
  const newest = loaded[0]?.surroundings.own['financial-year'].findLast(isSound)
  if (!newest) return null
  const measure = { unit: 'pounds', decimals: 0 } as const
  const told = (value: Quantity) => ({
    value: typeof value === 'number' ? value : null,
    text: formatValue(value, measure),
  })
  const rows = loaded.map(({ id, label, subject, surroundings }) => {
    const { own, of, links } = surroundings
    const group = links.map((link) => of(link.neighbour))
    const { value, contributing, of: size } = benchmarkAt(subject, group, newest.at, 'mean')
    return {
      id,
      label,
      own: told(valueAt(own, newest.period)),
      neighbours: { ...told(value), contributing, of: size },
      england: told(valueAt(of(ENGLAND), newest.period)),
    }
  })
  return {
    period: newest.period,
    label: periodLabel(newest.at),
    model: MODEL,
    rows,
    move: moveOf(rows),
    cautions: [...(loaded[0]?.subject.indicator.caveats ?? [])],
  }
}

function valueAt(figures: Surroundings['own'], period: string): Quantity {
  const figure = figures['financial-year'].find((each) => each.period === period)
  if (!figure) return 'not-reported'
  return figure.doubt === null ? figure.value : 'low-reliability'
}

function moveOf(rows: UnitCostsAnswer['rows']): UnitCostsAnswer['move'] {
  const find = (id: string) => rows.find((row) => row.id === id)?.own.value ?? null
  const [home, foster] = [find('residential'), find('fostering')]
  if (home === null || foster === null) return null
  const saving = moveSaving(home, foster)
  const amount = pounds(Math.abs(saving)).text
  return {
    value: pounds(saving).value,
    words:
      `One child fewer in a children’s home and one more with foster carers comes to ${amount} a year ` +
      `${saving < 0 ? 'more' : 'less'}, at average cost. The real saving is less: the home goes on costing much the same, ` +
      'and support may move with the child.',
  }
}
