import type { LedgerAnswer, SavingLineAnswer } from '../../contract/savings.ts'
import { financialYearOf, type Period, periodLabel, periodOf, stepPeriod } from '../../domain/period.ts'
import {
  addUp,
  type Ledger,
  SAVING_KIND_WORDS,
  SAVING_KINDS,
  SAVING_STAGE_WORDS,
  type SavingKind,
  type SavingLine,
} from '../../domain/savings.ts'
import { historyOf } from './savings-history.ts'
import type { SavingsProgramme } from './savings-programme.ts'
import type { RegisteredSaving } from './savings-register.ts'
import { pounds, roughly } from './savings-words.ts'

/** The financial years of a programme, the first first. */
export function yearsOf({ from, to }: SavingsProgramme['terms']): Period[] {
  const last = financialYearOf(to)
  const years: Period[] = []
  for (let year = financialYearOf(from); year.end <= last.end; year = stepPeriod(year, 1)) years.push(year)
  return years
}

/** What the ledger holds of a programme that counts. */
export const countingLines = (all: readonly RegisteredSaving[], programme: SavingsProgramme): SavingLine[] =>
  all.filter(({ terms, retired }) => terms.programme === programme.id && !retired).map(({ terms }) => terms)

/** The ledger of a programme: its lines, and their totals by kind and stage. */
export function viewLedger(all: readonly RegisteredSaving[], programme: SavingsProgramme): LedgerAnswer {
  const { components } = programme
  const own = all.filter(({ terms }) => terms.programme === programme.id)
  const counting = own.filter(({ retired }) => !retired)
  const sums = addUp(counting.map(({ terms }) => terms))
  return {
    lines: counting.map((line) => lineAnswer(line, components)),
    retired: own.filter(({ retired }) => retired).map((line) => lineAnswer(line, components)),
    totals: counting.length === 0 ? [] : SAVING_KINDS.map((kind) => totalOf(kind, sums)),
    words: ledgerInWords(counting, sums),
    illustrative: counting.some(({ terms }) => terms.illustrative),
    components: components.map(({ id, name }) => ({ id, title: name })),
    years: yearsOf(programme.terms).map((year) => ({ id: year.id, label: periodLabel(year) })),
  }
}

/** A component that is no part of the plan any more is told by its id. */
export function lineAnswer(
  line: RegisteredSaving,
  components: SavingsProgramme['components'],
): SavingLineAnswer {
  const { id, version, retired, terms } = line
  return {
    id,
    version,
    retired,
    terms,
    kindWords: SAVING_KIND_WORDS[terms.kind],
    stageWords: SAVING_STAGE_WORDS[terms.stage],
    amount: pounds(terms.amount),
    yearLabel: periodLabel(periodOf(terms.year)),
    component: components.find((each) => each.id === terms.component)?.name ?? terms.component,
    history: historyOf(line, components),
  }
}

function totalOf(kind: SavingKind, { kinds }: Ledger): LedgerAnswer['totals'][number] {
  const { stages } = kinds[kind]
  return {
    kind,
    words: SAVING_KIND_WORDS[kind],
    stages: {
      identified: pounds(stages.identified),
      planned: pounds(stages.planned),
      delivered: pounds(stages.delivered),
      confirmed: pounds(stages.confirmed),
      'not-deliverable': pounds(stages['not-deliverable']),
    },
  }
}

const SHORT: Record<SavingKind, string> = {
  cashable: 'Cashable',
  'cost-avoided': 'Cost avoided',
  'one-off': 'One-off',
}

/** "2 savings are in the ledger. Cashable: £400,000 delivered, of which finance confirmed £100,000; £50,000 planned." */
function ledgerInWords(lines: readonly RegisteredSaving[], { kinds }: Ledger): string {
  if (lines.length === 0) return 'No saving has been entered, and no paper gives one in pounds.'
  const count = lines.length === 1 ? 'One saving is' : `${lines.length} savings are`
  const parts = SAVING_KINDS.filter((kind) => lines.some(({ terms }) => terms.kind === kind)).map((kind) => {
    const { delivered, confirmed, toCome, atRisk, lost } = kinds[kind]
    const told = [
      `${roughly(delivered)} delivered${confirmed > 0 ? `, of which finance confirmed ${roughly(confirmed)}` : ''}`,
      toCome > 0 ? `${roughly(toCome)} planned` : '',
      atRisk > 0 ? `${roughly(atRisk)} identified, without a plan yet` : '',
      lost > 0 ? `${roughly(lost)} not deliverable` : '',
    ]
    return `${SHORT[kind]}${kind === 'one-off' ? '' : ', a year'}: ${told.filter(Boolean).join('; ')}.`
  })
  return [`${count} in the ledger.`, ...parts].join(' ')
}
