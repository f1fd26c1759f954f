import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, which is what one of these tests is about.
  expect(
    site.complaints.splice(0).filter((complaint) => !/status of 400|has not come/.test(complaint)),
  ).toEqual([])
})

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const smallText = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => element.getClientRects().length > 0 && !element.closest('.govuk-visually-hidden'))
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
      .map((element) => element.textContent),
  )
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' })

const SCREENS = [
  ['the plans', '/plans'],
  ['the plans of a council without any', '/plans?area=E08000028'],
  ['a plan without any day', '/plans/youth-offending-2018'],
  ['the mapping review as it stood', '/plans/mapping-review-2017?on=2017-03-27'],
  ['a plan with overdue actions', '/plans/fairness-commission-2017?on=2017-11-15'],
  ['an action', '/actions/developments-leaving-care'],
  ['an action on a past day', '/actions/developments-adolescents-hub?on=2017-08-01'],
] as const

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each(SCREENS)('%s: no fault that axe knows, fits the width, nothing small', async (_screen, path) => {
    const page = await site.open(path, size)
    await page.waitForSelector('h1')
    for (const opened of await page.locator('details').all())
      await opened.evaluate((element) => element.setAttribute('open', ''))
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await smallText(page)).toEqual([])
    await page.close()
  })
})

