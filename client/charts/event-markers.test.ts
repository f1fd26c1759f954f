import { describe, expect, test } from 'vitest'
import { markersOf } from './event-markers.ts'

const PLOT = { min: 0, max: 600 }
/** Events by their days; `pixels` is how wide a day is drawn. */
const markers = (days: number[], pixels: number, plot = PLOT) =>
  markersOf(
    days.map((at, i) => ({ number: i + 1, at, x: at * pixels, linked: false })),
    plot,
  )
const labels = (days: number[], pixels: number, plot = PLOT) =>
  markers(days, pixels, plot).map(({ label }) => label)

describe('numbers of events above a chart', () => {
  test('stand on their days where there is room', () => {
    expect(markers([100, 300], 1).map(({ label, x }) => [label, x])).toEqual([
      ['1', 100],
      ['2', 300],
    ])
  })

  test('share a marker within three weeks of each other, where they would overlap', () => {
    expect(labels([100, 121, 400], 1)).toEqual(['1–2', '3'])
  })

  test('stand alone within three weeks of each other, where each has room', () => {
    expect(labels([10, 31], 3)).toEqual(['1', '2'])
  })

  test('move apart if more than three weeks lie between them', () => {
    const [first, second] = markers([100, 122], 1)
    expect([first?.label, second?.label]).toEqual(['1', '2'])
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThanOrEqual(24)
    expect(first?.x).toBeCloseTo(97.5)
  })

  test('share a marker where too many would have to move too far', () => {
    expect(labels([1000, 1030, 1060, 1090, 1120, 1150], 0.1)).toEqual(['1–4', '5–6'])
  })

  test('count three weeks from the first event of a marker, not from one to the next', () => {
    expect(labels([100, 115, 130], 1)).toEqual(['1–2', '3'])
  })

  test('keep the place of every day that they stand for', () => {
    expect(markers([100, 110], 1)[0]).toMatchObject({ numbers: [1, 2], lines: [100, 110], x: 105 })
  })

  test('are of actions and recommendations where all that they stand for is', () => {
    const placed = [true, true, true, false].map((linked, i) => ({
      number: i + 1,
      at: 100 + Math.floor(i / 2) * 200 + i,
      x: 100 + Math.floor(i / 2) * 200 + i,
      linked,
    }))
    expect(markersOf(placed, PLOT).map(({ label, linked }) => [label, linked])).toEqual([
      ['1–2', true],
      ['3–4', false],
    ])
  })

  test('never leave the chart', () => {
    const [first, last] = markers([0, 600], 1)
    expect([first?.x, last?.x]).toEqual([12, 588])
  })

  test('share markers where all of them side by side would leave the chart', () => {
    const crowded = markers([0, 30, 60, 90, 120, 150], 1, { min: 0, max: 150 })
    expect(crowded.map(({ label }) => label)).toEqual(['1–2', '3', '4', '5', '6'])
    const last = crowded.at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0) / 2).toBeLessThanOrEqual(150)
  })

  test('never overlap, however many there are', () => {
    const many = markers(
      Array.from({ length: 50 }, (_, i) => i * 60),
      0.1,
      { min: 40, max: 340 },
    )
    const gaps = many.slice(1).map((marker, i) => {
      const before = many[i] ?? marker
      return marker.x - marker.width / 2 - (before.x + before.width / 2)
    })
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2.99)
    expect(many.flatMap(({ numbers }) => numbers)).toHaveLength(50)
  })

  test('are none without events', () => {
    expect(markers([], 1)).toEqual([])
  })
})
