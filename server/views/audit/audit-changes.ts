import type { AuditChange } from '../../contract/audit.ts'
import { mappingSchema } from '../../contract/mapping.ts'
import type { AuditRow } from '../../domain/audit-chain.ts'
import { dayLabel } from '../../domain/period.ts'
import { TARGET_FIELDS } from '../../domain/target-fields.ts'
import { definitionOf } from '../../registers/definitions.ts'
import type { Names } from '../registers/entry-names.ts'
import { wordsOf } from '../registers/entry-words.ts'
import type { Setting } from '../subject.ts'
import { mappingTexts } from './audit-mapping.ts'

/** Only what a record changed: each field before and after, in words. */
export function changesOf(
  { about, before, after }: Pick<AuditRow, 'about' | 'before' | 'after'>,
  setting: Setting,
  names: Names,
): AuditChange[] {
  const register = /^entry:([^/]+)\//.exec(about ?? '')?.[1]
  const texts = (json: string | null) =>
    about?.startsWith('mapping:') ? mappingIn(json, setting) : textsOf(json, register, setting, names)
  const [was, is] = [texts(before), texts(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
}

type Texts = Map<string, string>

/** What was said of a sheet; a record of an older shape is told as it stands. */
function mappingIn(json: string | null, setting: Setting): Texts {
  if (json === null) return new Map()
  const mapping = mappingSchema.safeParse(JSON.parse(json))
  if (!mapping.success) return flat(JSON.parse(json))
  return new Map([...mappingTexts(mapping.data, setting)].filter(([, text]) => text !== ''))
}

function textsOf(json: string | null, register: string | undefined, setting: Setting, names: Names): Texts {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (!isObject(value)) return new Map()
  if (register === undefined) return flat(value)
  const { terms, version: _, ...rest } = value
  const definition = definitionOf(register)
  const own = isObject(terms) ? terms : {}
  const told = definition
    ? wordsOf(definition, own, setting, names).map(({ field, text }): [string, string] => [field, text])
    : [...flat(own)]
  return new Map([...flat(rest), ...told])
}

/** What the fields of records are called; any other is called by its name in words of its own. */
const FIELDS: Readonly<Record<string, string>> = {
  ...TARGET_FIELDS,
  state: 'State',
  file: 'File',
  hash: 'Fingerprint of the file',
  release: 'Release',
  new: 'New figures',
  revised: 'Revised figures',
  faults: 'Faults to be put right',
  warningsAccepted: 'Why warnings were accepted',
  retired: 'Taken out',
  releases: 'Publications and papers',
  entries: 'Entries of registers',
  rights: 'Extra rights',
  themes: 'Only these themes',
  renamed: 'Was given another name',
  passwordLink: 'Was given a link to set a password',
  expiresAt: 'Ends on',
  which: 'Which sessions',
  ended: 'Sessions that were ended',
  copy: 'Taken as a file',
}

/** Every value that is set, by what it is called; a value inside others by all their names. */
function flat(value: Record<string, unknown>, path = ''): Texts {
  const texts: Texts = new Map()
  for (const [key, own] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`
    if (isObject(own) && !(place in FIELDS))
      for (const [name, text] of flat(own, place)) texts.set(name, text)
    else {
      const text = textOf(own)
      if (text !== '') texts.set(FIELDS[place] ?? called(place), text)
    }
  }
  return texts
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(textOf).join(value.some(isObject) ? '\n' : ', ')
  if (isObject(value))
    return [...flat(value)].map(([name, text]) => `${name.toLowerCase()}: ${text}`).join('; ')
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text) ? dayLabel(text.slice(0, 10)) : text
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `approvedOn` becomes "Approved on", `baseline.source` "Baseline, source". */
function called(place: string): string {
  const words = place
    .replaceAll('.', ', ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
