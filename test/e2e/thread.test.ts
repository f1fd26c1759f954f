import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'

/** The thread from a figure that stands out to the action, its owner and evidence, and the last answer: on screens alone. */

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

const ACTION = 'Look at every plan made for a second time'
const QUESTION = 'Were these plans closed too early?'
const ANSWER = 'Nine of the 36 within six months.'
const ASKED_FOR = 'That the reasons for second plans be reported'
const UPDATE = 'Half of the cases were looked at.'

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

async function fillDay(page: Page, name: string | RegExp, day: string) {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const group = page.getByRole('group', { name })
  await group.getByLabel('Day', { exact: true }).fill(dayOfMonth)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

async function save(page: Page, button: string) {
  await page.getByLabel(/^Why you (add|change) it/).fill('Reported to the meeting')
  await page.getByRole('button', { name: button }).click()
}

/** From the list of what to ask about, as it opens, to plans for a second time in the quarter that the papers tell of. */
async function toRepeatPlans(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Council Plan exceptions' }).click()
  await heading(page, 'Worth asking about: Council Plan exceptions')
  await page.getByRole('button', { name: 'Quarterly return' }).click()
  await page.getByLabel(/^Period/).selectOption('2016-17Q3')
  const repeat = page.getByRole('region', { name: 'Repeat protection plans', exact: true })
  await repeat.waitFor()
  return repeat
}

test('an officer enters the action, and the question with its answer, where the measure stands out', async () => {
  const page = await site.openSignedIn('/exceptions')
  const repeat = await toRepeatPlans(page)
  expect(await repeat.innerText()).toContain('No action of a plan is linked to this measure.')
  expect(await repeat.innerText()).toContain('Nobody has asked about it yet.')

  await repeat.getByRole('link', { name: /^Add an action/ }).click()
  await heading(page, 'Add an action')
  expect(await page.locator('.app-chosen li > span').allTextContents()).toEqual(['Repeat protection plans'])
  await page.getByLabel('Plan', { exact: true }).selectOption('developments-2017')
  await page.getByLabel('What is done').fill(ACTION)
  await page.getByLabel('Who does it').fill('Head of Safeguarding')
  await fillDay(page, /^Due/, '2017-9-30')
  await page.getByRole('radio', { name: 'Done' }).check()
  await page.getByLabel('Evidence (optional)').fill('Report to the safeguarding board of October 2017')
  await fillDay(page, 'Stated on', '2017-4-27')
  await page.getByLabel('Paper', { exact: true }).fill('scrutiny-agenda-2017')
  await save(page, 'Add this action')
  await page.getByText('The action is added.').waitFor()

  await repeat.getByRole('link', { name: /^Ask a question/ }).click()
  await heading(page, 'Add a question')
  expect(await page.getByLabel('Measure', { exact: true }).inputValue()).toBe('cpp-repeat-pct')
  await page.getByLabel('Question', { exact: true }).fill(QUESTION)
  await page.getByLabel('Asked by').fill('Chair of the committee')
  await fillDay(page, 'Asked on', '2017-3-9')
  await page.getByLabel('Answer (optional)').fill(ANSWER)
  await page.getByLabel('Answered by').fill('Head of Safeguarding')
  await fillDay(page, /^Answered on/, '2017-4-27')
  await save(page, 'Add this question')
  await page.getByText('The question is added.').waitFor()
  await page.close()
})

test('a member follows plans for a second time to the action, its owner, its evidence and the last answer given', async () => {
  const page = await site.openSignedIn('/exceptions')
  const repeat = await toRepeatPlans(page)
  expect(await repeat.innerText()).toContain(ANSWER)
  await repeat.getByRole('link', { name: ACTION }).click()

  await heading(page, ACTION)
  const facts = page.locator('.app-plan-terms')
  expect(await facts.innerText()).toMatch(/Who does it\s+Head of Safeguarding/)
  expect(await facts.innerText()).toMatch(/Evidence\s+Report to the safeguarding board of October 2017/)
  await page.getByRole('link', { name: 'Repeat protection plans' }).click()

  await page.locator('.app-followed').scrollIntoViewIfNeeded()
  const asked = page.getByRole('region', { name: 'What members asked' })
  await asked.getByText(QUESTION).first().waitFor()
  expect(await asked.innerText()).toMatch(/Answer\s+Nine of the 36 within six months\./)
  expect(await asked.innerText()).toMatch(/Answered\s+27 April 2017, by Head of Safeguarding/)
  const done = page.getByRole('region', { name: 'What is done about it' })
  expect(await done.innerText()).toMatch(/Done, due: 30 September 2017\. Head of Safeguarding\./)
  const listed = page.locator('.app-events li', { hasText: ACTION })
  expect(await listed.innerText()).toContain('27 April 2017 (Action, done): ')
  await listed.getByRole('link', { name: ACTION }).click()
  await heading(page, ACTION)
  await page.close()
})

test('what an officer updates in the tracker is in the tracker, on the chart, and in the history', async () => {
  const page = await site.openSignedIn('/scrutiny?on=2017-06-08')
  await page.getByRole('link', { name: 'Add a recommendation' }).click()
  await page.getByLabel('Committee').fill('Resilient Communities Scrutiny Committee')
  await fillDay(page, 'Date of recommendation', '2017-3-9')
  await page.getByLabel('Recommendation', { exact: true }).fill(ASKED_FOR)
  await page.getByLabel('Target date', { exact: true }).fill('30 June 2017')
  await fillDay(page, /^Target date as a day/, '2017-6-30')
  await page.getByLabel('Responsible officer').fill('Head of Safeguarding')
  await page.getByLabel('Update', { exact: true }).fill('None yet.')
  await page.getByLabel('RAG rating').selectOption('Not yet due')
  await page.getByLabel('Action (optional)').selectOption({ label: ACTION })
  await page.locator('#field-indicators').selectOption('cpp-repeat-pct')
  await page.getByRole('button', { name: 'Add this measure' }).click()
  await fillDay(page, 'As at', '2017-3-9')
  await page.getByLabel('Paper', { exact: true }).fill('scrutiny-agenda-2017')
  await save(page, 'Add this recommendation')
  await page.getByText('The recommendation is added.').waitFor()

  await page.getByRole('link', { name: new RegExp(`^Update\\s*: ${ASKED_FOR}`) }).click()
  await page.getByLabel('Update', { exact: true }).fill(UPDATE)
  await page.getByLabel('RAG rating').selectOption('Amber')
  await fillDay(page, 'As at', '2017-6-8')
  await save(page, 'Save the change')
  await page.getByText('The recommendation is changed. This is version 2.').waitFor()
  const row = page.getByRole('row', { name: new RegExp(ASKED_FOR) })
  expect(await row.innerText()).toContain(UPDATE)
  await row.getByText('History of updates (2)').click()
  expect(await row.getByRole('listitem').first().innerText()).toMatch(/As at 8 June 2017[\s\S]*analyst/)

  await row.getByRole('link', { name: ACTION }).click()
  await heading(page, ACTION)
  await page.goBack()
  await row.getByRole('link', { name: 'Repeat protection plans' }).click()
  await page.getByRole('button', { name: /\b\d+, 30 June 2017: Recommendation due/ }).waitFor()
  await page
    .getByRole('button', {
      name: /8 June 2017: Update of the recommendation “.*” \(Amber\): Half of the cases/,
    })
    .focus()
  expect(await page.locator('.app-event-card').textContent()).toContain('Half of the cases were looked at.')
  const listed = page.locator('.app-events li', { hasText: '8 June 2017 (Recommendation, update)' })
  expect((await listed.innerText()).replace(/\s+/g, ' ')).toContain(
    'Who answers for it: Head of Safeguarding State: Amber, as in the tracker of 8 June 2017 Said of it: Half of the cases were looked at.',
  )

  await listed.getByRole('link', { name: 'In the tracker' }).click()
  await page.getByText('As at 8 June 2017').first().waitFor({ state: 'attached' })
  expect(new URL(page.url()).hash).toMatch(/^#recommendation-/)
  await page.goBack()
  await listed.getByRole('link', { name: ASKED_FOR, exact: true }).click()
  await page.getByRole('heading', { name: 'Who added it, and who changed it' }).waitFor()
  const newest = page.locator('.app-versions > li').first()
  expect(await newest.innerText()).toContain('analyst')
  expect(await newest.innerText()).toContain(UPDATE)
  await page.close()
})

test('an update after the newest figure is told too, and makes the chart longer where it is near', async () => {
  const page = await site.openSignedIn('/scrutiny')
  await page.getByRole('link', { name: new RegExp(`^Update\\s*: ${ASKED_FOR}`) }).click()
  await page.getByLabel('Update', { exact: true }).fill('All cases were looked at.')
  await fillDay(page, 'As at', '2026-11-20')
  await save(page, 'Save the change')
  await page.getByText('The recommendation is changed. This is version 3.').waitFor()
  const row = page.getByRole('row', { name: new RegExp(ASKED_FOR) })
  await row.getByRole('link', { name: 'Repeat protection plans' }).click()
  await page.getByRole('button', { name: /^Recommendation \d+, 20 November 2026: Update of/ }).waitFor()
  await page.getByRole('button', { name: 'By quarter' }).click()
  await page.getByText('Before the first day of the chart or after its last:').waitFor()
  expect(await page.locator('ul.app-events').innerText()).toContain(
    '20 November 2026 (Recommendation, update)',
  )
  await page.close()
})

test.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
])('the chart with what is done about it has no fault on %s, and tells by the keyboard', async (_, size) => {
  const page = await site.openSignedIn('/indicators/cpp-repeat-pct', size)
  await page.locator('.app-event-marker').first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const box = await page.locator('.chart').first().boundingBox()
  const last = await page.locator('.app-event-marker').last().boundingBox()
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
  await page.locator('.recharts-surface').first().focus()
  await page.keyboard.press('Tab')
  expect(await page.locator('.app-event-card').isVisible()).toBe(true)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.close()
})
