import type { z } from 'zod'
import { type FieldError, Problem } from '../problem.ts'
import type { Field } from './field.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]
type Row = Readonly<Record<string, unknown>>

/** What is wrong with the terms of an entry, once at each field (`terms.stages.0.name`), in words that say what to do. */
export function faultsOf(issues: readonly Issue[], terms: Row, fields: readonly Field[]): FieldError[] {
  const faults = issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        message: 'is no field of this form: leave it out',
      }))
    }
    const value = issue.path.reduce<unknown>((at, part) => (at as Row | undefined)?.[String(part)], terms)
    return [{ path: pathOf(issue.path), message: messageOf(issue, value, fieldAt(issue.path, fields)) }]
  })
  return faults.filter(({ path }, i) => faults.findIndex((each) => each.path === path) === i)
}

/** Throws a Problem that tells every fault by the label that the form gives its field. */
export function refuse(faults: readonly FieldError[], fields: readonly Field[]): void {
  if (faults.length === 0) return
  const told = faults.map(({ path, message }) => `${labelAt(path.split('.').slice(1), fields)}: ${message}`)
  throw new Problem('invalid-request', told.join('; '), [...faults])
}

const pathOf = (path: Path) => ['terms', ...path].map(String).join('.')

function fieldAt([name, , ...rest]: Path, fields: readonly Field[]): Field | undefined {
  const field = fields.find((each) => each.name === name)
  return rest.length > 0 && field ? fieldAt(rest, field.fields) : field
}

/** `Due`, `Stage 2, Name`, `Note 1`; what is no field keeps its name. */
function labelAt([name = 'terms', place, ...rest]: readonly string[], fields: readonly Field[]): string {
  const field = fields.find((each) => each.name === name)
  if (!field || field.one === null || place === undefined) return field?.label ?? name
  const one = `${capital(field.one)} ${Number(place) + 1}`
  return rest.length === 0 ? one : `${one}, ${labelAt(rest, field.fields)}`
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The words of the schema itself where it has any; what the library would say is for programmers. */
function messageOf(issue: Issue, value: unknown, field: Field | undefined): string {
  if (issue.code === 'custom') return issue.message
  const isItem = field && LISTS.includes(field.kind) && /^\d+$/.test(String(issue.path.at(-1)))
  if (value === undefined || value === null) return missing(value, isItem ? undefined : field)
  if (!/^(Invalid|Too|Unrecognized) /.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return wrongKind(issue.expected, value)
  if (issue.code === 'invalid_value') return `is none of these: ${issue.values.join(', ')}`
  if (issue.code === 'too_big') {
    if (issue.origin === 'string')
      return `can have ${issue.maximum} characters at most, and has ${String(value).length}`
    return issue.origin === 'array' ? `can have ${issue.maximum} at most` : `can be ${issue.maximum} at most`
  }
  if (issue.code === 'too_small') return `has to be ${issue.minimum} or more`
  return 'is not as it has to be'
}

const LISTS: readonly string[] = ['list', 'rows', 'measures']
const CHOSEN: readonly string[] = ['choice', 'entry', 'measure', 'area']

function missing(value: null | undefined, field: Field | undefined): string {
  if (field && LISTS.includes(field.kind)) return 'has to be a list: [] where there is nothing'
  if (field?.kind === 'flag') return 'has to be true or false'
  if (field && !field.required && value === undefined) return 'is left out: null says that there is nothing'
  return field && CHOSEN.includes(field.kind) ? 'has to be chosen' : 'has to be filled in'
}

function wrongKind(expected: string, value: unknown): string {
  if (expected === 'number')
    return typeof value === 'string' ? `is not a number: ${value}` : 'is not a number'
  if (expected === 'int')
    return typeof value === 'number' ? 'has to be a whole number' : `is not a number: ${value}`
  if (expected === 'boolean') return 'has to be true or false'
  if (expected === 'array') return 'has to be a list'
  if (expected === 'object') return 'has to be a row with its fields'
  return 'has to be text'
}
