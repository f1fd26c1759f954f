import { describe, expect, test } from 'vitest'
import { expectedOn, type Path, pathPoints, SHAPE_WORDS, SHAPES, trajectoryAt } from './trajectory.ts'

/** Care: 608 children in December 2020, 47% fewer in five years. */
const care: Path = {
  shape: 'linear',
  baseline: { value: 608, on: '2020-12-31' },
  goal: 322.24,
  due: '2025-12-31',
  milestones: [],
}

const level: Path = { shape: 'level', baseline: null, goal: 443, due: null, milestones: [] }

describe('what is asked for after some of twenty quarters, from 608 to 322.24', () => {
  test.each([
    ['linear', 4, 550.85],
    ['linear', 10, 465.12],
    ['constant-rate', 4, 535.5],
    ['constant-rate', 10, 442.63],
    ['front-loaded', 4, 505.13],
    ['front-loaded', 10, 393.68],
    ['back-loaded', 4, 596.57],
    ['back-loaded', 10, 536.56],
  ] as const)('%s, quarter %i: %f', (shape, k, asked) => {
    expect(trajectoryAt(shape, 608, 322.24, k, 20)).toBeCloseTo(asked, 2)
  })

  test.each(['linear', 'constant-rate', 'front-loaded', 'back-loaded'] as const)(
    '%s begins at the one and ends at the other',
    (shape) => {
      expect(trajectoryAt(shape, 608, 322.24, 0, 20)).toBe(608)
      expect(trajectoryAt(shape, 608, 322.24, 20, 20)).toBe(322.24)
    },
  )
})

test.each([
  ['linear', 70],
  ['front-loaded', 75],
  ['back-loaded', 65],
] as const)('a path may also rise: half way from 60 to 80 a %s one asks for %f', (shape, asked) => {
  expect(trajectoryAt(shape, 60, 80, 5, 10)).toBe(asked)
})

test('a path may come down to nothing', () => {
  expect(trajectoryAt('linear', 12, 0, 3, 4)).toBe(3)
})

test.each([
  [0, 10],
  [-5, 10],
  [10, 0],
  [10, -5],
])('the same percentage cannot lead from %f to %f', (baseline, goal) => {
  expect(() => trajectoryAt('constant-rate', baseline, goal, 1, 4)).toThrow(RangeError)
  const path: Path = {
    ...care,
    shape: 'constant-rate',
    baseline: { value: baseline, on: '2020-12-31' },
    goal,
  }
  expect(() => expectedOn(path, '2025-12-31')).toThrow('needs a baseline and a goal above zero')
  expect(() => pathPoints(path, '2020-12-31', '2025-12-31')).toThrow(RangeError)
})

test.each([
  ['2020-12-30', null],
  ['2020-12-31', 608],
  ['2021-03-31', 593.712],
  ['2021-12-31', 550.848],
  ['2023-06-30', 465.12],
  ['2025-12-30', 322.393_634_409],
  ['2025-12-31', 322.24],
  ['2031-03-31', 322.24],
])('on %s the care path asks for %f', (day, asked) => {
  expect(expectedOn(care, day)).toBe(asked)
})

test.each([
  ['constant-rate', 535.5],
  ['front-loaded', 505.13],
  ['back-loaded', 596.57],
] as const)('a %s path goes by the months that have passed', (shape, asked) => {
  expect(expectedOn({ ...care, shape }, '2021-12-31')).toBeCloseTo(asked, 2)
})

describe('a path by milestones', () => {
  const path: Path = {
    ...care,
    shape: 'milestones',
    milestones: [
      { on: '2021-12-31', value: 600 },
      { on: '2023-12-31', value: 400 },
    ],
  }

  test.each([
    ['2020-12-30', null],
    ['2020-12-31', 608],
    ['2021-06-30', 604],
    ['2021-12-31', 600],
    ['2022-12-31', 500],
    ['2023-12-31', 400],
    ['2024-12-31', 361.12],
    ['2025-12-31', 322.24],
    ['2026-12-31', 322.24],
  ])('is straight between them: on %s it asks for %f', (day, asked) => {
    expect(expectedOn(path, day)).toBe(asked)
  })
})

describe('a path in steps', () => {
  const path: Path = {
    ...care,
    shape: 'stepped',
    milestones: [
      { on: '2021-12-31', value: 600 },
      { on: '2023-12-31', value: 400 },
    ],
  }

  test.each([
    ['2020-12-30', null],
    ['2020-12-31', 608],
    ['2021-12-30', 608],
    ['2021-12-31', 600],
    ['2023-12-30', 600],
    ['2023-12-31', 400],
    ['2025-12-30', 400],
    ['2025-12-31', 322.24],
  ])('holds each until the next: on %s it asks for %f', (day, asked) => {
    expect(expectedOn(path, day)).toBe(asked)
  })

  test.each([
    ['2021-12-30', 608],
    ['2021-12-31', 550.848],
    ['2022-12-30', 550.848],
    ['2022-12-31', 493.696],
    ['2024-12-31', 379.392],
    ['2025-12-30', 379.392],
    ['2025-12-31', 322.24],
  ])('takes one every year where none was set: on %s it asks for %f', (day, asked) => {
    expect(expectedOn({ ...path, milestones: [] }, day)).toBe(asked)
  })

  test('of less than a year has one step only, to the goal', () => {
    const short: Path = { ...path, milestones: [], due: '2021-09-30' }
    expect(expectedOn(short, '2021-09-29')).toBe(608)
    expect(expectedOn(short, '2021-09-30')).toBe(322.24)
  })

  test('keeps to the last day of February', () => {
    const leap: Path = { ...path, milestones: [], baseline: { value: 10, on: '2023-02-28' }, goal: 0 }
    expect(expectedOn({ ...leap, due: '2025-02-28' }, '2024-02-28')).toBe(10)
    expect(expectedOn({ ...leap, due: '2025-02-28' }, '2024-02-29')).toBe(5)
  })
})

