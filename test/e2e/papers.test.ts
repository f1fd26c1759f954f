import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

const AGENDA = "Resilient Communities and Children's Scrutiny Committee, agenda for 27 April 2017"

test('from the list of papers a fact is followed to the target that it became', async () => {
  const page = await site.open('/papers')
  await page.getByRole('link', { name: AGENDA }).click()
  await page.getByRole('heading', { level: 1, name: AGENDA }).waitFor()
  expect(await page.getByText('1 fact is not shown to everybody.').isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Targets (1)' }).click()
  expect(page.url()).toMatch(/\/papers\/scrutiny-agenda-2017#targets$/)
  await page.getByRole('link', { name: /^The page of this target\s*: Council Plan 2015 to 2020/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Council Plan target: 443 children in care' }).waitFor()
  expect(page.url()).toMatch(/\/targets\/council-plan-care$/)
  await page.close()
})

test('a figure of a paper says where it is doubted, and leads to the chart of its own council', async () => {
  const page = await site.open('/papers/scrutiny-agenda-2017')
  const fact = page
    .getByRole('listitem')
    .filter({ hasText: 'Children in care, Middlesbrough: 120 per 10,000' })
  expect(await fact.innerText()).toMatch(
    /Doubted[\s\S]*Our check: The Department for Education published 118/,
  )
  await fact.getByRole('link').click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(page.url()).toMatch(/\/indicators\/cla-rate\?area=E06000002$/)
  await page.close()
})

test('an address with a fact in it opens the page there', async () => {
  const page = await site.open('/papers/scrutiny-agenda-2017#context-firstline-managers')
  const fact = page.getByText('Managers on the national Firstline programme.')
  await fact.waitFor()
  expect((await fact.boundingBox())?.y).toBeLessThan(LAPTOP.height)
  await page.close()
})

test('the facts are downloaded as a file', async () => {
  const page = await site.open('/papers/transition-plan-2021')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV\).*these facts/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('paper_transition-plan-2021.csv')
  await page.close()
})

test('on paper stand the facts, in 12 points, without the list of contents', async () => {
  const page = await site.open('/papers/scrutiny-agenda-2017')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation', { name: 'On this page' }).isVisible()).toBe(false)
  const fact = page.getByText('527 children in care, 185.9 per 10,000').first()
  expect(await fact.isVisible()).toBe(true)
  expect(await fact.evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px')
  await page.close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each(['/papers', '/papers/scrutiny-agenda-2017', '/papers/sandwell-report-2018'])(
    '%s has no fault that axe knows, and fits the width',
    async (path) => {
      const page = await site.open(path, size)
      await page.waitForSelector('h1')
      expect(await accessibilityFaults(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      await page.close()
    },
  )
})
