import type { Page } from 'playwright-core'
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

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

const SCREENS = [
  ['a plan that follows an inspection', '/plans/improvement-2019'],
  ['a plan with priorities', '/plans/opportunity-area'],
  ['a strategy with components and building blocks', '/plans/mtfs-2021'],
  ['a plan that covers posts', '/plans/transition-2021'],
  ['an annual work plan', '/plans/fairness-commission-2017?on=2017-11-15'],
] as const

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each(SCREENS)('%s: no fault that axe knows, fits the width', async (_screen, path) => {
    const page = await site.openSignedIn(path, size)
    await page.waitForSelector('h1')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.close()
  })
})

test.each(SCREENS)('%s: what the page names at its top is on it, in that order', async (_screen, path) => {
  const page = await site.openSignedIn(path)
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link')
  const named = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1)))
  const headings = await page.locator('main h2[id]').evaluateAll((all) => all.map((heading) => heading.id))
  expect(named).toEqual(headings.filter((id) => named.includes(id)))
  expect(headings.filter((id) => !named.includes(id))).toEqual(
    expect.arrayContaining(['standing-heading', 'notes-heading']),
  )
  await page.close()
})

test('the measures of the improvement plan stand before and after, beside their targets', async () => {
  const page = await site.openSignedIn('/plans/improvement-2019')
  const care = page.getByRole('row', { name: /^Children in care per 10,000/ })
  const told = (await care.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
  expect(told).toEqual([
    '200 31 March 2019',
    '184 31 March 2025',
    expect.stringContaining('down 16 (8.0%) from 200'),
    expect.stringContaining('Red: off the path'),
  ])
  await care.getByRole('link', { name: 'Children in care' }).click()
  await page
    .getByRole('heading', { level: 1, name: 'Children in care rose from 182 to 184 per 10,000' })
    .waitFor()
  await page.close()
})

test('a leader adds a standard with its owner, and an action from that standard, and sees it under it', async () => {
  await site.world.as('Ann Leader', { role: 'leader' })
  const page = await site.openSignedIn('/plans/youth-offending-2018', LAPTOP, 'Ann Leader')
  const standards = page.getByRole('region', { name: 'Standards' })
  await standards.getByText('No standard is on record.').waitFor()
  await standards.getByRole('link', { name: 'Add standards to the plan' }).click()
  await page.getByRole('button', { name: 'Add a part of the plan' }).click()
  const part = page.getByRole('group', { name: 'Part of the plan 1' })
  await part.getByLabel('What it is', { exact: true }).selectOption({ label: 'Standard' })
  await part.getByLabel('Short id').fill('court')
  await part.getByLabel('Name').fill('At court')
  await part.getByLabel('Who owns it').fill('Chief Superintendent')
  await part.getByLabel('Organisation, or domain').fill('Police')
  await page.getByLabel('Why you change it').fill('The board agreed the standards')
  await page.getByRole('button', { name: 'Save the change' }).click()

  await page.getByText('1 standard is on record. No action serves it yet.').waitFor()
  const row = page.getByRole('row', { name: /^At court/ })
  expect(await row.getByRole('cell').allTextContents()).toEqual([
    'Chief Superintendent',
    'Police',
    expect.stringContaining('No action serves it yet.'),
  ])
  await row.getByRole('link', { name: 'Add an action that serves “At court”' }).click()
  await page.getByRole('heading', { level: 1, name: 'Add an action' }).waitFor()
  const serves = page.getByLabel('What it serves in the plan')
  expect(await serves.inputValue()).toBe('court')
  expect(await serves.getByRole('option', { selected: true }).textContent()).toBe('Standard: At court')
  await page.getByLabel('What is done').fill('Brief the magistrates')
  await page.getByLabel('Who does it').fill('Service Manager, youth offending')
  await page.getByLabel('Under way').check()
  const stated = page.getByRole('group', { name: 'Stated on' })
  await stated.getByLabel('Day', { exact: true }).fill('20')
  await stated.getByLabel('Month').fill('11')
  await stated.getByLabel('Year').fill('2026')
  await page.getByLabel('Paper', { exact: true }).fill('Minutes of the board')
  await page.getByLabel('Why you add it').fill('For the standard at court')
  await page.getByRole('button', { name: 'Add this action' }).click()

  await page.getByText('1 standard is on record. An action serves it.').waitFor()
  const serving = page.getByRole('row', { name: /^At court/ })
  expect(await serving.getByRole('cell').last().textContent()).toContain('1 action: under way.')
  await serving.getByRole('link', { name: 'Brief the magistrates' }).click()
  await page.getByRole('heading', { level: 1, name: 'Brief the magistrates' }).waitFor()
  await page.getByText('At court', { exact: true }).waitFor()
  await page.close()
})

test('a reader sees the plan of a commission in its own six columns, with what is overdue in words', async () => {
  const page = await site.open('/plans/fairness-commission-2017?on=2017-11-15')
  const table = page.getByRole('table', { name: 'Actions of the plan' })
  expect(await table.getByRole('columnheader').allTextContents()).toEqual([
    'Priority',
    'Progress',
    'Next steps',
    'Anticipated completion',
    'Lead',
    'On track',
  ])
  const cells = await table
    .getByRole('row', { name: /^Fairtrade Town status/ })
    .getByRole('cell')
    .allTextContents()
  expect(cells[0]).toContain('suppliers in town mapped')
  expect(cells[1]).toContain('Three schools short of a bid')
  expect(cells[2]).toBe('October 2017Counted as due on 31 October 2017')
  expect(cells[4]).toContain('Yes')
  expect(cells[4]).toContain('Overdue by 15 days; not heard of since 27 April 2017')
  expect(await page.getByRole('link', { name: 'Add an action' }).count()).toBe(0)
  await page.close()
})
