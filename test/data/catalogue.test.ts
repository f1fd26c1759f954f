import { describe, expect, test } from 'vitest'
import { planTerms } from '../../server/contract/plans.ts'
import { PER } from '../../server/domain/indicator.ts'
import { POPULATION } from '../../server/domain/population.ts'
import { loadReference } from '../../server/reference.ts'
import { planFaults } from '../../server/registers/plan-faults.ts'

const { indicators, areas, scorecards, datasets, targets, seeds, documents, area, areaByNumber, indicator } =
  loadReference()

describe('the catalogue of indicators', () => {
  test('has 60 indicators, each with an id of its own', () => {
    expect(indicators).toHaveLength(60)
    expect(new Set(indicators.map((each) => each.id)).size).toBe(60)
  })

  test.each(indicators)(
    '$id can be spoken of in its unit',
    ({ unit, wording, denominator, denominatorKind, dimensions }) => {
      const all = [wording, ...dimensions.flatMap((each) => each.wording ?? [])]
      const isPercentage = unit === 'percent'
      const needsPhrase = unit === 'pounds' || unit === 'ratio' || unit === 'score'
      expect(all.every((each) => !isPercentage || (each.whole && each.part))).toBe(true)
      expect(all.every((each) => !needsPhrase || each.phrase?.includes('{value}'))).toBe(true)
      expect(denominator === null).toBe(denominatorKind === 'none')
      expect(PER[unit]).toBeGreaterThan(0)
    },
  )

  test('keeps the direction of the Department for Education apart from the aim of the local strategy', () => {
    const strategic = [
      'referrals-rate',
      's47-rate',
      'cin-rate',
      'cpp-rate',
      'cla-rate',
      'cla-residential-rate',
    ]
    const polarities = strategic.map((id) => indicator(id)?.polarity)
    expect(polarities.map((polarity) => polarity?.dfe)).toEqual(strategic.map(() => 'none'))
    expect(polarities.map((polarity) => polarity?.local?.aim)).toEqual(strategic.map(() => 'lower'))
    expect(indicator('cpp-starts-rate')?.polarity).toEqual({ dfe: 'low', local: null })
  })

  test('says why there is nothing to compare with wherever there is not', () => {
    const without = indicators.filter((each) => each.benchmark.startsWith('None'))
    expect(without.filter((each) => each.noBenchmark === null)).toEqual([])
  })

  test('names only breakdowns, papers and other indicators that there are', () => {
    const knownPapers = new Set(documents.map((each) => each.id))
    expect(indicators.flatMap((each) => each.papers).filter((id) => !knownPapers.has(id))).toEqual([])
    const derived = indicators.flatMap((each) =>
      each.derived ? [each.derived.plus, each.derived.minus] : [],
    )
    expect(derived.filter((id) => !indicator(id))).toEqual([])
    const wrong = indicators.filter((each) =>
      each.lait.some(
        ({ dimension }) => dimension !== undefined && !each.dimensions.some((one) => one.id === dimension),
      ),
    )
    expect(wrong).toEqual([])
  })
})

test('every scorecard, dataset and target speaks of indicators and areas that there are', () => {
  expect(scorecards.flatMap((card) => card.indicators).filter((id) => !indicator(id))).toEqual([])
  const inDatasets = datasets.flatMap((dataset) => dataset.figures.map((figure) => figure.indicator))
  expect(inDatasets.filter((id) => id !== POPULATION && !indicator(id))).toEqual([])
  expect(targets.filter(({ terms }) => !indicator(terms.indicator) || !area(terms.area))).toEqual([])
  const known = seeds.filter(({ register }) => register === 'plan').map(({ id }) => id)
  const named = targets.flatMap(({ terms }) => terms.programme ?? [])
  expect(named.filter((programme) => !known.includes(programme))).toEqual([])
})