test('a level path asks for its goal always, or since its baseline', () => {
  expect(expectedOn(level, '1999-01-01')).toBe(443)
  const since: Path = { ...level, baseline: { value: 520, on: '2017-03-09' } }
  expect(expectedOn(since, '2017-03-08')).toBeNull()
  expect(expectedOn(since, '2017-03-09')).toBe(443)
})

test.each<[string, Partial<Path>]>([
  ['a baseline', { baseline: null }],
  ['a due day', { due: null }],
  ['a due day after the baseline', { due: '2020-12-31' }],
])('a path that is not level needs %s', (_, lacking) => {
  expect(() => expectedOn({ ...care, ...lacking }, '2021-03-31')).toThrow(RangeError)
  expect(() => pathPoints({ ...care, ...lacking }, '2021-03-31', '2022-03-31')).toThrow('due day later')
})

const year: Path = { ...care, goal: 548, due: '2021-12-31' }

describe('the points of a path', () => {
  test('are every three months, from its baseline to its due day', () => {
    expect(pathPoints(year, '2016-03-31', '2021-07-15')).toEqual([
      { on: '2020-12-31', value: 608 },
      { on: '2021-03-31', value: 593 },
      { on: '2021-06-30', value: 578 },
      { on: '2021-09-30', value: 563 },
      { on: '2021-12-31', value: 548 },
    ])
  })

  test('go on at the goal where there is more to show', () => {
    expect(pathPoints(year, '2020-12-31', '2023-03-31').slice(-2)).toEqual([
      { on: '2021-12-31', value: 548 },
      { on: '2023-03-31', value: 548 },
    ])
  })

  test('keep to the day of the month as far as there is one', () => {
    const path: Path = { ...year, baseline: { value: 608, on: '2020-11-29' }, due: '2021-06-15' }
    expect(pathPoints(path, '2020-11-29', '2021-06-15').map(({ on }) => on)).toEqual([
      '2020-11-29',
      '2021-02-28',
      '2021-05-29',
      '2021-06-15',
    ])
  })

  test('are not lost to a short February', () => {
    const path: Path = { ...year, baseline: { value: 608, on: '2023-02-27' }, due: '2023-05-28' }
    expect(pathPoints(path, '2023-02-27', '2023-05-28').map(({ on }) => on)).toEqual([
      '2023-02-27',
      '2023-05-27',
      '2023-05-28',
    ])
  })

  test('have every milestone among them once, in order', () => {
    const milestones = [
      { on: '2021-05-15', value: 600 },
      { on: '2021-09-30', value: 560 },
    ]
    const path: Path = { ...year, shape: 'milestones', milestones }
    expect(pathPoints(path, '2020-12-31', '2021-12-31').map(({ on }) => on)).toEqual([
      '2020-12-31',
      '2021-03-31',
      '2021-05-15',
      '2021-06-30',
      '2021-09-30',
      '2021-12-31',
    ])
  })

  test('have both ends of every step', () => {
    const path: Path = { ...year, shape: 'stepped', milestones: [{ on: '2021-05-15', value: 600 }] }
    expect(pathPoints(path, '2020-12-31', '2021-12-31')).toEqual([
      { on: '2020-12-31', value: 608 },
      { on: '2021-03-31', value: 608 },
      { on: '2021-05-14', value: 608 },
      { on: '2021-05-15', value: 600 },
      { on: '2021-06-30', value: 600 },
      { on: '2021-09-30', value: 600 },
      { on: '2021-12-30', value: 600 },
      { on: '2021-12-31', value: 548 },
    ])
  })

  test('have both ends of the steps that nobody set', () => {
    const path: Path = { ...care, shape: 'stepped', due: '2022-12-31', goal: 508 }
    expect(pathPoints(path, '2020-12-31', '2022-12-31')).toEqual(
      expect.arrayContaining([
        { on: '2021-12-30', value: 608 },
        { on: '2021-12-31', value: 558 },
        { on: '2022-12-30', value: 558 },
        { on: '2022-12-31', value: 508 },
      ]),
    )
  })

  test('of a level path are the two ends of what is shown', () => {
    expect(pathPoints(level, '2016-03-31', '2020-03-31')).toEqual([
      { on: '2016-03-31', value: 443 },
      { on: '2020-03-31', value: 443 },
    ])
  })

  test('of a level path begin with its baseline, and there are none before it', () => {
    const since: Path = { ...level, baseline: { value: 520, on: '2017-03-09' } }
    expect(pathPoints(since, '2016-03-31', '2020-03-31')[0]).toEqual({ on: '2017-03-09', value: 443 })
    expect(pathPoints(since, '2018-03-31', '2020-03-31')[0]).toEqual({ on: '2018-03-31', value: 443 })
    expect(pathPoints(since, '2016-03-31', '2017-03-08')).toEqual([])
  })
})

test('every shape has its own words', () => {
  expect(new Set(Object.values(SHAPE_WORDS)).size).toBe(SHAPES.length)
})
