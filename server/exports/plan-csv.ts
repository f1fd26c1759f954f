import type { PlanAnswer } from '../contract/plan-answers.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

const HEADING = [
  'plan_id',
  'plan',
  'area_code',
  'read_on',
  'action_id',
  'version',
  'reference',
  'action',
  'stage',
  'serves_kind',
  'serves',
  'owner',
  'start',
  'due',
  'due_as_printed',
  'state',
  'state_as_printed',
  'overdue_days',
  'progress',
  'progress_in_words',
  'next_steps',
  'measures',
  'stated_on',
  'document',
  'page',
]

/** The actions of a plan as they stand on the day that it is read on, a row each. */
export function planCsv(plan: PlanAnswer): CsvFile {
  const rows = plan.actions.map((action) => [
    plan.id,
    plan.name,
    plan.area.id,
    plan.on,
    action.id,
    action.version,
    action.reference,
    action.title,
    action.stage?.name ?? null,
    action.serves?.one ?? null,
    action.serves?.name ?? null,
    action.owner,
    action.start,
    action.due,
    action.dueText,
    action.stateWords,
    action.stateText,
    action.overdueDays,
    action.progress,
    action.update,
    action.next,
    action.measures.map(({ name }) => name).join('; ') || null,
    action.source.statedOn,
    action.source.document,
    action.source.page,
  ])
  return { name: fileName(plan.id, 'actions'), rows: [HEADING, ...rows] }
}
