import { expect, test } from 'vitest'
import { publicReference } from './public-reference.ts'
import { loadReference } from './reference.ts'

const whole = loadReference()
const [first, ...others] = whole.indicators
const secret = { ...first, id: 'secret-count', name: 'A secret', restricted: true } as typeof first & object
const [scorecard] = whole.scorecards
const [publication] = whole.calendar
const [known] = whole.breaks
const reference = publicReference({
  ...whole,
  indicators: [
    secret,
    { ...secret, id: 'made-of-it', restricted: false, derived: { plus: 'cla-rate', minus: 'secret-count' } },
    ...others,
  ],
  scorecards: [
    { id: 'only', name: 'Only', description: '', indicators: ['secret-count'] },
    {
      ...scorecard,
      id: 'both',
      name: 'Both',
      description: '',
      indicators: ['cla-rate', 'secret-count:count'],
    },
  ],
  calendar: [
    {
      ...(publication as typeof publication & object),
      measures: ['secret-count/other', 'cla-rate/fostering'],
    },
  ],
  breaks: [{ ...(known as typeof known & object), indicator: 'secret-count' }],
  indicator: (id) => (/secret|made/.test(id) ? secret : whole.indicator(id)),
})

test('neither a restricted indicator nor what is made of it is in the public catalogue', () => {
  expect(reference.indicator('secret-count')).toBeUndefined()
  expect(reference.indicator('made-of-it')).toBeUndefined()
  expect(reference.indicator('cla-rate')?.id).toBe('cla-rate')
  expect(reference.indicators.map(({ id }) => id)).not.toContain('secret-count')
  expect(reference.indicators.map(({ id }) => id)).not.toContain('made-of-it')
})

test('nothing that is public names it', () => {
  expect(JSON.stringify(reference)).not.toMatch(/secret-count|A secret/)
  expect(reference.scorecards).toEqual([expect.objectContaining({ id: 'both', indicators: ['cla-rate'] })])
  expect(reference.calendar[0]?.measures).toEqual(['cla-rate/fostering'])
  expect(reference.breaks).toEqual([])
})

test('the real catalogue has restricted indicators, and the public one has none', () => {
  const restricted = whole.indicators.filter((each) => each.restricted).map(({ id }) => id)
  expect(restricted).toEqual(['serious-incidents', 'placements-high-cost'])
  const open = publicReference(whole)
  expect(open.indicators).toHaveLength(whole.indicators.length - 2)
  expect(JSON.stringify(open)).not.toMatch(/serious-incidents|placements-high-cost/)
})
