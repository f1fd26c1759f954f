import type { BridgeAnswer, SavingLineAnswer, SavingsAnswer, UnitCostsAnswer } from '../contract/savings.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

const HEADING = [
  'programme_id',
  'area_code',
  'part',
  'time_period',
  'item',
  'measure',
  'value',
  'unit',
  'kind',
  'stage',
  'component',
  'owner',
  'evidence',
  'status',
  'note',
]

/** What a row may say beside its programme, area and part. */
type Row = Partial<Record<(typeof HEADING)[number], string | number | null>>

/** Everything on the savings screen, a number a row: the path, the ledger, the cost bridge and unit costs. */
export function savingsCsv(answer: SavingsAnswer): CsvFile {
  const about = { programme_id: answer.programme.id, area_code: answer.area.id }
  const rows = [
    ...pathRows(answer),
    ...answer.ledger.lines.map(lineRow),
    ...(answer.bridge ? bridgeRows(answer.bridge) : []),
    ...(answer.unitCosts ? unitCostRows(answer.unitCosts) : []),
  ]
  return {
    name: fileName('savings', answer.programme.id),
    rows: [
      HEADING,
      ...rows.map((row) => {
        const whole: Row = { ...about, ...row }
        return HEADING.map((column) => whole[column] ?? null)
      }),
    ],
  }
}

function pathRows({ path, ledger }: SavingsAnswer): Row[] {
  const delivered = ledger.illustrative ? 'illustrative' : null
  return (path?.years ?? []).flatMap((year): Row[] => {
    const row = (measure: string, value: number | null, more: Row = {}): Row => ({
      part: 'path',
      time_period: year.period,
      measure,
      value,
      unit: 'pounds',
      ...more,
    })
    return [
      row('planned saving', year.saving.value),
      row('planned spend', year.spend.value),
      row('actual spend', year.actual?.value ?? null, { status: year.status, note: year.why }),
      row('planned for prevention', year.reinvested.value),
      row('planned saving without it', year.net.value),
      row('delivered', year.delivered?.cashable.value ?? null, { kind: 'cashable', status: delivered }),
      row('delivered', year.delivered?.costAvoided.value ?? null, {
        kind: 'cost-avoided',
        status: delivered,
      }),
      row('delivered', year.delivered?.oneOff.value ?? null, { kind: 'one-off', status: delivered }),
    ]
  })
}

function lineRow({ terms, component }: SavingLineAnswer): Row {
  return {
    part: 'ledger',
    time_period: terms.year,
    item: terms.title,
    measure: 'saving',
    value: terms.amount,
    unit: terms.kind === 'one-off' ? 'pounds' : 'pounds a year',
    kind: terms.kind,
    stage: terms.stage,
    component,
    owner: terms.owner,
    evidence: terms.evidence,
    status: terms.illustrative ? 'illustrative' : null,
  }
}

function bridgeRows({ from, to, steps, groups }: BridgeAnswer): Row[] {
  const years = {
    before: from,
    after: to,
    volume: `${from} to ${to}`,
    mix: `${from} to ${to}`,
    price: `${from} to ${to}`,
  }
  const row = (measure: keyof typeof years, value: number, unit: string, more: Row): Row => ({
    part: 'bridge',
    time_period: years[measure],
    measure,
    value,
    unit,
    ...more,
  })
  return [
    ...steps.map(({ id, value, words }) => row(id, value, 'pounds a year', { item: 'all', note: words })),
    ...groups.flatMap(({ id, children, weekly, volume, mix, price }): Row[] => [
      row('before', children.before.value, 'children', { item: id }),
      row('after', children.after.value, 'children', { item: id }),
      row('before', weekly.before.value, 'pounds a week', { item: id }),
      row('after', weekly.after.value, 'pounds a week', { item: id }),
      ...(id === 'all'
        ? []
        : [
            row('volume', volume.value, 'pounds a year', { item: id }),
            row('mix', mix.value, 'pounds a year', { item: id }),
            row('price', price.value, 'pounds a year', { item: id }),
          ]),
    ]),
  ]
}

function unitCostRows({ period, rows }: UnitCostsAnswer): Row[] {
  return rows.flatMap(({ id, own, neighbours, england }): Row[] => {
    const row = (measure: string, value: number | null, note: string | null = null): Row => ({
      part: 'unit-costs',
      time_period: period,
      item: id,
      measure,
      value,
      unit: 'pounds a week',
      note,
    })
    return [
      row('own', own.value),
      row(
        'mean of similar councils',
        neighbours.value,
        `${neighbours.contributing} of ${neighbours.of} reported`,
      ),
      row('England', england.value),
    ]
  })
}
