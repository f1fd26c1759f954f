import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { post } from '../support/uploads.ts'
import { BLACKPOOL } from '../support/world.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

const rowOf = (page: Page, name: string | RegExp) => page.getByRole('row', { name })
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function fillDay(page: Page, name: string, day: string) {
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

describe('the tracker', () => {
  test('is read as of 27 April 2017: the Amber row is 331 days late, and has its history', async () => {
    const page = await site.openSignedIn('/scrutiny')
    await page.getByText('nothing newer was entered').waitFor()
    await page.getByRole('link', { name: /^Show as on 27 April 2017/ }).click()
    await page.getByText('Counted to 27 April 2017, 2 are late.').waitFor()
    expect(await page.getByRole('columnheader').allTextContents()).toEqual([
      'Date of rec',
      'Recommendation',
      'Target date',
      'Responsible officer',
      'Update',
      'RAG rating',
    ])
    const row = rowOf(page, /dementia awareness training/)
    expect(await row.innerText()).toMatch(/31 May 2016\s+! 331 days late on 27 April 2017/)
    expect(await row.getByRole('cell').last().innerText()).toBe('Amber')
    await row.getByText('History of updates (1)').click()
    await row.getByText('Printed in: Resilient Communities').waitFor()
    expect(await row.getByRole('listitem').innerText()).toContain('As at 27 April 2017')
    await page.close()
  })

  test('as on a day that is typed keeps the part that is read', async () => {
    const page = await site.openSignedIn('/scrutiny?tab=workplan')
    await page.getByLabel('Show as on').fill('2017-03-20')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('heading', { name: 'Next meeting: 27 April 2017' }).waitFor()
    expect(page.url()).toMatch(/\/scrutiny\?tab=workplan&on=2017-03-20$/)
    expect(await page.getByText('Thematic discussion').first().isVisible()).toBe(false)
    await page.getByText('9 March 2017: 4 items').click()
    expect(await page.getByText('Lead: Engagement and Intelligence Officer.').isVisible()).toBe(true)
    await page.close()
  })

  test('leads to the form of a row, and back to where it was read', async () => {
    const page = await site.openSignedIn('/scrutiny?on=2017-06-08')
    await page.getByRole('link', { name: /^Update\s*: Strategy and action plan/ }).click()
    await page.getByLabel('RAG rating').selectOption('Completed')
    await page.getByLabel('Update', { exact: true }).fill('The strategy was presented.')
    await fillDay(page, 'As at', '2017-06-08')
    await save(page, 'Reported to the meeting', 'Save the change')
    await page.getByText('6 Not yet due and 2 Completed').waitFor()
    expect(page.url()).toContain('/scrutiny?on=2017-06-08')
    await page.getByText('The recommendation is changed. This is version 2.').waitFor()
    const row = rowOf(page, /preventing and dealing with homelessness/)
    await row.getByText('History of updates (2)').click()
    expect(await row.getByRole('listitem').first().innerText()).toContain('Entered by analyst')
    await page.close()
  })

  test('is downloaded as it is shown', async () => {
    const page = await site.openSignedIn('/scrutiny?on=2017-04-27')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV\).*the tracker/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('tracker_blackpool_2017-04-27.csv')
    await page.close()
  })
})

