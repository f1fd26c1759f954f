import { describe, expect, test } from 'vitest'
import { reasonFaults, refusedFaults } from './faults.ts'

const problem = (errors?: { path: string; message: string }[]) => ({
  type: 'urn:problem:invalid-request',
  title: 'The request is not valid',
  status: 400,
  detail: 'In the words of the server',
  instance: 'urn:request:1',
  ...(errors ? { errors } : {}),
})
const placeOf = (path: string) =>
  path.startsWith('terms.')
    ? { field: `field-${path.slice(6)}`, label: path === 'terms.due' ? 'Due' : null }
    : null

describe('a reason', () => {
  test.each(['', '  ', 'ok', ' ab '])('%j is too short to be one', (reason) => {
    const message = 'Say why, in a few words'
    expect(reasonFaults('save-reason', reason)).toEqual([{ field: 'save-reason', message, atField: message }])
  })

  test.each(['yes', ' The board asked for it '])('%j is one', (reason) => {
    expect(reasonFaults('save-reason', reason)).toEqual([])
  })
})

describe('what the server has against it', () => {
  test('stands at its field, and in the summary under the label that the field has', () => {
    const errors = [
      { path: 'terms.due', message: 'is not a day' },
      { path: 'terms.owner', message: 'name the role' },
    ]
    expect(refusedFaults(problem(errors), placeOf)).toEqual([
      { field: 'field-due', message: 'Due: is not a day', atField: 'Is not a day' },
      { field: 'field-owner', message: 'Name the role', atField: 'Name the role' },
    ])
  })

  test('is told once at each field, the first first', () => {
    const errors = [
      { path: 'terms.due', message: 'first' },
      { path: 'terms.due', message: 'second' },
    ]
    expect(refusedFaults(problem(errors), placeOf).map(({ atField }) => atField)).toEqual(['First'])
  })

  test.each([[undefined], [[]], [[{ path: 'after', message: 'is not a number' }]]])(
    'at no field of the form stands by itself: %j',
    (errors) => {
      const detail = 'In the words of the server'
      expect(refusedFaults(problem(errors), placeOf)).toEqual([
        { field: null, message: detail, atField: detail },
      ])
    },
  )
})
