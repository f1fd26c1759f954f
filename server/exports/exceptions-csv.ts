import type { ExceptionRow, ExceptionsAnswer } from '../contract/exception-answers.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

const HEADING = [
  'scorecard',
  'indicator_id',
  'indicator_name',
  'area_code',
  'area_name',
  'time_period',
  'time_label',
  'listed',
  'rules',
  'why',
  'value',
  'numerator',
  'denominator',
  'status',
  'change',
  'change_on_last_year',
  'rating',
  'rating_reason',
  'ordinary_variation',
  'periods_in_a_row_listed',
  'periods_in_a_row_red',
  'commentary',
  'cause',
  'action',
  'owner',
  'recovery_date',
  'commentary_check',
  'tone_check',
  'actions',
  'plan_parts',
  'open_questions',
  'last_answer',
]

/** Every measure of a scorecard: those listed with what is said of them and done about them, the others with why not. */
export function exceptionsCsv(answer: ExceptionsAnswer): CsvFile {
  const { area, period } = answer
  const about = (row: { id: string; name: string }) => [answer.name, row.id, row.name, area.id, area.name]
  const listed = answer.listed.map((row) => [...about(row), ...listedCells(row)])
  const apart = (rows: ExceptionsAnswer['noData'], listed: string) =>
    rows.map((row) => [
      ...about(row),
      period?.id ?? null,
      period?.label ?? null,
      listed,
      null,
      row.words,
      ...Array.from({ length: HEADING.length - 10 }, () => null),
    ])
  return {
    name: fileName('exceptions', answer.id, area.name, period?.id ?? 'none'),
    rows: [
      HEADING,
      ...listed,
      ...apart(answer.notListed, 'no'),
      ...apart(answer.notCompared, 'nothing to compare with'),
      ...apart(answer.noDirection, 'no direction'),
      ...apart(answer.noData, 'no data'),
    ],
  }
}

function listedCells(row: ExceptionRow) {
  const [commentary] = row.commentaries
  return [
    row.point?.period ?? null,
    row.point?.label ?? null,
    'yes',
    row.exceptions.map(({ rule }) => rule).join(' '),
    row.exceptions.map(({ words }) => words).join('; '),
    row.point?.value ?? null,
    row.point?.numerator ?? null,
    row.point?.denominator ?? null,
    row.point?.status ?? null,
    row.change?.words ?? null,
    row.yearChange?.words ?? null,
    row.target?.rating.state ?? null,
    row.target?.rating.words ?? null,
    row.variation,
    row.run.listed,
    row.run.red,
    commentary?.text ?? row.commentaryWords,
    commentary?.cause ?? null,
    commentary?.action ?? null,
    commentary?.owner ?? null,
    commentary?.recovery ?? null,
    commentary?.numbersWords ?? null,
    commentary?.tone ?? null,
    row.actions.map(({ title, owner, stateWords }) => `${title} (${owner}: ${stateWords})`).join('; ') ||
      null,
    row.parts.map(({ name, plan }) => `${plan.name}: ${name}`).join('; ') || null,
    row.questions.map(({ question }) => question).join('; ') || null,
    row.answered ? `${row.answered.answer} (${row.answered.answered})` : null,
  ]
}
