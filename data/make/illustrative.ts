import { RETURN_COLUMNS } from '../../server/contract/return-layout.ts'
import { PER } from '../../server/domain/indicator.ts'
import { periodOf, stepPeriod } from '../../server/domain/period.ts'
import { clean, round } from '../../server/domain/rounding.ts'
import { loadReference } from '../../server/reference.ts'
import {
  AREA,
  census,
  censuses,
  countsFromRate,
  fitPercentages,
  flowOf,
  invented,
  inventedEnds,
  leavers,
  map,
  must,
  noise,
  partInto,
  pathThrough,
  populationAt,
  published,
  RETURNS,
  type Series,
  shareOf,
  YEARS,
  yearEnds,
} from './quarterly-paths.ts'

/**
 * Makes data/illustrative/blackpool-quarterly-returns.csv: quarterly returns such as a council uploads, April 2016 to
 * December 2020. Councils hardly publish theirs, so these are MADE UP, and every row says so in its status. They
 * run through what is known: every published year end, and every dated figure of the council papers (data/facts.csv).
 * The seed is fixed: the same figures come out each time.
 *
 *   npm run data -- illustrative
 */

type Row = { numerator: number; denominator: number | null }
const rows = new Map<string, { indicator: string; dimension: string; byQuarter: Map<string, Row> }>()

/** Keeps a series for the file: numerators, over denominators, over the population, or over nothing. */
function report(
  indicator: string,
  numerators: Series,
  over: Series | 'population' | null,
  dimension = '',
): void {
  const byQuarter = new Map<string, Row>()
  for (const quarter of RETURNS) {
    const denominator =
      over === 'population' ? populationAt(quarter) : over === null ? null : must(over, quarter.id)
    byQuarter.set(quarter.id, { numerator: must(numerators, quarter.id), denominator })
  }
  rows.set(`${indicator}|${dimension}`, { indicator, dimension, byQuarter })
}

// Children in care: through every dated figure of the papers.
const care = pathThrough(
  yearEnds(published('children-in-care', 'cla-rate', 'numerator'), [
    ['2017-03-09', 520],
    ['2017-03-24', 527],
    ['2017-04-27', 532],
    ['2019-06-14', 579],
    ['2020-12-31', 608],
  ]),
  0.015,
)
report('cla-rate', care, 'population')
const careStarts = flowOf(published('children-in-care', 'cla-starts-rate', 'numerator'), 0.1)
const careEnds = leavers(care, careStarts, published('children-in-care', 'cla-ends-rate', 'numerator'))
report('cla-starts-rate', careStarts, 'population')
report('cla-ends-rate', careEnds, 'population')
report(
  'care-applications-rate',
  flowOf(countsFromRate(published('children-in-care', 'care-applications-rate')), 0.12),
  'population',
)
report('plo-children', pathThrough(inventedEnds(38, 44, 47, 61, 72, 58), 0.08), null)

// Where they live. Published for 2020 and 2021 only; the years before are made up.
const residential = pathThrough(inventedEnds(38, 44, 47, 57, 72, 73), 0.05)
report('cla-residential-rate', residential, 'population')
const agencyFoster = pathThrough(
  [...inventedEnds(96, 108, 113, 131, 158), ['2020-12-31', 160], ['2021-03-31', 161]],
  0.03,
)
report('cla-ifa-count', agencyFoster, null)
const fostered = map(care, (children, id) => Math.round(children * (id < '2019-20' ? 0.74 : 0.72)))
fostered.set('2019-20Q4', 470)
report('cla-foster-pct', fostered, care)
report(
  'cla-inhouse-foster-pct',
  map(fostered, (children, id) => children - must(agencyFoster, id)),
  fostered,
)
const farKnots = yearEnds(published('placements', 'cla-20-miles-pct'))
const farShare = pathThrough(farKnots, 0.04, 1)
report(
  'cla-20-miles-pct',
  map(farShare, (share, id) => Math.round((must(care, id) * share) / 100)),
  care,
)
const leaversFit = fitPercentages(
  published('care-leavers', 'cl-eet-pct'),
  (year) => 104 + 6 * YEARS.indexOf(year as '2016-17'),
  0,
)
const careLeavers = flowOf(leaversFit.wholes, 0.05, [1, 1, 1, 1])
report('cl-eet-pct', shareOf(careLeavers, leaversFit.parts, 0.06), careLeavers)