describe('a councillor', () => {
  test('goes from the plans to that of youth offending and to one of its actions', async () => {
    const page = await site.open('/')
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Plans' }).click()
    await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
    const row = page.getByRole('row', { name: /^Partnership improvement plan for youth offending/ })
    expect(await row.textContent()).toContain('Of 5 actions 3 are done and 2 are under way.')
    await row.getByRole('link').click()
    await page
      .getByRole('heading', { level: 1, name: 'Partnership improvement plan for youth offending' })
      .waitFor()
    expect(await timeline(page).textContent()).toContain(
      'No day is stated for any of its 5 actions, so none can be drawn.',
    )
    expect(await page.getByRole('row', { name: /^Executive/ }).textContent()).toContain('Independent chair')
    await page
      .getByRole('table', { name: 'Actions of the plan' })
      .getByRole('link', { name: 'Recruit to the other key posts' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Recruit to the other key posts' }).waitFor()
    expect(
      await page.getByRole('img', { name: /^Line chart of Children new to the justice system/ }).isVisible(),
    ).toBe(true)
    await page
      .getByText('This shows what happened before and after; it does not show that the one led to the other.')
      .waitFor()
    await page.getByRole('link', { name: 'Partnership improvement plan for youth offending' }).first().click()
    await page.getByRole('heading', { level: 2, name: 'Actions' }).waitFor()
    await page.close()
  })

  test('reads the mapping review as it stood on a day, chosen from the list', async () => {
    const page = await site.open('/plans/mapping-review-2017')
    await page.getByText('On 21 November 2026 its 14 weeks were over').first().waitFor()
    await page.getByLabel(/^Show the plan as it stood on/).selectOption('2017-03-27')
    await page
      .getByText('On 27 March 2017 it was in week 8 of 14; 7 whole weeks had passed.')
      .first()
      .waitFor()
    expect(page.url()).toContain('on=2017-03-27')
    expect(await page.getByText('Of the 10 parts first planned 3 are done, and 7 remain.').isVisible()).toBe(
      true,
    )
    expect(await page.getByRole('heading', { name: 'Added on the way (1)' }).isVisible()).toBe(true)
    await page.close()
  })

  test('types another day, and is told what is wrong with one that is none or has not come', async () => {
    const page = await site.open('/plans/mapping-review-2017')
    await page.getByText('Another day').click()
    await page.getByRole('button', { name: 'Show that day' }).click()
    await page.getByText('Enter a day, for example 9 3 2017').waitFor()
    const group = page.getByRole('group', { name: 'Day' })
    await group.getByLabel('Day', { exact: true }).fill('1')
    await group.getByLabel('Month').fill('1')
    await group.getByLabel('Year').fill('2027')
    await page.getByRole('button', { name: 'Show that day' }).click()
    await page.getByText('That day has not come: enter one up to 21 November 2026').waitFor()
    await group.getByLabel('Day', { exact: true }).fill('9')
    await group.getByLabel('Month').fill('3')
    await group.getByLabel('Year').fill('2017')
    await page.getByRole('button', { name: 'Show that day' }).click()
    await page
      .getByText('On 9 March 2017 it was in week 5 of 14; 4 whole weeks had passed.')
      .first()
      .waitFor()
    await page.getByText('Nothing of it was on record on 9 March 2017.').waitFor()
    await page.close()
    const ahead = await site.open('/plans/mapping-review-2017?on=2027-01-01')
    await ahead.getByText('1 January 2027 has not come').waitFor()
    await ahead.close()
  })

  test('sees which actions are overdue by shape and word, with the same days as a table', async () => {
    const page = await site.open('/plans/fairness-commission-2017?on=2017-11-15')
    const drawing = page.getByRole('img', { name: /^Timeline\. From 1 April 2017 to 1 April 2018/ })
    expect(await drawing.textContent()).toContain('Read on: 15 November 2017')
    expect(await drawing.textContent()).toContain('! Overdue by 15 days')
    const row = page.getByRole('row', { name: /^Fairtrade Town status/ })
    expect(await row.textContent()).toContain('31 October 2017')
    expect(await row.textContent()).toContain('? Overdue by 15 days; not heard of since 27 April 2017')
    expect(await page.locator('.app-plan-months').isVisible()).toBe(false)
    await page.close()
  })

  test('on a phone reads the timeline month by month', async () => {
    const page = await site.open('/plans/fairness-commission-2017?on=2017-11-15', PHONE)
    expect(await page.locator('.app-plan-drawing').isVisible()).toBe(false)
    const months = page.getByRole('list', { name: 'The timeline, month by month' })
    expect(await months.getByRole('heading').allTextContents()).toEqual([
      'April 2017',
      'August 2017',
      'October 2017',
      'November 2017',
      'December 2017',
      'March 2018',
      'April 2018',
    ])
    expect(await months.textContent()).toContain('15 November 2017 The day that is shown')
    await page.close()
  })
})

describe('the director', () => {
  test('chooses actions by who does them and where they stand; the address keeps it', async () => {
    const page = await site.open('/plans/improvement-2019')
    await page.getByRole('combobox', { name: /^Where it stands/ }).selectOption('done')
    await page.getByText('2 of 10 actions are shown, in the timeline too.').waitFor()
    expect(page.url()).toContain('state=done')
    await page.getByLabel(/^Who does it/).selectOption('Safeguarding Children’s Board')
    await page.getByText('0 of 10 actions are shown').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByText('actions are shown').waitFor({ state: 'detached' })
    await page.close()
    const again = await site.open('/plans/improvement-2019?owner=Safeguarding+Children%E2%80%99s+Board')
    await again.getByText('1 of 10 actions are shown').waitFor()
    expect(await again.getByRole('table', { name: 'Actions of the plan' }).getByRole('link').count()).toBe(1)
    await again.close()
  })

  test('sees what moved since another meeting, and downloads what is shown', async () => {
    const page = await site.open('/plans/mapping-review-2017?on=2017-03-27')
    const moved = page.getByRole('region', { name: 'What moved since the last meeting' })
    await moved.getByText('After 9 March 2017, the last meeting').waitFor()
    await moved.getByLabel(/^After/).selectOption('2017-01-26')
    await moved.getByText('After 26 January 2017, a meeting').waitFor()
    expect(page.url()).toContain('since=2017-01-26')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV\).*all actions/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('mapping-review-2017_actions.csv')
    await page.close()
  })

  test('finds the address for a calendar', async () => {
    const page = await site.open('/plans/mapping-review-2017')
    await page.getByText('Due days in your own calendar').click()
    const feed = page.getByRole('link', { name: /due\.ics\?plan=mapping-review-2017$/ })
    expect(await feed.textContent()).toBe(`${site.url}/api/plans/due.ics?plan=mapping-review-2017`)
    await page.close()
  })

  test('is led to the forms that add and change, and back', async () => {
    const page = await site.openSignedIn('/plans/mapping-review-2017')
    const add = await page.getByRole('link', { name: 'Add an action' }).getAttribute('href')
    expect(add).toBe('/registers/action/new?plan=mapping-review-2017&back=%2Fplans%2Fmapping-review-2017')
    const change = await page.getByRole('link', { name: 'Change this plan' }).getAttribute('href')
    expect(change).toBe('/registers/plan/mapping-review-2017/change?back=%2Fplans%2Fmapping-review-2017')
    await page.goto(`${site.url}/actions/headstart-website`)
    expect(await page.getByRole('link', { name: 'Change this action' }).getAttribute('href')).toBe(
      '/registers/action/headstart-website/change?back=%2Factions%2Fheadstart-website',
    )
    await page.close()
  })
})

test('printed, text is 12 point or more, what only works on a screen is gone, and what can be opened stands open', async () => {
  const page = await site.open('/plans/mapping-review-2017?on=2017-03-27', { width: 718, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  // 12 points are 16 pixels.
  expect(await smallText(page)).toEqual([])
  expect(await page.locator('select, button, nav, .app-downloads').filter({ visible: true }).count()).toBe(0)
  const finding = page.getByText('There are many routes into social care and not one front door.')
  expect((await finding.boundingBox())?.height).toBeGreaterThan(10)
  expect(await page.locator('.app-plan-months').isVisible()).toBe(true)
  await page.close()
})