test('every plan is as a plan has to be, and speaks of measures and targets that there are', () => {
  const plans = seeds.filter(({ register }) => register === 'plan').map(({ terms }) => planTerms.parse(terms))
  expect(plans.flatMap((terms) => planFaults(terms, null))).toEqual([])
  const measures = plans.flatMap(({ strands }) => strands.flatMap(({ indicators }) => indicators))
  expect(measures.filter((id) => !indicator(id))).toEqual([])
  const named = plans.flatMap(({ savingTarget, reinvestTarget }) => [savingTarget, reinvestTarget])
  const known = [null, ...targets.map(({ id }) => id)]
  expect(named.filter((id) => !known.includes(id))).toEqual([])
})

describe('the areas', () => {
  test('are 153 authorities of today, five that are gone, eleven regions and parts of London, and England', () => {
    const authorities = areas.filter((each) => each.kind === 'authority')
    expect(authorities.filter((each) => each.closed === '')).toHaveLength(153)
    expect(
      authorities
        .filter((each) => each.closed !== '')
        .map((each) => each.name)
        .sort(),
    ).toEqual(['Bournemouth', 'Cumbria', 'Dorset', 'Northamptonshire', 'Poole'])
    expect(areas.filter((each) => each.kind === 'region')).toHaveLength(11)
    expect(areas.filter((each) => each.kind === 'country').map((each) => each.id)).toEqual(['E92000001'])
  })

  test('each has a code and a number of its own and lies in an area that there is', () => {
    expect(new Set(areas.map((each) => each.id)).size).toBe(areas.length)
    expect(new Set(areas.map((each) => each.number)).size).toBe(areas.length)
    expect(areas.filter((each) => each.kind !== 'country' && !area(each.parent))).toEqual([])
  })

  test.each([
    ['835', '2019-03-31', ['838', '839']],
    ['836', '2019-03-31', ['839']],
    ['928', '2021-03-31', ['940', '941']],
    ['909', '2023-03-31', ['942', '943']],
  ])('%s was closed on %s and followed by %j', (number, closed, successors) => {
    const gone = areaByNumber(number)
    expect(gone?.closed).toBe(closed)
    expect(gone?.successors.map((id) => area(id)?.number)).toEqual(successors)
    expect(areaByNumber(successors[0] ?? '')?.predecessors).toContain(gone?.id)
  })

  test('an authority whose code changed is found by either', () => {
    expect(area('E08000016')?.name).toBe('Barnsley')
    expect(area('E08000038')?.name).toBe('Barnsley')
    expect(area('E10000027')?.id).toBe('E06000066')
  })
})

describe('the targets that papers state', () => {
  const of = (id: string) => targets.find((target) => target.id === id)?.terms

  test('are those of the strategy, of the Council Plan, and a comparison that nobody approved', () => {
    expect(targets.map(({ id }) => id)).toEqual([
      'council-plan-care',
      'similar-referrals',
      'mtfs-spend',
      'mtfs-residential',
      'mtfs-ifa',
      'mtfs-care',
      'mtfs-plans',
      'mtfs-enquiries',
      'mtfs-referrals',
      'mtfs-supported',
      'mtfs-reinvested',
    ])
    expect(targets.filter(({ terms }) => terms.approvedOn === null).map(({ id }) => id)).toEqual([
      'similar-referrals',
    ])
  })

  test.each([
    ['mtfs-spend', -33],
    ['mtfs-residential', -66],
    ['mtfs-ifa', -75],
    ['mtfs-care', -47],
    ['mtfs-plans', -44],
    ['mtfs-enquiries', -30],
    ['mtfs-referrals', -31],
    ['mtfs-supported', -25],
    ['similar-referrals', -25],
  ])('%s keeps the %i%% that the paper claims', (id, change) => {
    expect(of(id)?.statedChange).toBe(change)
  })

  test('120 fewer agency placements are 75% of 160', () => {
    expect(of('mtfs-ifa')).toMatchObject({
      basis: 'abs-from-baseline',
      change: -120,
      baseline: { value: 160 },
    })
  })

  test('each stands on a page of a document', () => {
    const known = documents.map((document) => document.id)
    expect(targets.filter(({ terms }) => !known.includes(terms.document) || !terms.page)).toEqual([])
  })
})
