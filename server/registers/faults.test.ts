import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { faultsOf, refuse } from './faults.ts'
import { choice, day, type Field, flag, line, list, measure, measures, number, rows } from './field.ts'

const schema = z
  .strictObject({
    name: z.string().min(1).max(5),
    note: z.string().nullable(),
    on: z.iso.date('is not a day: use 2019-06-14'),
    weeks: z.int().nullable(),
    progress: z.number().min(0).max(100).nullable(),
    state: z.enum(['open', 'closed']),
    closed: z.boolean(),
    indicator: z.string(),
    indicators: z.array(z.string()).max(1),
    lines: z.array(z.string()),
    stages: z.array(z.strictObject({ name: z.string(), from: z.iso.date('is not a day').nullable() })),
  })
  .superRefine(({ closed, note }, context) => {
    if (closed && note === null)
      context.addIssue({ code: 'custom', path: ['note'], message: 'is needed to close it' })
  })

const FIELDS: Field[] = [
  line('name', 'Name'),
  line('note', 'Note', { optional: true }),
  day('on', 'Day'),
  number('weeks', 'Weeks', { optional: true }),
  number('progress', 'Progress', { optional: true }),
  choice('state', 'State', ['open', 'closed']),
  flag('closed', 'It is closed'),
  measure('indicator', 'Measure'),
  measures('indicators', 'Measures', { optional: true }),
  list('lines', 'Lines', 'line'),
  rows('stages', 'Stages', 'stage', [line('name', 'Name'), day('from', 'From', { optional: true })]),
]

const TERMS = {
  name: 'Ann',
  note: null,
  on: '2019-06-14',
  weeks: null,
  progress: null,
  state: 'open',
  closed: false,
  indicator: 'cla-rate',
  indicators: [],
  lines: [],
  stages: [],
}

const faults = (change: object) => {
  const terms = { ...TERMS, ...change }
  return faultsOf(schema.safeParse(terms).error?.issues ?? [], terms, FIELDS)
}

describe('a fault of one field', () => {
  test.each<[string, object, string, string]>([
    ['nothing in a line', { name: null }, 'name', 'has to be filled in'],
    ['nothing at all', { name: undefined }, 'name', 'has to be filled in'],
    ['a number in a line', { name: 5 }, 'name', 'has to be text'],
    ['a line too long', { name: 'x'.repeat(9) }, 'name', 'can have 5 characters at most, and has 9'],
    [
      'an optional field left out',
      { note: undefined },
      'note',
      'is left out: null says that there is nothing',
    ],
    ['no day', { on: null }, 'on', 'has to be filled in'],
    ['a day that is none', { on: '2019-02-30' }, 'on', 'is not a day: use 2019-06-14'],
    ['letters for a number', { progress: 'half' }, 'progress', 'is not a number: half'],
    ['too much', { progress: 120 }, 'progress', 'can be 100 at most'],
    ['too little', { progress: -1 }, 'progress', 'has to be 0 or more'],
    ['a part of a week', { weeks: 1.5 }, 'weeks', 'has to be a whole number'],
    ['letters for weeks', { weeks: 'two' }, 'weeks', 'is not a number: two'],
    ['no choice', { state: null }, 'state', 'has to be chosen'],
    ['a choice that there is not', { state: 'ajar' }, 'state', 'is none of these: open, closed'],
    ['no measure', { indicator: null }, 'indicator', 'has to be chosen'],
    ['neither yes nor no', { closed: null }, 'closed', 'has to be true or false'],
    ['a word for yes', { closed: 'yes' }, 'closed', 'has to be true or false'],
    ['no list', { indicators: null }, 'indicators', 'has to be a list: [] where there is nothing'],
    ['a word for a list', { indicators: 'cla-rate' }, 'indicators', 'has to be a list'],
    ['a list too long', { indicators: ['a', 'b'] }, 'indicators', 'can have 1 at most'],
    ['an empty line of a list', { lines: ['a', null] }, 'lines.1', 'has to be filled in'],
    ['a row that is none', { stages: ['a'] }, 'stages.0', 'has to be a row with its fields'],
    ['nothing in a row', { stages: [{ name: null, from: null }] }, 'stages.0.name', 'has to be filled in'],
    ['a wrong day in a row', { stages: [{ name: 'a', from: 'May' }] }, 'stages.0.from', 'is not a day'],
    ['what is no field', { colour: 1 }, 'colour', 'is no field of this form: leave it out'],
    ['a rule of the register', { closed: true }, 'note', 'is needed to close it'],
  ])('%s', (_what, change, path, message) => {
    expect(faults(change)).toEqual([{ path: `terms.${path}`, message }])
  })
})

test('what is right has no faults', () => {
  expect(faults({})).toEqual([])
  expect(() => refuse([], FIELDS)).not.toThrow()
})

test('every fault is told by the label of its field, with the place of its row', () => {
  const told = [
    { path: 'terms.on', message: 'a' },
    { path: 'terms.stages.1.name', message: 'b' },
    { path: 'terms.lines.0', message: 'c' },
    { path: 'terms.stages', message: 'd' },
    { path: 'terms.colour', message: 'e' },
  ]
  expect(() => refuse(told, FIELDS)).toThrow(
    new Problem('invalid-request', 'Day: a; Stage 2, Name: b; Line 1: c; Stages: d; colour: e', told),
  )
})
