import type { FieldAnswer, RegisterAnswer } from '../contract/registers.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

type Entry = RegisterAnswer['entries'][number]

/**
 * A register as a table: a row an entry, a column a field under the name that its form gives it. Everything is in words
 * but days, which are ISO so that a spreadsheet can put them in order, and numbers.
 */
export function registerCsv({ register, fields, entries }: RegisterAnswer): CsvFile {
  const heading = [
    'id',
    'version',
    'taken_out',
    ...fields.map(({ label }) => label),
    'changed_on',
    'changed_by',
    'reason',
  ]
  const rows = entries.map((entry) => {
    const { id, version, retired, history } = entry
    const [newest] = history
    return [
      id,
      version,
      retired ? 'yes' : 'no',
      ...fields.map((field) => cellOf(field, entry)),
      newest?.madeOn ?? null,
      newest?.madeBy ?? null,
      newest?.reason ?? null,
    ]
  })
  return { name: fileName('register', register), rows: [heading, ...rows] }
}

function cellOf({ name, label, kind }: FieldAnswer, { terms, words }: Entry): string | number | null {
  const value = terms[name]
  if (kind === 'day' && typeof value === 'string') return value
  if (typeof value === 'number') return value
  return words.find(({ field }) => field === label)?.text ?? null
}
