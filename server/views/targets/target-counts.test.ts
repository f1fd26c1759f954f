import { describe, expect, test } from 'vitest'
import { targetCounts, targetsSentence } from './target-counts.ts'

const rating = (state: Parameters<typeof targetCounts>[0][number]['state']) => ({
  state,
  words: '',
  rule: '',
  expected: null,
})

test('what nobody approved, or has no direction, is not among the approved; what has no data is counted apart', () => {
  const states = ['green', 'amber', 'red', 'red', 'no-data', 'not-started', 'hidden'] as const
  const counts = targetCounts([...states.map(rating), rating('not-approved'), rating('no-direction')])
  expect(counts).toEqual({ approved: 7, onPath: 1, amber: 1, red: 2, noData: 3 })
})

describe('the sentence', () => {
  type Case = [counts: [number, number, number, number], sentence: string]
  test.each<Case>([
    [
      [2, 0, 3, 4],
      'Of 9 measures with an approved target 2 are on the path and 3 are off it; 4 have no data since the path began.',
    ],
    [
      [1, 1, 1, 1],
      'Of 4 measures with an approved target 1 is on the path, 1 is close to it and 1 is off it; 1 has no data since the path began.',
    ],
    [[0, 0, 2, 0], 'Of 2 measures with an approved target none are on the path and 2 are off it.'],
    [[3, 0, 0, 0], 'Of 3 measures with an approved target 3 are on the path.'],
    [
      [0, 0, 0, 2],
      'Of 2 measures with an approved target none are on the path; 2 have no data since the path began.',
    ],
    [[1, 0, 0, 0], 'The one measure with an approved target is on its path.'],
    [[0, 1, 0, 0], 'The one measure with an approved target is close to its path.'],
    [[0, 0, 1, 0], 'The one measure with an approved target is off its path.'],
    [[0, 0, 0, 1], 'The one measure with an approved target has no data since its path began.'],
  ])('%j', ([onPath, amber, red, noData], sentence) => {
    const approved = onPath + amber + red + noData
    expect(targetsSentence({ approved, onPath, amber, red, noData })).toBe(sentence)
  })

  test('is not said where no target was approved', () => {
    expect(targetsSentence({ approved: 0, onPath: 0, amber: 0, red: 0, noData: 0 })).toBeNull()
  })
})
