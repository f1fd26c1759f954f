import type { FieldAnswer, PlainField } from '../../../server/contract/registers.ts'
import { capitalised } from '../../words.ts'
import { type FieldFault, faultAt, type Place } from '../versions/faults.ts'
import { type EntryDraft, LINE } from './draft.ts'

/** The id of a field on the page, by its place in the terms: `stages.0.name`. */
export const idOf = (place: string) => `field-${place.replaceAll('.', '-')}`

const CHOSEN: readonly string[] = ['choice', 'entry', 'measure', 'area']

/** What has to be filled in and is not, in the order of the form; all else is for the server to say. */
export function emptiesOf(fields: readonly FieldAnswer[], draft: EntryDraft): FieldFault[] {
  const empties = fields.flatMap((field) => {
    const { name, kind } = field
    if (kind === 'rows' || kind === 'list') {
      const own = kind === 'list' ? [{ name: LINE, kind: 'line' as const, required: true }] : field.fields
      return (draft.rows[name] ?? []).flatMap(({ texts }, i) =>
        own
          .filter((each) => isMissing(each, texts))
          .map((each) => ({
            place: kind === 'list' ? `${name}.${i}` : `${name}.${i}.${each.name}`,
            kind: each.kind,
          })),
      )
    }
    return isMissing(field, draft.texts) ? [{ place: name, kind }] : []
  })
  return empties.map(({ place, kind }) =>
    faultAt(placeIn(fields, place), CHOSEN.includes(kind) ? 'has to be chosen' : 'has to be filled in'),
  )
}

/** Boxes and measures are never missing: none of them is an answer too. A day of which nothing is typed is empty. */
function isMissing({ name, required }: Pick<PlainField, 'name' | 'required'>, texts: EntryDraft['texts']) {
  const text = texts[name]
  return required && text !== undefined && text.replaceAll('-', '').trim() === ''
}

/** Where a field stands that the server names; null where the form has none. */
export function placeOf(fields: readonly FieldAnswer[], path: string): Place | null {
  const place = path.replace(/^terms\./, '')
  const known = place !== path && fields.some(({ name }) => name === place.split('.')[0])
  return known ? placeIn(fields, place) : null
}

/** `Due`, `Stage 2, Name`. Of several measures each stands at the one field, in a row too. */
function placeIn(fields: readonly FieldAnswer[], place: string): Place {
  const [name = '', row, part] = place.split('.')
  const field = fields.find((each) => each.name === name)
  const one = field?.one
  if (row === undefined || !one) return { field: idOf(name), label: field?.label ?? name }
  const inRow = field.fields.find((each) => each.name === part)?.label
  const label = [`${capitalised(one)} ${Number(row) + 1}`, ...(inRow ? [inRow] : [])].join(', ')
  return { field: idOf([name, row, ...(inRow && part ? [part] : [])].join('.')), label }
}
