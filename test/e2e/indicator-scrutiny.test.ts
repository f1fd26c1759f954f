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

const PAGE = '/indicators/cpp-repeat-pct?by=financial-year'
const asked = (page: Page) => page.getByRole('region', { name: 'What members asked' })
const said = (page: Page) => page.getByRole('region', { name: 'What officers say of it' })
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What was asked and said is fetched once the reader comes near it. */
async function openFollowed(size = LAPTOP) {
  const page = await site.openSignedIn(PAGE, size)
  await scrollToFollowed(page)
  return page
}

async function scrollToFollowed(page: Page) {
  await page.locator('.app-followed').scrollIntoViewIfNeeded()
  await asked(page).waitFor()
}

async function fillDay(page: Page, name: string | RegExp, day: string) {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const group = page.getByRole('group', { name })
  await group.getByLabel('Day', { exact: true }).fill(dayOfMonth)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

async function save(page: Page, why: string, button: string) {
  await page.getByLabel(/^Why you (add|change) it/).fill(why)
  await page.getByRole('button', { name: button }).click()
}

describe('a question about a measure', () => {
  test('is asked on its page, stands there and waits', async () => {
    const page = await openFollowed()
    await asked(page).getByText('Nobody has asked about this measure of Blackpool yet.').waitFor()
    await asked(page).getByRole('link', { name: 'Ask a question about this measure' }).click()
    await page.getByRole('heading', { level: 1, name: 'Add a question' }).waitFor()
    expect(await page.getByLabel('Measure', { exact: true }).inputValue()).toBe('cpp-repeat-pct')
    await page.getByLabel('Question', { exact: true }).fill('How many of these plans were closed too early?')
    await page.getByLabel('Asked by').fill('Member of the committee')
    await fillDay(page, 'Asked on', '2026-11-11')
    await save(page, 'For the meeting', 'Add this question')

    await page.getByText('The question is added.').waitFor()
    expect(page.url()).toContain(PAGE)
    await scrollToFollowed(page)
    const card = asked(page).getByRole('listitem').filter({ hasText: 'closed too early?' })
    await card.waitFor()
    expect(await card.innerText()).toMatch(
      /\? Open for 10 days[\s\S]*Asked\s+11 November 2026, by Member of the committee/,
    )
    await page.close()
  })

  test('is answered from there, and its answer stands beside the figures', async () => {
    const page = await openFollowed()
    await asked(page)
      .getByRole('link', { name: /^Answer or carry on/ })
      .click()
    await page.getByLabel('Answer (optional)').fill('Nine of the 36 within six months.')
    await page.getByLabel('Answered by').fill('Head of Safeguarding')
    await fillDay(page, /^Answered on/, '2026-11-18')
    await save(page, 'Answered in writing', 'Save the change')
    await page.getByText('The question is changed. This is version 2.').waitFor()
    await scrollToFollowed(page)
    await asked(page).getByText('Nine of the 36 within six months.').waitFor()
    expect(await asked(page).innerText()).toMatch(/Answered after 7 days[\s\S]*by Head of Safeguarding/)
    await page.close()
  })

  test('of another council is none of it', async () => {
    const page = await site.openSignedIn(`${PAGE}&area=E08000028`)
    await scrollToFollowed(page)
    await asked(page).getByText('Nobody has asked about this measure of Sandwell yet.').waitFor()
    await page.close()
  })
})

describe('a commentary on a measure', () => {
  test('is written on its page for a period; a number that is not in the series is flagged', async () => {
    const page = await openFollowed()
    await said(page).getByRole('link', { name: 'Write a commentary on this measure' }).click()
    await page.getByRole('heading', { level: 1, name: 'Add a commentary' }).waitFor()
    await page.getByLabel('Period').fill('2024-25')
    await page
      .getByLabel('Commentary', { exact: true })
      .fill('In the year 28.6% of plans were a second one, and not the 31.7% feared.')
    await page.getByLabel('Written by').fill('Head of Safeguarding')
    await save(page, 'Yearly report', 'Add this commentary')

    await page.getByText('The commentary is added.').waitFor()
    await scrollToFollowed(page)
    const article = said(page).getByRole('article')
    await article.getByText('and not the 31.7% feared').waitFor()
    expect(await article.getByRole('heading').innerText()).toBe('2024/25')
    const flag = article.locator('.app-check--flagged')
    expect(await flag.innerText()).toMatch(
      /^! 1 of its 2 numbers is not among the figures of this measure: 31\.7%\./,
    )
    await article.locator('summary', { hasText: 'Numbers and versions' }).click()
    const numbers = await article.locator('details').innerText()
    expect(numbers).toMatch(/31\.7%: none of the figures below/)
    expect(numbers).toMatch(/28\.6%: /)
    expect(numbers).not.toMatch(/28\.6%: none/)
    await page.close()
  })

  test('that is put right is no longer flagged, and keeps what it said before', async () => {
    const page = await openFollowed()
    await said(page)
      .getByRole('link', { name: /^Change it/ })
      .click()
    await page.getByLabel('Commentary', { exact: true }).fill('In the year 28.6% of plans were a second one.')
    await save(page, 'A number was not ours', 'Save the change')
    await page.getByText('The commentary is changed. This is version 2.').waitFor()
    await scrollToFollowed(page)
    const article = said(page).getByRole('article')
    await article.locator('.app-check').waitFor()
    expect(await article.locator('.app-check--flagged').count()).toBe(0)
    await article.locator('summary', { hasText: 'Numbers and versions' }).click()
    const versions = article.locator('.app-commentary__versions > li')
    expect(await versions.count()).toBe(2)
    expect(await versions.first().innerText()).toMatch(
      /^Changed on .* by analyst \(version 2\): A number was not ours[\s\S]*from .* 31\.7% feared\. to In the year/,
    )
    expect(await versions.last().innerText()).toMatch(
      /^Written on .* by analyst \(version 1\): Yearly report$/,
    )
    await page.close()
  })
})

test.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
])('what was asked and said of a measure has no fault on %s', async (_, size) => {
  const page = await openFollowed(size)
  await asked(page).getByText('Nine of the 36 within six months.').waitFor()
  await said(page).locator('summary', { hasText: 'Numbers and versions' }).click()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.close()
})