test('a question is asked, answered, carried on to the next meeting, and found there', async () => {
  const page = await site.openSignedIn('/scrutiny?tab=questions&on=2017-04-27')
  await page.getByText('No question of a member is held for Blackpool.').waitFor()
  await page.getByRole('link', { name: 'Ask a question' }).click()
  await page.getByLabel('Measure', { exact: true }).selectOption('cpp-repeat-pct')
  await page.getByLabel('Question', { exact: true }).fill('How many plans start again within two years?')
  await page.getByLabel('Asked by').fill('Member of the committee')
  await fillDay(page, 'Asked on', '2017-4-20')
  await save(page, 'For the meeting', 'Add this question')
  await page.getByText('The question is added.').waitFor()
  const card = page.getByRole('listitem').filter({ hasText: 'How many plans start again' })
  expect(await card.innerText()).toMatch(/Open for 7 days[\s\S]*Repeat protection plans/)
  expect(await card.innerText()).toContain('for the meeting of 27 April 2017')

  await card.getByRole('link', { name: /^Answer or carry on/ }).click()
  await page.getByLabel('Answer (optional)').fill('Counted by the team; the list follows.')
  await page.getByLabel('Answered by').fill('Head of Safeguarding')
  await fillDay(page, 'Answered on', '2017-4-27')
  await fillDay(page, 'Carried on to the meeting of', '2017-6-8')
  await save(page, 'Answered at the meeting', 'Save the change')
  await page.getByText('No question waits for an answer; 1 is answered and not closed yet.').waitFor()
  expect(await card.innerText()).toMatch(
    /Answered after 7 days, not closed yet[\s\S]*to the meeting of 8 June 2017[\s\S]*the list follows[\s\S]*27 April 2017, by Head of Safeguarding/,
  )

  await page.getByRole('link', { name: /^Work plan/ }).click()
  const meeting = page.getByRole('region', { name: '8 June 2017' })
  expect(await meeting.innerText()).toContain('How many plans start again within two years?')
  await page.close()
})

describe('a question that has no answer when its meeting comes', () => {
  const QUESTION = 'How long do these plans last?'
  const cardOf = (page: Page) => page.getByRole('listitem').filter({ hasText: QUESTION })
  const carry = (page: Page) => cardOf(page).getByRole('button', { name: /^Carry to the meeting on/ })

  test('is carried to the next meeting in one step, and that is undone in one', async () => {
    await post(site.world, '/api/registers/question', {
      terms: {
        area: BLACKPOOL,
        indicator: 'cpp-rate',
        period: null,
        question: QUESTION,
        askedBy: 'Member of the committee',
        askedOn: '2017-03-01',
        meeting: '2017-03-09',
        answer: null,
        answeredBy: null,
        answeredOn: null,
        carriedTo: null,
        closed: false,
      },
      reason: 'For the meeting',
    })
    const page = await site.openSignedIn('/scrutiny?tab=questions&on=2017-03-20')
    await cardOf(page).getByText('Its meeting of 9 March 2017 is over').waitFor()
    await page.getByRole('button', { name: /^Carry to the meeting on 27 April 2017\s*: How long/ }).click()
    const told = cardOf(page).getByText('Carried to the meeting on 27 April 2017. This is version 2.')
    await told.waitFor()
    expect(await told.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await cardOf(page).innerText()).toMatch(/Carried on\s+to the meeting of 27 April 2017/)
    expect(await cardOf(page).getByText('is over').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])

    await cardOf(page).getByRole('button', { name: /^Undo/ }).click()
    await cardOf(page).getByText('It is as it was before. This is version 3.').waitFor()
    await cardOf(page).getByText('Its meeting of 9 March 2017 is over').waitFor()
    await carry(page).waitFor()

    await cardOf(page)
      .getByRole('link', { name: /^Answer or carry on/ })
      .click()
    await page.getByRole('link', { name: /as it is, with its history/ }).click()
    const versions = page.locator('.app-versions > li')
    expect(await versions.nth(1).innerText()).toContain(
      'No answer for the meeting of 9 March 2017: carried on to that of 27 April 2017',
    )
    expect(await versions.first().innerText()).toContain('It puts back what version 1 said.')
    await page.close()
  })

  test('is not carried where somebody changed it meanwhile, and is then shown as it is', async () => {
    const page = await site.openSignedIn('/scrutiny?tab=questions&on=2017-03-20')
    const other = await site.openSignedIn('/scrutiny?tab=questions&on=2017-03-20', PHONE)
    await carry(other).click()
    await cardOf(other).getByText('This is version 4.').waitFor()
    expect(await accessibilityFaults(other)).toEqual([])
    expect(await overflow(other)).toBe(0)
    await other.close()

    await carry(page).click()
    await cardOf(page).getByRole('alert').waitFor()
    expect(await cardOf(page).getByRole('alert').innerText()).toMatch(/changed/)
    await page.getByRole('button', { name: /^Carry to the meeting on 8 June 2017/ }).waitFor()
    await page.close()
    // The browser itself reports the refusal, which is what this test is about.
    expect(site.complaints.splice(0).filter((each) => !/409/.test(each))).toEqual([])
  })

  test('is carried on by its form alone where no later meeting is entered', async () => {
    const page = await site.openSignedIn('/scrutiny?tab=questions')
    await cardOf(page).waitFor()
    expect(await carry(page).count()).toBe(0)
    expect(
      await cardOf(page)
        .getByRole('link', { name: /^Answer or carry on/ })
        .count(),
    ).toBe(1)
    await page.close()
  })
})