// The front door.
const referralYears = published('front-door', 'referrals-rate', 'numerator')
const referrals = flowOf(referralYears, 0.05)
report('referrals-rate', referrals, 'population')
report(
  'rereferrals-pct',
  shareOf(referrals, published('front-door', 'rereferrals-pct', 'numerator'), 0.06),
  referrals,
)
report(
  'assessed-not-in-need-pct',
  shareOf(referrals, published('assessment', 'assessed-not-in-need-pct', 'numerator'), 0.06),
  referrals,
)
const contacts = map(referrals, (n, id) =>
  Math.round(n * (id < '2018-19Q4' ? 3.3 : 3.0) * (1 + 0.03 * noise())),
)
report('contacts-rate', contacts, 'population')
const police = map(contacts, (n, id) =>
  Math.round(n * (id === '2016-17Q4' ? 0.518 : 0.475 + 0.015 * noise())),
)
report('contacts-police-pct', police, contacts)
report('contact-conversion-pct', referrals, contacts)
report(
  'contact-conversion-pct',
  map(police, (n, id) => Math.round(n * (id === '2016-17Q4' ? 0.11 : 0.125 + 0.01 * noise()))),
  police,
  'police',
)
// Above 1.00 once the front door was rearranged in spring 2019.
const newWork = map(referrals, (n) => Math.round(n * 0.86))
report(
  'front-door-throughput',
  map(newWork, (n, id) =>
    Math.round(n * (id < '2018-19Q4' ? 0.96 : id === '2018-19Q4' ? 0.87 : 1.02) * (1 + 0.02 * noise())),
  ),
  newWork,
)
report('early-help-episodes', pathThrough(inventedEnds(612, 640, 668, 705, 742, 830), 0.03), null)

// Assessment and child in need.
const onTime = fitPercentages(
  published('assessment', 'assessments-45d-pct'),
  (year) => must(referralYears, year) * 0.91,
  1,
)
const assessments = flowOf(onTime.wholes, 0.04)
report('assessments-45d-pct', shareOf(assessments, onTime.parts, 0.03), assessments)
const inNeed = pathThrough(yearEnds(published('assessment', 'cin-rate', 'numerator')), 0.02)
report('cin-rate', inNeed, 'population')
const allocated = yearEnds(
  map(published('assessment', 'cin-rate', 'numerator'), (n) => Math.round(n * 1.1)),
  [['2017-04-27', 2112]],
)
report('open-cases', pathThrough(allocated, 0.015), null)

// Child protection.
const enquiryYears = countsFromRate(published('child-protection', 's47-rate'))
report('s47-rate', flowOf(enquiryYears, 0.06), 'population')
const plans = pathThrough(yearEnds(published('child-protection', 'cpp-rate', 'numerator')), 0.03)
report('cpp-rate', plans, 'population')
const planStartYears = published('child-protection', 'cpp-starts-rate', 'numerator')
const planStarts = flowOf(planStartYears, 0.07)
const planEnds = leavers(plans, planStarts, countsFromRate(published('child-protection', 'cpp-ends-rate')))
report('cpp-starts-rate', planStarts, 'population')
report('cpp-ends-rate', planEnds, 'population')
// The Council Plan report for quarter 3 of 2016/17 named repeat plans, referrals and care as having got worse.
const repeatYears = published('child-protection', 'cpp-repeat-pct', 'numerator')
report('cpp-repeat-pct', shareOf(planStarts, repeatYears, 0.06, [1, 0.85, 1.15, 1]), planStarts)
report(
  'cpp-stepdown-pct',
  map(planEnds, (n, id) => Math.round(n * (id < '2018-19Q1' ? 0.83 : 0.77 + 0.01 * noise()))),
  planEnds,
)
const conferences = fitPercentages(
  published('child-protection', 'icpc-15d-pct'),
  (year) => must(planStartYears, year) * 1.15,
  1,
)
const firstConferences = flowOf(conferences.wholes, 0.06)
report('icpc-15d-pct', shareOf(firstConferences, conferences.parts, 0.03), firstConferences)
report(
  'cpp-2yr-pct',
  map(pathThrough(yearEnds(published('child-protection', 'cpp-2yr-pct', 'numerator')), 0.1), (n) =>
    Math.max(6, n),
  ),
  plans,
)
const longPlans = map(plans, (n) => Math.round(n * 0.68))
const reviewed = pathThrough(yearEnds(published('child-protection', 'cpp-reviews-pct')), 0.004, 1)
report(
  'cpp-reviews-pct',
  map(longPlans, (n, id) => Math.min(n, Math.round((n * must(reviewed, id)) / 100))),
  longPlans,
)

