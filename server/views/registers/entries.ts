import type { EntryAnswer, EntryFormAnswer, FieldAnswer, RegisterAnswer } from '../../contract/registers.ts'
import { nearest } from '../../domain/nearest.ts'
import { Problem } from '../../problem.ts'
import type { Definition } from '../../registers/definition.ts'
import { DEFINITIONS, definitionOf } from '../../registers/definitions.ts'
import type { Field } from '../../registers/field.ts'
import type { Database } from '../../store/database.ts'
import { findArea, type Setting } from '../subject.ts'
import { loadNames, type Names, shortened } from './entry-names.ts'
import { withPartsOfPlan } from './entry-plan-parts.ts'
import { viewNamed, viewNamedBy } from './entry-related.ts'
import { viewHistory, wordsOf } from './entry-words.ts'
import { type Entry, loadEntries } from './register.ts'

type Terms = Record<string, unknown>

/** How many characters of an entry are enough to know it by. */
const OPTION = 90
const TITLE = 120

/** Throws a Problem that names the registers that there are. */
export function findDefinition(register: string): Definition {
  const definition = definitionOf(register)
  if (!definition) {
    const known = DEFINITIONS.map((each) => each.register).join(', ')
    throw new Problem('not-found', `There is no register "${register}"; there are: ${known}.`)
  }
  return definition
}

/** Throws a Problem that tells where those are that there are. */
export async function findOne(
  db: Database,
  { register, schema, one }: Definition,
  id: string,
): Promise<Entry<Terms>> {
  const entries = await loadEntries(db, register, schema)
  const entry = entries.find((each) => each.id === id)
  if (entry) return entry
  const near = nearest(
    id,
    entries.map((each) => each.id),
  )
  const way = near ? `; did you mean "${near}"?` : `. GET /api/registers/${register}?all=1 lists them.`
  throw new Problem('not-found', `There is no ${one.replace(/^an? /, '')} "${id}"${way}`)
}

/** Every entry of a register, of one area where the entries have areas; those that were taken out only where `all` is asked. */
export async function viewRegister(
  db: Database,
  setting: Setting,
  register: string,
  { area, all }: { area?: string | undefined; all?: boolean | undefined },
): Promise<RegisterAnswer> {
  const definition = findDefinition(register)
  if (area !== undefined) findArea(setting, area)
  const entries = await loadEntries(db, definition.register, definition.schema)
  const names = await loadNames(db)
  const shown = entries.filter(
    ({ terms, retired }) =>
      (all || !retired) && (area === undefined || terms.area === undefined || terms.area === area),
  )
  return {
    register: definition.register,
    title: definition.title,
    one: definition.one,
    fields: fieldsOf(definition.fields, names),
    entries: shown.map((entry) => viewEntry(definition, entry, setting, names)),
  }
}

/** One entry of a register with its history, and what it is linked with. */
export async function viewOneEntry(
  db: Database,
  setting: Setting,
  register: string,
  id: string,
): Promise<EntryAnswer> {
  const definition = findDefinition(register)
  const entry = await findOne(db, definition, id)
  const names = await loadNames(db)
  return {
    ...viewEntry(definition, entry, setting, names),
    names: viewNamed(definition, entry.terms, setting, names),
    namedBy: await viewNamedBy(db, { register: definition.register, id }),
  }
}

/** The form of an entry; without an id that of a new one, which is about to be added to `plan` where one is named. */
export async function viewEntryForm(
  db: Database,
  setting: Setting,
  register: string,
  id: string | null,
  plan?: string,
): Promise<EntryFormAnswer> {
  const definition = findDefinition(register)
  const entry = id === null ? null : await viewOneEntry(db, setting, register, id)
  const fields = fieldsOf(definition.fields, await loadNames(db), JSON.stringify(entry?.terms))
  return {
    register: definition.register,
    one: definition.one,
    fields:
      definition.register === 'action' ? await withPartsOfPlan(db, fields, entry?.terms ?? { plan }) : fields,
    entry,
    blank: Object.fromEntries(definition.fields.map((field) => [field.name, blankOf(field, setting)])),
  }
}

/** Nothing is chosen for anybody but the area: what nobody chose must not be said in their name. */
function blankOf({ name, kind }: Field, { home }: Setting): unknown {
  if (name === 'area') return home
  if (kind === 'flag') return false
  return kind === 'rows' || kind === 'list' || kind === 'measures' ? [] : null
}

/** A field that names an entry offers those that there are, and what it names already though that was taken out. */
function fieldsOf(fields: readonly Field[], names: Names, held = ''): FieldAnswer[] {
  return fields.map(({ register, fields: own, ...field }) => {
    const entries = register === null ? [] : [...(names.get(register)?.values() ?? [])]
    const chosen = entries.filter(({ id, retired }) => !retired || held.includes(JSON.stringify(id)))
    const options = chosen.map(({ id, name, retired }) => ({
      value: id,
      label: `${shortened(name, OPTION)}${retired ? ' (taken out)' : ''}`,
    }))
    return {
      ...field,
      options: [...(register === null ? field.options : options)],
      fields: fieldsOf(own, names, held),
    }
  })
}

function viewEntry(
  definition: Definition,
  { id, version, retired, terms, versions }: Entry<Terms>,
  setting: Setting,
  names: Names,
): RegisterAnswer['entries'][number] {
  return {
    register: definition.register,
    one: definition.one,
    id,
    version,
    retired,
    title: shortened(String(terms[definition.named]), TITLE),
    terms,
    words: wordsOf(definition, terms, setting, names),
    history: viewHistory(definition, versions, setting, names),
  }
}
