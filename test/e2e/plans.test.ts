import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { insertVersion } from '../../server/store/entries.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'

let site: Site

const MOVED = 'opportunity-area-delivery-plan'

/** A plan that keeps changing: one of its due days is put off again and again. */
async function putOff(on: string, version: number, due: string) {
  const seed = site.world.reference.seeds.find(({ register, id }) => register === 'action' && id === MOVED)
  await insertVersion(site.world.db, {
    register: 'action',
    id: MOVED,
    version,
    body: JSON.stringify({ ...seed?.terms, due }),
    retired: false,
    reason: 'Partners need more time',
    madeBy: 'Ann Reed',
    madeAt: `${on}T09:00:00.000Z`,
  })
}

beforeAll(async () => {
  site = await openSite()
  await putOff('2026-09-01', 2, '2017-06-30')
  await putOff('2026-10-01', 3, '2017-07-31')
  await putOff('2026-11-01', 4, '2017-09-30')
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

type Box = { left: number; right: number; top: number; bottom: number }
const boxesOf = (locator: Locator): Promise<Box[]> =>
  locator.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()))
/** The room that a font leaves above and below its letters may be shared. */
const covers = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom

const SCREENS = [
  ['the plans', '/plans'],
  ['the plans of a council without any', '/plans?area=E08000028'],
  ['a plan of which only the inspection has a day', '/plans/youth-offending-2018'],
  ['a plan with many milestones', '/plans/improvement-2019'],
  ['a plan that keeps changing', '/plans/opportunity-area'],
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
      '1 milestone; none of its 5 actions has a day, so none is drawn.',
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

describe('milestones', () => {
  test('are drawn above the actions, and told by the keyboard with their sources', async () => {
    const page = await site.open('/plans/improvement-2019')
    const drawing = page.getByRole('img', { name: /^Timeline\. From 26 November 2018 .* 16 milestones;/ })
    expect(await drawing.textContent()).toContain(
      'Some day in August 2019: First monitoring visit by Ofsted: the front door',
    )
    const first = timeline(page).getByRole('button', { name: /^26 November to 7 December 2018: / })
    await first.focus()
    await page.keyboard.press('Tab')
    const second = timeline(page).getByRole('button', {
      name: /^17 January 2019: .* Source: blackpool\.gov\.uk\.$/,
    })
    expect(await second.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('.app-event-card').textContent()).toContain('17 January 2019')
    await page.keyboard.press('Escape')
    expect(await page.locator('.app-event-card').count()).toBe(0)
    await page.getByText('Milestones and where they are stated (16)').click()
    expect(await timeline(page).getByRole('link', { name: 'wave965.com' }).isVisible()).toBe(true)
    await page.close()
  })

  test('have words that cover one another nowhere', async () => {
    const page = await site.open('/plans/improvement-2019')
    const boxes = await boxesOf(timeline(page).locator('svg[role=img] text'))
    expect(boxes.length).toBeGreaterThan(20)
    expect(boxes.flatMap((box, i) => boxes.slice(i + 1).filter((other) => covers(box, other)))).toEqual([])
    const [drawing] = await boxesOf(timeline(page).locator('svg[role=img]'))
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(drawing?.right ?? 0)
    await page.close()
  })

  test('on a phone stand in the list with how exactly their day is known, and where it is stated', async () => {
    const page = await site.open('/plans/improvement-2019', PHONE)
    const months = page.getByRole('list', { name: 'The timeline, month by month' })
    const august = months.getByRole('listitem').filter({ hasText: 'August 2019' }).first()
    expect(await august.textContent()).toMatch(
      /Some day in August 2019.*First monitoring visit by Ofsted.*Milestone.*Source: democracy\.blackpool\.gov\.uk/,
    )
    await page.close()
  })
})

describe('a plan that keeps changing', () => {
  test('says so by word and sign where it stands, with the rule, and what it was at first', async () => {
    const page = await site.open('/plans/opportunity-area')
    const standing = page.getByRole('region', { name: /^Where it stands/ })
    expect(await standing.textContent()).toContain(
      'Keeps changing This plan keeps changing: 1 of its 2 due days is later than first set, by 153 days; it was changed on 3 days in the last 12 months.',
    )
    await page.getByText('When a plan counts as one that keeps changing').click()
    await page.getByText('By a rule of this dashboard').first().waitFor()
    const row = page
      .getByRole('table', { name: 'Actions that are not as they were first set' })
      .getByRole('row', { name: /153 days later/ })
    expect(await row.textContent()).toMatch(
      /Put off.*Due day changed 3 times.*30 April 2017.*30 September 2017/,
    )
    await row.getByRole('link').click()
    await page.waitForURL(new RegExp(MOVED))
    await page.close()
  })

  test('is marked in the list of plans', async () => {
    const page = await site.open('/plans')
    const row = page.getByRole('row', { name: /^Opportunity Area/ })
    expect(await row.textContent()).toContain('Keeps changing')
    expect(await row.textContent()).toContain('was changed: Due from 31 July 2017 to 30 September 2017')
    expect(await page.locator('.app-plan-state--changing').count()).toBe(1)
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
