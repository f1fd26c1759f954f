import { describe, expect, test } from 'vitest'
import type { EventAnswer } from '../../server/contract/points.ts'
import { layoutFor, pathLabel, segments } from './layout.ts'
import { framed, type LineModel } from './line-model.ts'

const runs = (...marks: { value: number | null; isBreak?: boolean }[]) =>
  segments(marks).map((run) => run.map((mark) => mark.value))

test('a line goes through all its figures', () => {
  expect(runs({ value: 1 }, { value: 2 }, { value: 3 })).toEqual([[1, 2, 3]])
})

test('it is broken where a figure is missing', () => {
  expect(runs({ value: 1 }, { value: null }, { value: 3 })).toEqual([[1], [3]])
})

test('it begins anew where figures are counted in another way', () => {
  expect(runs({ value: 1 }, { value: 2, isBreak: true }, { value: 3 })).toEqual([[1], [2, 3]])
})

test('a break whose figure is missing is one gap, not two', () => {
  expect(runs({ value: 1 }, { value: null, isBreak: true }, { value: 3 })).toEqual([[1], [3]])
})

describe('labels at the ends of lines', () => {
  const model = (name: string): LineModel =>
    framed(
      {
        lines: [],
        bands: [],
        paths: [
          {
            id: 'path',
            name,
            text: '',
            style: { colour: '#000', dash: undefined, width: 1 },
            points: [
              { at: 0, value: 1 },
              { at: 900, value: 2 },
            ],
          },
        ],
        facts: [],
        milestones: [],
        base: null,
      },
      [],
    )
  const layout = (name: string, width: number) => layoutFor(model(name), width, String)

  test('leave the lines the same height whether there are events above them or not', () => {
    const event = { number: 1, at: 450, event: { id: 'one' } as EventAnswer }
    const [bare, told] = [layout('A', 700), layoutFor({ ...model('A'), events: [event] }, 700, String)]
    expect(told.plot.bottom - told.plot.top).toBe(bare.plot.bottom - bare.plot.top)
    expect(told.plot.top).toBeGreaterThan(bare.plot.top)
  })

  test('stand there on a wide chart, and in the key on a narrow one', () => {
    expect(layout('Path to 40', 700).wide).toBe(true)
    expect(layout('Path to 40', 600).wide).toBe(false)
  })

  test('have to leave the lines more than half of the chart', () => {
    expect(layout('If change continues £100,000,000', 700).wide).toBe(false)
    expect(layout('If change continues £100,000,000', 1000).wide).toBe(true)
  })

  test('name a path by its value, or the value behind its name', () => {
    expect(pathLabel({ name: 'Path to 40', text: '' })).toBe('Path to 40')
    expect(pathLabel({ name: 'Amber limit', text: '42' })).toBe('Amber limit 42')
  })
})