// Workforce: published at 30 September, the end of quarter 2.
const cases = pathThrough(censuses(census('sw-caseload', 'numerator', 1659)), 0.02)
report('sw-caseload', cases, pathThrough(censuses([70, 72.3, 83.7, 114.5, 112, 104.4]), 0.02, 1))
const inPost = pathThrough(censuses([130.2, 134.8, 138.8, 143.5, 169.7, 172.7]), 0.01, 1)
const sum = (a: Series, b: Series) => map(a, (value, id) => clean(value + must(b, id)))
const vacancies = pathThrough(
  censuses(census('sw-vacancy-pct', 'numerator', 18.6), [['2017-04-27', 11]]),
  0.03,
  1,
)
report('sw-vacancy-pct', vacancies, sum(vacancies, inPost))
const agency = pathThrough(censuses(census('sw-agency-pct', 'numerator', 9.4), [['2017-04-27', 8]]), 0.03, 1)
report('sw-agency-pct', agency, sum(agency, inPost))

/** Workforce years run from October: four quarters up to each census add up to what it says. */
function censusFlow(years: number[], wobble: number, firstYear: number): Series {
  const flow: Series = new Map()
  for (const [i, total] of [firstYear, ...years].entries()) {
    const last = periodOf(`${2016 + i}-${17 + i}Q2`)
    const parts = partInto(
      total,
      [1, 1, 1, 1].map((weight) => weight * (1 + wobble * noise())),
      0.1,
    )
    for (const [j, part] of parts.entries()) flow.set(stepPeriod(last, j - 3).id, part)
  }
  return flow
}
report('sw-turnover-pct', censusFlow(census('sw-turnover-pct', 'numerator', 0).slice(1), 0.2, 21.5), inPost)
const daysLost = censusFlow(census('sw-sickness-pct', 'numerator', 0).slice(1), 0.15, 1318)
report(
  'sw-sickness-pct',
  daysLost,
  map(inPost, (staff) => clean(round((staff * 253) / 4, 1))),
)
const appointments = flowOf(invented(21, 24, 34, 62, 44), 0.15, [1, 1, 1, 1])
appointments.set('2018-19Q4', 15).set('2019-20Q1', 18)
report('sw-appointments', appointments, null)
const audits = flowOf(invented(92, 96, 120, 208, 216), 0.05, [1, 1, 1, 1])
report(
  'audit-good-pct',
  map(audits, (n, id) =>
    Math.round(n * (0.38 + 0.012 * RETURNS.findIndex((quarter) => quarter.id === id) + 0.02 * noise())),
  ),
  audits,
)

// Written in the layout of the quarterly return, with small numbers hidden as a public return must.
const reference = loadReference()
const small = (n: number) => n >= 1 && n <= 5
const PEOPLE_SHARES = new Set([
  'cpp-reviews-pct',
  'cl-eet-pct',
  'icpc-15d-pct',
  'cpp-repeat-pct',
  'cpp-2yr-pct',
])
const lines = [RETURN_COLUMNS.join(',')]
for (const quarter of RETURNS) {
  for (const { indicator: id, dimension, byQuarter } of rows.values()) {
    const indicator = reference.indicator(id)
    const row = byQuarter.get(quarter.id)
    if (!indicator || !row) throw new Error(`${id} has nothing for ${quarter.id}`)
    const { numerator, denominator } = row
    const hidden =
      PEOPLE_SHARES.has(id) && denominator !== null && (small(numerator) || small(denominator - numerator))
    const exact = denominator === null ? numerator : (numerator / denominator) * PER[indicator.unit]
    const value = round(exact, indicator.localDecimals ?? indicator.decimals)
    const figures = hidden ? ['', '', 'c'] : [numerator, denominator ?? '', value]
    lines.push([quarter.id, id, AREA, dimension, ...figures, 'illustrative', ''].join(','))
  }
}
/** The file data/illustrative/blackpool-quarterly-returns.csv. */
export const illustrativeReturns = `${lines.join('\n')}\n`
