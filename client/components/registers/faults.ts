import type { ProblemAnswer } from '../../../server/contract/answers.ts'
import type { FieldAnswer } from '../../../server/contract/registers.ts'
import { capitalised } from '../../words.ts'
import type { FormFault } from '../ErrorSummary.tsx'
import { type EntryDraft, LINE } from './draft.ts'

/** A fault as the summary tells it, and as it stands at its field, whose label says what it is about. */
export type EntryFault = FormFault & { atField: string }

/** The id of a field on the page, by its place in the terms: `stages.0.name`. */
export const idOf = (place: string) => `field-${place.replaceAll('.', '-')}`
export const REASON = 'save-reason'
export const BY = 'save-by'

const SHORTEST_REASON = 3
const CHOSEN: readonly string[] = ['choice', 'entry', 'measure', 'area']

/** What has to be filled in and is not, in the order of the form; all else is for the server to say. */
export function emptiesOf(fields: readonly FieldAnswer[], draft: EntryDraft, reason: string): EntryFault[] {
  const empties = fields.flatMap((field) => {
    const { name, kind } = field
    if (kind === 'rows' || kind === 'list') {
      const own = kind === 'list' ? [{ name: LINE, kind: 'line' as const, required: true }] : field.fields
      return (draft.rows[name] ?? []).flatMap(({ texts }, i) =>
        own
          .filter((each) => each.required && isEmpty(texts[each.name]))
          .map((each) => ({
            place: kind === 'list' ? `${name}.${i}` : `${name}.${i}.${each.name}`,
            kind: each.kind,
          })),
      )
    }
    const text = draft.texts[name]
    return field.required && text !== undefined && isEmpty(text) ? [{ place: name, kind }] : []
  })
  const faults = empties.map(({ place, kind }) =>
    faultAt(fields, place, CHOSEN.includes(kind) ? 'has to be chosen' : 'has to be filled in'),
  )
  if (reason.trim().length >= SHORTEST_REASON) return faults
  const message = 'Say why, in a few words'
  return [...faults, { field: REASON, message, atField: message }]
}

/** A day of which nothing is typed is empty too. */
const isEmpty = (text = '') => text.replaceAll('-', '').trim() === ''

/** What the server had against it, once at each field; what is about none stands by itself. */
export function faultsOf(
  fields: readonly FieldAnswer[],
  { errors = [], detail }: ProblemAnswer,
): EntryFault[] {
  const faults = errors.flatMap(({ path, message }): EntryFault[] => {
    const told = capitalised(message)
    if (path === 'reason') return [{ field: REASON, message: told, atField: told }]
    if (path === 'by') return [{ field: BY, message: told, atField: told }]
    const place = path.replace(/^terms\./, '')
    const known = place !== path && fields.some(({ name }) => name === place.split('.')[0])
    return known ? [faultAt(fields, place, message)] : []
  })
  const once = faults.filter(({ field }, i) => faults.findIndex((each) => each.field === field) === i)
  return once.length > 0 ? once : [{ field: null, message: detail, atField: detail }]
}

/** `Due: has to be filled in`, `Stage 2, Name: …`. Of several measures each is a fault of the one field. */
function faultAt(fields: readonly FieldAnswer[], place: string, message: string): EntryFault {
  const [name = '', row, part] = place.split('.')
  const field = fields.find((each) => each.name === name)
  const atField = capitalised(message)
  const one = field?.one
  if (row === undefined || !one) {
    return { field: idOf(name), message: `${field?.label ?? name}: ${message}`, atField }
  }
  const inRow = field.fields.find((each) => each.name === part)?.label
  const label = [`${capitalised(one)} ${Number(row) + 1}`, ...(inRow ? [inRow] : [])].join(', ')
  return { field: idOf(place), message: `${label}: ${message}`, atField }
}
