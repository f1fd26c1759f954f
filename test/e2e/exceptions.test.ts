import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { EntryAnswer } from '../../server/contract/registers.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { post } from '../support/uploads.ts'
import { BLACKPOOL, SANDWELL } from '../support/world.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

const Q3 = '/exceptions?card=council-plan&by=quarter&period=2016-17Q3'
const Q4 = Q3.replace('Q3', 'Q4')
const LATEST = Q3.replace('2016-17', '2020-21')
const measure = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

const distanceFromTop = async (page: Page, name: string) =>
  Math.abs((await measure(page, name).boundingBox())?.y ?? Number.POSITIVE_INFINITY)

async function enter(register: string, terms: object) {
  const body = { terms, reason: 'For the meeting', by: 'Ann Reed' }
  return (await (await post(site.world, `/api/registers/${register}`, body)).json()) as EntryAnswer
}

test('a member sees the exceptions of the Council Plan for Quarter 3 as the papers name them', async () => {
  const page = await site.openSignedIn(Q3)
  await page
    .getByText('Of 3 measures 3 are listed for October to December 2016 (Quarter 3 2016/17): all moved')
    .waitFor()
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'Children in care',
    'Referrals',
    'Repeat protection plans',
  ])
  const repeat = measure(page, 'Repeat protection plans')
  expect(await repeat.innerText()).toContain('23.4%')
  expect(await repeat.innerText()).toContain('Up 7.2 percentage points from 16.2% on the quarter before.')
  expect(await page.getByText('Three measures had deteriorated.').isVisible()).toBe(true)
  expect(await page.getByText('Illustrative figures.').isVisible()).toBe(true)
  await page.close()
})