test('a question that is offered comes into the form with its measure and meeting', async () => {
  const page = await site.openSignedIn('/scrutiny?tab=questions')
  const text = /what changed in 2022–23\?/
  await page.getByRole('link', { name: text }).click()
  expect(await page.getByLabel('Question', { exact: true }).inputValue()).toMatch(text)
  expect(await page.getByLabel('Measure', { exact: true }).inputValue()).toBe('cla-rate')
  expect(await page.getByLabel(/^Period/).inputValue()).toBe('2024-25')
  expect(await page.getByRole('group', { name: 'Asked on' }).getByLabel('Year').inputValue()).toBe('2026')
  await page.close()
})

test('a topic is put forward, and stands with its nine answers', async () => {
  const page = await site.openSignedIn('/scrutiny?tab=topics')
  await page.getByText('No topic has been put forward.').waitFor()
  expect(await page.getByRole('main').getByRole('listitem').filter({ hasText: 'weighs most' }).count()).toBe(
    3,
  )
  await page.getByRole('link', { name: 'Put a topic forward' }).click()
  await page.getByLabel('Topic', { exact: true }).fill('Repeat child protection plans')
  await page.getByLabel('What would be looked at').fill('Why children come back.')
  await page.getByLabel('It relates to the council’s priorities', { exact: true }).check()
  await page.getByLabel('How: it relates to the council’s priorities').fill('Safe children come first.')
  await page.getByLabel('Completed by').fill('Member of the committee')
  await fillDay(page, 'Date', '2026-11-20')
  await save(page, 'Agreed by the chair', 'Add this topic')
  const topic = page.getByRole('article', { name: 'Repeat child protection plans' })
  await topic.waitFor()
  expect(await topic.getByText('Yes', { exact: false }).count()).toBeGreaterThan(0)
  expect(await topic.getByRole('listitem').allInnerTexts()).toHaveLength(9)
  expect((await topic.getByRole('listitem').nth(1).innerText()).replace(/\s+/g, ' ')).toBe(
    '✓ Yes It relates to the council’s priorities (weighs most) Safe children come first.',
  )
  await page.close()
})

const PARTS = [
  '/scrutiny?on=2017-04-27',
  '/scrutiny?tab=workplan&on=2017-03-20',
  '/scrutiny?tab=questions&on=2017-06-08',
  '/scrutiny?tab=decisions',
  '/scrutiny?tab=topics',
  '/scrutiny?area=E08000028',
]

test.each(PARTS)('%s is free of faults that a machine can find, wide and narrow', async (path) => {
  const wide = await site.openSignedIn(path, LAPTOP)
  expect(await accessibilityFaults(wide)).toEqual([])
  expect(await wide.locator('.app-cards [aria-current="page"]').count()).toBe(1)
  await wide.close()
  const narrow = await site.openSignedIn(path, PHONE)
  expect(await accessibilityFaults(narrow)).toEqual([])
  expect(await overflow(narrow)).toBe(0)
  await narrow.close()
})

test('printed, past meetings are unfolded, the text is 12 point, and what only works on a screen is gone', async () => {
  const page = await site.openSignedIn('/scrutiny?tab=workplan&on=2017-03-20')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Thematic discussion').first().isVisible()).toBe(true)
  expect(await page.locator('select, button, nav, .app-act-line').filter({ visible: true }).count()).toBe(0)
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('main p, main li, main span')]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  )
  expect(smallest).toBeGreaterThanOrEqual(16)
  await page.close()
})
