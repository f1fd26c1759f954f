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

const markers = (page: Page) => page.locator('.app-event-marker')
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('events on a chart', () => {
  test('are reached by the keyboard, tell their text, and are put away with Escape', async () => {
    const page = await site.open('/indicators/cla-rate')
    await markers(page).first().waitFor()
    await page.locator('.recharts-surface').focus()
    await page.keyboard.press('Tab')
    const first = markers(page).first()
    expect(await first.evaluate((marker) => marker === document.activeElement)).toBe(true)
    expect(await first.getAttribute('aria-label')).toBe(
      'Action 1, 27 April 2017: Update of the action “Help children to leave care where it is safe and…”: A considerable piece of work that will take time.',
    )
    const card = page.locator('.app-event-card')
    expect(await card.textContent()).toMatch(/^1\. 27 April 2017: Update of the action “Help children/)
    await page.keyboard.press('Escape')
    expect(await card.count()).toBe(0)
    await page.keyboard.press('Tab')
    expect(await card.textContent()).toBe(
      '2. 26 November to 7 December 2018: Ofsted inspection of children’s services: inadequate.',
    )
    await page.close()
  })

  test('tell their text under the pointer, and keep it while the pointer is on it', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.getByRole('button', { name: /^Event 10, 12 March 2021/ }).hover()
    const card = page.locator('.app-event-card')
    expect(await card.textContent()).toContain('no further intervention needed')
    await card.hover()
    expect(await card.isVisible()).toBe(true)
    await page.getByRole('heading', { level: 1 }).hover()
    expect(await card.count()).toBe(0)
    await page.close()
  })

  test('share a number where they are close together, and are all in the list below', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.getByRole('button', { name: /^Events 3–4: 3, 25 March 2019: .* 4, April 2019: / }).waitFor()
    const items = page.locator('.app-events li')
    expect(await page.locator('.app-events__number').allTextContents()).toEqual([
      ...Array.from({ length: 15 }, (_, i) => String(i + 1)),
      'Shaded',
    ])
    expect(await items.nth(1).textContent()).toMatch(
      /Overall effectiveness: inadequate\. .*Published on 17 January 2019\. Source: Ofsted; wave965\.comOn the sources: The recruitment pack/,
    )
    expect(await items.last().textContent()).toContain('1 April 2020 to 31 March 2021')
    expect(await page.locator('.chart-text', { hasText: 'The pandemic' }).count()).toBe(1)
    await page.close()
  })

  test('are all there if the reader wants them, or none', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.getByLabel('Events (the page').selectOption({ label: 'All' })
    await page.locator('.app-events li', { hasText: 'challenges how realistic the target of 443' }).waitFor()
    expect(page.url()).toContain('events=all')
    await page.getByLabel('Events (the page').selectOption({ label: 'None' })
    await page.locator('.app-events li').nth(1).waitFor({ state: 'detached' })
    expect(await markers(page).count()).toBe(0)
    expect(await page.locator('.app-events li').textContent()).toContain('The pandemic')
    await page.close()
  })

  test('stand on the chart of a target too', async () => {
    const page = await site.open('/targets/mtfs-care')
    await page.getByRole('button', { name: /^Action 1, 27 April 2017/ }).waitFor()
    await page.getByRole('button', { name: /^Event 2, 26 November to 7 December 2018/ }).waitFor()
    expect(await page.locator('.app-events li').last().textContent()).toContain('Shaded')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.close()
  })

  test('are printed with their list', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.app-event-number').first().isVisible()).toBe(true)
    expect(await page.locator('.app-events li').first().isVisible()).toBe(true)
    expect(await page.locator('.app-event-markers').isVisible()).toBe(false)
    await page.close()
  })
})

test('the reader chooses a year to compare with, and sees the change and the point', async () => {
  const page = await site.open('/indicators/cla-rate')
  const choice = page.getByLabel('Compare with year')
  const years = await choice.locator('option').allTextContents()
  expect([years[1], years.at(-1)]).toEqual(['31 March 2024', '31 March 2021 (does not compare)'])
  await choice.selectOption({ label: '31 March 2019' })
  await page.getByText('On the base you chose (31 March 2019): down 16 (8.0%) from 200').waitFor()
  await page.locator('.chart-text', { hasText: 'Base, Mar 2019: 200' }).waitFor()
  expect(page.url()).toContain('base=2018-19')
  await page.getByRole('button', { name: 'By quarter' }).click()
  await page.getByRole('heading', { name: /^Children in care fell/ }).waitFor()
  expect(page.url()).not.toContain('base=')
  await page.close()
})

test('what was asked, said and done is fetched once the reader comes near it', async () => {
  const page = await site.open('/indicators/cla-rate')
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  expect(await page.getByRole('heading', { name: 'What members asked' }).count()).toBe(0)
  await page.locator('.app-followed').scrollIntoViewIfNeeded()
  await page.getByText('2 actions name this measure.').waitFor()
  await page.getByRole('region', { name: 'What members asked' }).getByText('Nobody has asked').waitFor()
  const said = page.getByRole('region', { name: 'What officers say of it' })
  await said.getByText('Loading').waitFor({ state: 'detached' })
  expect(fetched.filter((path) => path.startsWith('/api/')).sort()).toEqual([
    '/api/commentary',
    '/api/indicators/cla-rate/actions',
    '/api/scrutiny/questions',
  ])
  await page.close()
})

test('a part that cannot be fetched leaves the rest of the screen', async () => {
  const page = await site.open('/guide')
  await page.route('**/BesideTheFigures*.js', (route) => route.abort('connectionrefused'))
  await page.goto(`${site.url}/indicators/cla-rate`)
  await page.getByText('This part could not be loaded.').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('rose from 182 to 184')
  await page.close()
  // The browser itself reports the part that this test keeps from it.
  expect(site.complaints.splice(0).filter((each) => !/REFUSED|failed|BesideTheFigures/i.test(each))).toEqual(
    [],
  )
})

test.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
])('the page of a measure has no fault on %s', async (_, size) => {
  const page = await site.open('/indicators/cla-rate?base=2018-19&events=all', size)
  await page.locator('.app-followed').scrollIntoViewIfNeeded()
  await page.getByText('2 actions name this measure.').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await markers(page).last().focus()
  expect(await page.locator('.app-event-card').isVisible()).toBe(true)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.close()
})