test('the list on top says of each measure what there is, and leads to it', async () => {
  const page = await site.openSignedIn('/exceptions')
  const rows = page.locator('.app-listed tbody tr')
  expect(await rows.count()).toBe(7)
  expect(await rows.nth(1).innerText()).toMatch(
    /^Children in care\s+184 per 10,000 children\s+up 2 \(1\.1%\) from 182\s+Away from its aim, red\s+4 \(red 4\)\s+! Missing$/,
  )
  await rows.nth(5).getByRole('link', { name: 'Referrals' }).click()
  await page.waitForURL(/#exception-referrals-rate$/)
  await expect.poll(() => distanceFromTop(page, 'Referrals')).toBeLessThan(60)
  await page.close()
})

test('those red that nobody has explained are named first with who answers for them, and counted on the overview', async () => {
  const page = await site.openSignedIn('/exceptions')
  expect(await page.locator('.app-unexplained').innerText()).toMatch(
    /^! Of 6 red measures none has a commentary .* Still owed: Children in residential homes, Children in care, .*, Referrals \(to be given by: Director of Children’s Services\)\.$/,
  )
  await page.goto(`${site.url}/`)
  await page.getByText('6 of 6 red measures have no complete commentary.').waitFor()
  await page.close()
})

test('two measures are seen at once on a laptop, each with its line in words', async () => {
  const page = await site.openSignedIn('/exceptions')
  const first = await measure(page, 'Children in residential homes').boundingBox()
  const second = await measure(page, 'Children in care').boundingBox()
  expect((second?.y ?? 0) + (second?.height ?? 0) - (first?.y ?? 0)).toBeLessThanOrEqual(LAPTOP.height)
  expect(await measure(page, 'Children in care').innerText()).toContain(
    'Of 10 years the lowest was 163 and the highest 228.',
  )
  await page.close()
})

test('turned to the next quarter, the one that is red by its target is listed and those that can’t be compared stand apart', async () => {
  const page = await site.openSignedIn(Q3)
  await page.getByLabel(/^Period/).selectOption('2016-17Q4')
  await page.getByRole('heading', { name: 'Listed (1 of 3)' }).waitFor()
  expect(page.url()).toContain('period=2016-17Q4')
  const care = await measure(page, 'Children in care').innerText()
  expect(care).toContain('Red: off the path')
  expect(care).toContain('525 is above the 443 asked for by its day')
  expect(care).toContain('On the list 3 quarters in a row; red this quarter.')
  expect(care).toContain('It is required where a figure is red: cause, action, owner and recovery date.')
  await page.getByRole('heading', { name: 'Nothing to compare with (2 of 3)' }).waitFor()
  await page.close()
})

test('a figure that came down and is still more than chance would give is listed, with the range and how the rule works', async () => {
  const page = await site.openSignedIn(LATEST)
  const care = measure(page, 'Children in care')
  await care.getByText('Unlikely by chance').waitFor()
  const text = await care.innerText()
  expect(text).toContain(
    '215.0 per 10,000 is above the range that ordinary quarter-to-quarter variation gives (188.3 to 209.2).',
  )
  expect(text).toContain('Ordinary variation: 188.3 to 209.2, worked out from 19 quarters in a row.')
  expect(text).not.toContain('Away from the aim')
  await page.getByText('What brings a measure onto this list').click()
  const rules = await page.locator('details[open]').first().innerText()
  expect(rules).toContain('outside what chance alone would usually give')
  expect(rules).toContain('What is ordinary can be told for 3 of 3 measures: it takes 8 quarters in a row')
  await page.close()
})

test('a member follows plans for a second time to the action, its owner, its evidence and the last answer', async () => {
  const action = await enter('action', {
    plan: 'developments-2017',
    reference: null,
    title: 'Look at every plan made for a second time',
    stage: null,
    recommendation: null,
    owner: 'Head of Safeguarding',
    start: null,
    due: '2017-09-30',
    dueText: null,
    state: 'done',
    stateText: null,
    progress: null,
    update: null,
    next: null,
    evidence: 'Report to the safeguarding board of October 2017',
    indicators: ['cpp-repeat-pct'],
    statedOn: '2017-04-27',
    document: 'scrutiny-agenda-2017',
    page: null,
  })
  await enter('question', {
    area: BLACKPOOL,
    indicator: 'cpp-repeat-pct',
    period: '2016-17Q3',
    question: 'Were these plans closed too early?',
    askedBy: 'Chair of the committee',
    askedOn: '2017-03-09',
    meeting: null,
    answer: 'Nine of the 36 within six months.',
    answeredBy: 'Head of Safeguarding',
    answeredOn: '2017-04-27',
    carriedTo: null,
    closed: true,
  })
  const page = await site.openSignedIn(Q3)
  const repeat = measure(page, 'Repeat protection plans')
  expect(await repeat.innerText()).toMatch(/Owner\s+Head of Safeguarding\s+By when\s+30 September 2017/)
  expect(await repeat.innerText()).toContain('Nine of the 36 within six months.')
  await repeat.getByRole('link', { name: 'Look at every plan made for a second time' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look at every plan made for a second time' }).waitFor()
  expect(page.url()).toContain(`/actions/${action.id}`)
  await page.getByText('Report to the safeguarding board of October 2017').first().waitFor()
  await page.goBack()
  await measure(page, 'Repeat protection plans')
    .getByRole('link', { name: /^All questions/ })
    .click()
  await page.getByText('Were these plans closed too early?', { exact: true }).waitFor()
  expect(page.url()).toContain('/scrutiny?tab=questions')
  await page.close()
})

test('an officer writes what lies behind a red figure: it stands beside it, with what is missing and what does not fit', async () => {
  const page = await site.openSignedIn(Q4)
  await measure(page, 'Children in care')
    .getByRole('link', { name: /^Write a commentary/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Add a commentary' }).waitFor()
  expect(await page.getByLabel('Period').inputValue()).toBe('2016-17Q4')
  await page
    .getByLabel('Commentary', { exact: true })
    .fill('There were 525 children, and not the 480 planned.')
  await page.getByLabel('Written by').fill('Deputy Director')
  await page.getByLabel('Why you add it').fill('Quarterly report')
  await page.getByRole('button', { name: 'Add this commentary' }).click()

  await page.getByRole('heading', { level: 1, name: 'Worth asking about: Council Plan exceptions' }).waitFor()
  const care = measure(page, 'Children in care')
  await care.getByText('There were 525 children, and not the 480 planned.').waitFor()
  const text = await care.innerText()
  expect(text).toContain('It does not give the cause, action, owner and recovery date. These are required')
  expect(text).toContain('1 of its 2 numbers is not among the figures of this measure: 480.')
  await care.locator('summary', { hasText: 'Numbers and versions' }).click()
  await care.getByText('Written on').waitFor()
  expect(await care.locator('details[open]').innerText()).toContain('525: the number behind the figure')
  await page.close()
})

test('a commentary that says nothing is refused with what belongs there; one in another tone than the figure is flagged', async () => {
  const page = await site.openSignedIn('/exceptions')
  await measure(page, 'Referrals')
    .getByRole('link', { name: /^Write a commentary/ })
    .click()
  const text = page.getByLabel('Commentary', { exact: true })
  await text.fill('No comment at this time.')
  await page.getByLabel('Written by').fill('Deputy Director')
  await page.getByLabel('Why you add it').fill('Yearly report')
  await page.getByRole('button', { name: 'Add this commentary' }).click()
  await page
    .getByText(/says too little: say what the figure shows/)
    .first()
    .waitFor()
  expect(site.complaints.splice(0)).toEqual([expect.stringContaining('400 (Bad Request)')])
  await text.fill('Referrals are on track after a busy year.')
  await page.getByRole('button', { name: 'Add this commentary' }).click()
  await page.getByText('The commentary is added.').waitFor()
  expect(await measure(page, 'Referrals').innerText()).toContain(
    '! It says “on track”; the figure is red against the approved target.',
  )
  await page.close()
})

test('Sandwell’s contract is shown as its paper has it; no measure is made up', async () => {
  const page = await site.openSignedIn(`/contracts?area=${SANDWELL}`)
  await page.getByText('One contract is held for Sandwell.').waitFor()
  const main = await page.getByRole('main').innerText()
  expect(main).toContain('Sandwell Children’s Trust')
  expect(main).toContain('section 479A of the Education Act 1996')
  expect(main).toContain('The report prints no measure and no value of the contract.')
  expect(main).toContain('None is made up here.')
  await page.getByLabel(/^Area/).selectOption({ label: 'Blackpool' })
  await page.getByText('No contract is held for Blackpool.').waitFor()
  await page.close()
})

test('printed, the list is read without what only leads to a form', async () => {
  const page = await site.openSignedIn(Q4)
  await page.emulateMedia({ media: 'print' })
  const shown = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).length)
  expect(await shown('main select, main button, main a[href^="/registers/"], .app-downloads')).toBe(0)
  expect(await shown('.app-exception')).toBe(1)
  expect(await page.locator('.app-exception').evaluate((each) => getComputedStyle(each).breakInside)).toBe(
    'avoid',
  )
  await page.close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each([
    ['the exceptions of a quarter', Q3],
    ['those with commentary', Q4],
    ['those that are unlikely by chance', LATEST],
    ['those of a year', '/exceptions'],
    ['a contract', `/contracts?area=${SANDWELL}`],
    ['no contract', '/contracts'],
  ])(
    '%s: no fault that axe knows, no sideways scrolling, text of 16 pixels or more',
    async (_screen, path) => {
      const page = await site.openSignedIn(path, size)
      await page.waitForSelector('h1')
      expect(await accessibilityFaults(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('main p, main dd, main dt, main li, main q, main span')]
          .filter((element) => element.getClientRects().length > 0)
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      )
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
      await page.close()
    },
  )
})
