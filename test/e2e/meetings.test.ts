import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MeetingTerms } from '../../server/contract/meetings.ts'
import { newEntryPath } from '../../server/contract/paths.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { post } from '../support/uploads.ts'
import { BLACKPOOL, SANDWELL } from '../support/world.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, which is what one of these tests is about.
  expect(site.complaints.splice(0).filter((complaint) => !/status of 400/.test(complaint))).toEqual([])
})

const PLAN = '/plans/improvement-2019'
const TERMS: MeetingTerms = {
  area: BLACKPOOL,
  kind: 'board',
  body: 'Improvement board',
  plan: 'improvement-2019',
  contract: null,
  on: '2026-02-02',
  state: 'held',
  purpose: 'To look at the first year',
  attendance: [
    { who: 'Police', came: 'apologies' },
    { who: 'Health', came: 'yes' },
  ],
  outcome: 'The audit was brought forward.',
  papers: 'Minutes of February',
  statedOn: '2026-02-10',
  document: 'Minutes of the board',
  page: null,
}
const add = (terms: Partial<MeetingTerms>) =>
  post(site.world, newEntryPath('meeting'), {
    terms: { ...TERMS, ...terms },
    reason: 'Agreed',
    by: 'Ann Reed',
  })
const meetings = (page: Page) => page.getByRole('region', { name: 'Meetings', exact: true })

async function fillDay(page: Page, name: string, [day, month, year]: readonly [string, string, string]) {
  const group = page.getByRole('group', { name, exact: true })
  await group.getByLabel('Day', { exact: true }).fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

test('an officer adds a meeting from the page of its plan, and reads there who came and what moved since', async () => {
  const page = await site.openSignedIn(PLAN)
  await meetings(page).getByText('No meeting of its boards is on record.').waitFor()
  await meetings(page).getByRole('link', { name: 'Add a meeting' }).click()
  await page.getByRole('heading', { level: 1, name: 'Add a meeting' }).waitFor()
  expect(await page.getByLabel('Plan that it watches over (optional)').inputValue()).toBe('improvement-2019')
  expect(await page.getByRole('radio', { name: 'Meeting of a board' }).isChecked()).toBe(true)

  await page.getByLabel('Board or committee').fill('Improvement board')
  await fillDay(page, 'Day', ['4', '5', '2026'])
  await page.getByRole('radio', { name: 'Planned' }).check()
  await page.getByRole('button', { name: 'Add an attendee' }).click()
  const first = page.getByRole('group', { name: 'Attendee 1', exact: true })
  await first.getByLabel('Role or organisation').fill('Police')
  await first.getByRole('radio', { name: 'Came', exact: true }).check()
  await page.getByRole('button', { name: 'Add another attendee' }).click()
  const second = page.getByRole('group', { name: 'Attendee 2', exact: true })
  await second.getByLabel('Role or organisation').fill('Health')
  await second.getByRole('radio', { name: 'Sent a deputy' }).check()
  await page.getByLabel('What was agreed (optional)').fill('Training was moved forward.')
  await fillDay(page, 'Stated on', ['10', '5', '2026'])
  await page.getByLabel('Paper', { exact: true }).fill('Minutes of the board')
  await page.getByLabel('Why you add it').fill('The minutes are agreed')
  await page.getByRole('button', { name: 'Add this meeting' }).click()

  await page
    .getByRole('link', { name: 'Who came: has to be empty: it is known only of a meeting that was held' })
    .waitFor()
  await page.getByRole('radio', { name: 'Held' }).check()
  await page.getByRole('button', { name: 'Add this meeting' }).click()

  await page.getByText('The meeting is added.').waitFor()
  const text = await meetings(page).innerText()
  expect(text).toContain('One meeting of its boards is on record: it was held.')
  expect(text).toContain('4 May 2026: Improvement board')
  expect(text).toContain('Training was moved forward.')
  expect(text).toContain('Came: Police. Sent a deputy: Health.')
  const attendance = page.getByRole('table', { name: /^Who came: Improvement board/ })
  expect(await attendance.getByRole('row').allInnerTexts()).toEqual([
    expect.stringMatching(/Role or organisation\s+Attendance/),
    expect.stringMatching(/Police\s+Came to the only meeting that lists it/),
    expect.stringMatching(/Health\s+Sent a deputy to the only meeting that lists it/),
  ])
  await page.getByText('After 4 May 2026, the last meeting of the Improvement board:').waitFor()
  await page.close()
})

describe('with several meetings', () => {
  beforeAll(async () => {
    await add({})
    await add({ on: '2026-03-02', statedOn: '2026-03-02', attendance: [], outcome: null })
    await add({ on: '2026-01-12', state: 'cancelled', attendance: [], outcome: null })
    await add({ on: '2025-12-01', attendance: [], outcome: null })
    await add({ on: '2025-10-06' })
    await add({ on: '2026-12-08', state: 'planned', attendance: [], outcome: null })
    const review = {
      area: SANDWELL,
      kind: 'contract-review',
      plan: null,
      contract: 'sandwell-childrens-trust',
    } as const
    await add({ ...review, on: '2018-02-01' })
    await add({ ...review, on: '2018-05-04', state: 'planned', attendance: [], outcome: null })
    await add({ ...review, kind: 'assurance', body: 'Cabinet', on: '2018-07-18' })
  })

  test('a member sees the next, the last, and the older ones behind a line to open, with no way to change them', async () => {
    const page = await site.open(PLAN)
    const part = meetings(page)
    expect(await part.getByRole('link').count()).toBe(0)
    expect(await part.innerText()).toContain('8 December 2026: Improvement board (planned)')
    const older = part.getByRole('group').filter({ hasText: 'Older meetings' })
    expect(await part.getByText('6 October 2025: Improvement board').isVisible()).toBe(false)
    await older.getByText(/^Older meetings \(\d+\)$/).click()
    await part.getByText('6 October 2025: Improvement board').waitFor()
    await page.close()
  })

  test('the page of a contract shows its reviews, that one is overdue, and what Cabinet was told', async () => {
    const page = await site.open(`/contracts?area=${SANDWELL}`)
    const text = await page.locator('main').innerText()
    expect(text).toContain('2 reviews of this contract are on record: 1 was held and 1 is planned.')
    expect(text).toContain('The review planned for 4 May 2018 has passed; nothing is on record of it.')
    expect(text).toContain('One meeting of Cabinet that is told of this contract is on record: it was held.')
    await page.close()
  })

  describe.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ] as const)('on %s', (_name, size) => {
    test.each([
      ['the page of a plan', PLAN],
      ['the page of a contract', `/contracts?area=${SANDWELL}`],
      ['the form of a meeting', '/registers/meeting/new?plan=improvement-2019&kind=board'],
    ])('%s: no fault that axe knows, and fits the width', async (_screen, path) => {
      const page = await site.openSignedIn(path, size)
      await page.waitForSelector('h1')
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
      })
      expect(await accessibilityFaults(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      await page.close()
    })
  })
})
