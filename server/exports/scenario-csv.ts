import type { ScenarioAnswer } from '../contract/scenario.ts'
import { round } from '../domain/rounding.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

const HEADING = [
  'part',
  'id',
  'name',
  'period',
  'date',
  'unit',
  'as_things_are',
  'with_your_changes',
  'path_or_target',
  'source',
]
type Row = CsvFile['rows'][number]

/** The assumptions first, then what the model takes for granted, then what comes of both. */
export function scenarioCsv(answer: ScenarioAnswer): CsvFile {
  return {
    name: fileName('what-if', answer.area.name),
    rows: [
      HEADING,
      ...assumptionRows(answer),
      ...wordRows(answer),
      ...startRows(answer),
      ...yearRows(answer),
    ],
  }
}

function assumptionRows({ area, years, assumptions }: ScenarioAnswer): Row[] {
  return [
    ['assumption', 'area', 'Area', null, null, 'code', area.id, area.id, null, area.name],
    ['assumption', 'years', 'How far ahead', null, null, 'years', years, years, null, null],
    ...assumptions.map(({ id, label, sign, per, base, value, source }): Row => {
      const unit = sign ? `${sign} ${per}` : per
      return ['assumption', id, label, null, null, unit, base, value, null, source]
    }),
  ]
}

function wordRows({ none, missing, fixed, summary, target, path, settles }: ScenarioAnswer): Row[] {
  const row = (part: string, words: string): Row => [part, null, words, ...Array<null>(7).fill(null)]
  const said = [none, ...missing, summary?.headline, summary?.path, settles?.words, summary?.caution]
  const granted = [...fixed, target?.words, path?.words]
  return [
    ...granted.flatMap((words) => (words ? [row('taken for granted', words)] : [])),
    ...said.flatMap((words) => (words ? [row('in words', words)] : [])),
  ]
}

function startRows({ start, target }: ScenarioAnswer): Row[] {
  if (!start) return []
  const { on, label, yearLabel, children, population, rate, spend, careSpend, path, sources } = start
  const row = (
    [id, name, unit]: [string, string, string],
    period: string,
    [value, aim]: [number, number | null],
    source: string,
  ): Row => ['published start', id, name, period, on, unit, value, null, aim, source]
  const { children: ofChildren, spend: ofSpend } = sources
  return [
    row(['children', 'Children in care', 'children'], label, [children, tenth(target?.children)], ofChildren),
    row(['population', 'Children living in the area', 'children'], label, [population, null], ofChildren),
    row(
      ['rate', 'Children in care, rate', 'per 10,000'],
      label,
      [round(rate, 1), tenth(target?.rate)],
      ofChildren,
    ),
    row(['spend', 'Spending on children’s services', '£'], yearLabel, [spend, whole(path)], ofSpend),
    row(['care-spend', 'of it on children in care', '£'], yearLabel, [careSpend, null], ofSpend),
  ]
}

function yearRows({ quarters, rows, target }: ScenarioAnswer): Row[] {
  const result = (id: string, name: string, period: string, on: string, unit: string, cells: Row): Row => [
    'result',
    id,
    name,
    period,
    on,
    unit,
    ...cells,
    null,
  ]
  return [
    ...rows.flatMap(({ on, label, base, adjusted, path }) => [
      result('spend', 'Spending on children’s services', label, on, '£', [
        whole(base.spend),
        whole(adjusted.spend),
        whole(path),
      ]),
      result('care-spend', 'of it on children in care', label, on, '£', [
        whole(base.careSpend),
        whole(adjusted.careSpend),
        null,
      ]),
      result('rate', 'Children in care, rate', label, on, 'per 10,000', [
        tenth(base.rate),
        tenth(adjusted.rate),
        tenth(target?.rate),
      ]),
    ]),
    ...quarters
      .slice(1)
      .map(({ on, label, base, adjusted }) =>
        result('children', 'Children in care', label, on, 'children', [
          tenth(base),
          tenth(adjusted),
          tenth(target?.children),
        ]),
      ),
  ]
}

const whole = (x: number | null | undefined) => (x == null ? null : round(x, 0))
const tenth = (x: number | null | undefined) => (x == null ? null : round(x, 1))
