import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { targetPath } from '../../server/contract/paths.ts'
import { type TargetPageAnswer, targetPageAnswer } from '../../server/contract/target-answers.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { ask, post } from '../support/uploads.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, which is what some of these tests are about.
  expect(site.complaints.splice(0).filter((complaint) => !/status of 4(00|01|09)/.test(complaint))).toEqual(
    [],
  )
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

async function fillDay(page: Page, name: string | RegExp, day: string) {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const group = page.getByRole('group', { name })
  await group.getByLabel('Day', { exact: true }).fill(dayOfMonth)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

/** All that a target of 443 children needs but its baseline. */
async function fillTarget(page: Page) {
  await page.getByLabel('Measure', { exact: true }).selectOption('cla-rate')
  await page.getByRole('radio', { name: /^As a number/ }).check()
  await page.getByLabel('What is aimed at').fill('443 children in care by March 2028')
  await page.getByLabel('Goal', { exact: true }).fill('443')
  await fillDay(page, /^Due/, '2028-3-31')
  await page.getByLabel('Who answers for it').fill('Head of Service')
  await fillDay(page, /^Approved on/, '2026-5-1')
  await page.getByLabel(/^Who approved it/).fill('Cabinet, 1 May 2026')
  await page.getByLabel('Paper', { exact: true }).fill('Council Plan 2026')
  await fillDay(page, 'Stated on', '2026-5-1')
  await page.getByLabel('Why you set it').fill('Agreed by cabinet')
}

async function fillBaseline(page: Page) {
  await page.getByLabel('Baseline (optional)').fill('531')
  await fillDay(page, /^Day of the baseline/, '2025-3-31')
  await page.getByLabel(/^Where the baseline comes from/).fill('Published for 31 March 2025')
}

const TERMS = {
  programme: null,
  indicator: 'cla-rate',
  view: 'count',
  area: 'E06000009',
  title: 'A target of 443 children',
  aim: 'lower',
  basis: 'fixed-value',
  value: 443,
  change: null,
  low: null,
  high: null,
  benchmark: null,
  statedChange: null,
  baseline: { value: 531, on: '2025-03-31', source: 'Published' },
  due: '2028-03-31',
  dueNote: null,
  shape: 'linear',
  milestones: [],
  tolerance: null,
  owner: 'Head of Service',
  setBy: 'local',
  approvedOn: '2026-05-01',
  approval: 'Cabinet',
  rationale: null,
  standard: null,
  reviewOn: null,
  endsOn: null,
  statedOn: '2026-05-01',
  document: 'Council Plan',
  page: null,
}
const pageOf = async (response: Response | Promise<Response>): Promise<TargetPageAnswer> =>
  targetPageAnswer.parse(await (await response).json())
const add = async () =>
  (await pageOf(post(site.world, '/api/targets', { terms: TERMS, reason: 'Agreed', by: 'Ann Reed' }))).target
    .id
const held = (id: string) => pageOf(ask(site.world, targetPath(id)))

describe('the list of targets', () => {
  test('says how many are on the path, and shows those that ran out when asked', async () => {
    const page = await site.openSignedIn('/targets')
    await page
      .getByText(
        'Of 9 targets in force 1 is on the path and 6 are off it; 2 have no data since the path began.',
      )
      .waitFor()
    const care = page.getByRole('row', { name: /^Children in care, per 10,000/ })
    expect(await care.innerText()).toMatch(/184\s+31 March 2025\s+124\.5\s+due 31 March 2026/)
    expect(await care.innerText()).toContain('Red: off the path')
    await page.getByRole('button', { name: /^All, with those that ran out/ }).click()
    await page.getByText('Ran out on 31 March 2020').waitFor()
    expect(page.url()).toContain('all=1')
    await page.close()
  })

  test('is downloaded as what is shown', async () => {
    const page = await site.openSignedIn('/targets?all=1')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV\).*these targets/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('targets_blackpool.csv')
    const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString()
    expect(text).toContain('council-plan-care')
    await page.close()
  })

  test('of a council without targets says so, and its new ones are for that council', async () => {
    const page = await site.openSignedIn('/targets?area=E08000028')
    await page.getByText('No target is held for Sandwell.').waitFor()
    await page.getByRole('link', { name: 'Set a new target' }).click()
    await page.getByText('The target is for Sandwell.').waitFor()
    await page.close()
  })
})

describe('whoever sets a target', () => {
  test('is told what is empty, then what the server has against it, loses nothing, and finds it set', async () => {
    const page = await site.openSignedIn('/targets/new')
    await page.getByRole('button', { name: 'Set this target' }).click()
    await expect.poll(() => focused(page)).toContain('There is a problem')
    const links = page.locator('.govuk-error-summary a')
    expect(await links.allTextContents()).toEqual([
      'Choose the measure',
      'Say what is aimed at',
      'Enter the value aimed at',
      'Enter the role that answers for it',
      'Enter the paper that states it',
      'Enter the day on which it was stated',
      'Say why, in a few words',
    ])
    await page.getByRole('link', { name: 'Enter the value aimed at' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('target-value')

    await fillTarget(page)
    await page.getByRole('button', { name: 'Set this target' }).click()
    const fault = page.getByRole('link', { name: /^Baseline: needs a value and its day/ })
    await fault.waitFor()
    await fault.click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('target-baseline-value')
    expect(await page.locator('#target-baseline-value-error').innerText()).toContain(
      'Needs a value and its day',
    )
    expect(await page.getByLabel('What is aimed at').inputValue()).toBe('443 children in care by March 2028')

    await fillBaseline(page)
    await page.getByRole('button', { name: 'Set this target' }).click()
    await page.getByRole('heading', { level: 1, name: '443 children in care by March 2028' }).waitFor()
    const { terms, history } = await held(page.url().split('/').at(-1) ?? '')
    expect(terms).toMatchObject({ view: 'count', value: 443, due: '2028-03-31', statedOn: '2026-05-01' })
    expect(history[0]).toMatchObject({ madeBy: 'analyst', reason: 'Agreed by cabinet' })
    await page.close()
  })

  test('keeps what was typed for one kind of goal while looking at another', async () => {
    const page = await site.openSignedIn('/targets/new?indicator=cla-rate')
    await page.getByLabel('Goal', { exact: true }).fill('443')
    await page.getByRole('radio', { name: 'To a benchmark' }).check()
    await page.getByRole('radio', { name: 'Frozen: it stays as it was set' }).check()
    await page.getByLabel('Value that it stays at').fill('124.5')
    await page.getByRole('radio', { name: 'Stay within a range' }).check()
    expect(await page.getByRole('radio', { name: 'To a benchmark' }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Lower', exact: true }).check()
    expect(await page.getByLabel('Value that it stays at').inputValue()).toBe('124.5')
    await page.getByRole('radio', { name: 'To a fixed value' }).check()
    expect(await page.getByLabel('Goal', { exact: true }).inputValue()).toBe('443')
    await page.close()
  })

  test('adds milestones and takes them out again, and finds a fault at the one that it is in', async () => {
    const page = await site.openSignedIn('/targets/new')
    await fillTarget(page)
    await fillBaseline(page)
    await page.getByLabel('How the path runs').selectOption('milestones')
    await page.getByRole('button', { name: 'Add a milestone' }).click()
    await page.getByRole('button', { name: 'Add a milestone' }).click()
    await fillDay(page, 'Day of milestone 1', '2026-3-31')
    await page.getByLabel('Value of milestone 1').fill('500')
    await fillDay(page, 'Day of milestone 2', '2027-2-30')
    await page.getByLabel('Value of milestone 2').fill('470')
    await page.getByRole('button', { name: 'Set this target' }).click()
    await page.getByRole('link', { name: 'Milestone 2: is not a day: use 2021-03-31' }).waitFor()
    await page.getByRole('button', { name: 'Take milestone 2 out' }).click()
    await expect.poll(() => focused(page)).toBe('Add a milestone')
    await page.getByRole('button', { name: 'Set this target' }).click()
    await page.getByRole('heading', { level: 1, name: '443 children in care by March 2028' }).waitFor()
    const { terms } = await held(page.url().split('/').at(-1) ?? '')
    expect(terms.milestones).toEqual([{ on: '2026-03-31', value: 500 }])
    await page.close()
  })

  test('whose session has ended is told in the form what the server says, and keeps what is typed', async () => {
    const page = await site.openSignedIn('/targets/new')
    await fillTarget(page)
    await fillBaseline(page)
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Set this target' }).click()
    await page.getByText(/Setting targets and savings needs an account/).waitFor()
    expect(await page.getByLabel('Goal', { exact: true }).inputValue()).toBe('443')
    await page.close()
  })
})

describe('whoever changes a target', () => {
  test('sees the change in words, undoes it, takes the target out and brings it back', async () => {
    const id = await add()
    const page = await site.openSignedIn(`/targets/${id}/change`)
    await page.getByLabel('Goal', { exact: true }).fill('450')
    await page.getByLabel('Why you change it').fill('A year of growth')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByRole('heading', { level: 1, name: 'A target of 443 children', exact: true }).waitFor()
    await page.getByText('The change is saved. This is version 2.').waitFor()
    const versions = page
      .getByRole('region', { name: 'Who set it, and who changed it' })
      .getByRole('listitem')
    expect(await versions.first().textContent()).toMatch(
      /^Changed on \d+ \w+ \d{4} by analyst version 2, which counts nowWhy: A year of growthGoal: from 443 → to 450Approved: 1 May 2026/,
    )

    await page.goto(`${site.url}/targets/${id}/change`)
    const undo = page.getByRole('region', { name: 'Undo the last change' })
    expect(await undo.locator('.app-changed').textContent()).toBe('Goal: from 443 → to 450')
    await undo.getByRole('button').click()
    await page.getByRole('link', { name: 'Say why, in a few words' }).waitFor()
    await undo.getByLabel('Why you undo it').fill('Typed by mistake')
    await undo.getByRole('button').click()
    await page.getByRole('heading', { level: 1, name: 'A target of 443 children', exact: true }).waitFor()
    expect((await held(id)).target).toMatchObject({ version: 3, goal: { value: 443 } })

    await page.goto(`${site.url}/targets/${id}/change`)
    await page.getByLabel('Why you take it out').fill('The plan has ended')
    await page.getByRole('button', { name: 'Take this target out' }).click()
    await page.getByRole('heading', { level: 1, name: 'A target of 443 children', exact: true }).waitFor()
    expect((await held(id)).target.state).toBe('retired')

    await page.goto(`${site.url}/targets/${id}/change`)
    await page.getByText('Bring it back to change what it says.').waitFor()
    expect(await page.getByRole('button', { name: 'Save the change' }).count()).toBe(0)
    await page.getByLabel('Why you bring it back').fill('The plan goes on')
    await page.getByRole('button', { name: 'Bring this target back' }).click()
    await page.getByRole('heading', { level: 1, name: 'A target of 443 children', exact: true }).waitFor()
    expect((await held(id)).target).toMatchObject({ version: 5, state: 'in-force' })
    await page.close()
  })

  test('in nothing is told so', async () => {
    const page = await site.openSignedIn(`/targets/${await add()}/change`)
    await page.getByLabel('Why you change it').fill('For no reason')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Nothing is changed: this is the target as it is.').waitFor()
    await page.close()
  })

  test('is told what somebody else changed meanwhile, and goes on only after seeing it', async () => {
    const id = await add()
    const page = await site.openSignedIn(`/targets/${id}/change`)
    await page.getByLabel('Goal', { exact: true }).fill('400')
    await page.getByLabel('Why you change it').fill('More is possible')
    await site.world.uploads.record({
      register: 'target',
      id,
      body: JSON.stringify({ ...TERMS, owner: 'Director' }),
      retired: false,
      reason: 'The role was renamed',
      madeBy: 'Ben Shah',
      actor: 'account:sam',
      madeAt: '2026-11-21T10:00:00.000Z',
      after: 1,
    })
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Somebody else changed this meanwhile.').waitFor()
    await page.getByText('Ben Shah changed this target while you had it open (version 2):').waitFor()
    expect(await page.locator('.govuk-inset-text .app-changed').textContent()).toBe(
      'Who answers for it: from Head of Service → to Director',
    )
    await page.getByLabel('Who answers for it').fill('Director')
    await page.getByRole('button', { name: 'Go on from version 2' }).click()
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByRole('heading', { level: 1, name: 'A target of 443 children', exact: true }).waitFor()
    expect((await held(id)).terms).toMatchObject({ value: 400, owner: 'Director' })
    await page.close()
  })
})

test('the page of a live target tells on which day its goal moved, and by whose figures', async () => {
  const page = await site.openSignedIn('/targets/mtfs-care')
  const moves = page.getByRole('region', { name: 'How its goal moved' })
  await moves.getByText(/^The goal of this target is live: it is the mean of the similar councils/).waitFor()
  const [row = ''] = await moves.getByRole('row', { name: /^30 November 2025/ }).allTextContents()
  expect(row).toContain('none124.5')
  expect(row).toContain('Published by the demonstration: Children looked after in England, 2025')
  await page.close()
})

test('printed, the list of targets is read without what only works on a screen', async () => {
  const page = await site.openSignedIn('/targets')
  await page.emulateMedia({ media: 'print' })
  const shown = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).length)
  expect(await shown('main button, main select, .app-downloads, .app-links')).toBe(0)
  const sizes = await page
    .locator('main p, main td, main th')
    .evaluateAll((all) =>
      all
        .filter((each) => each.getClientRects().length > 0)
        .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
    )
  // 12 points are 16 pixels.
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
  await page.close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each([
    ['the list of targets', '/targets?all=1'],
    ['the form of a new target', '/targets/new?indicator=cla-rate'],
    ['the form of a change', '/targets/mtfs-care/change'],
    ['the page with its history', '/targets/mtfs-care'],
  ])(
    '%s has no fault that axe knows, fits the width, and has text of 16 pixels or more',
    async (_screen, path) => {
      const page = await site.openSignedIn(path, size)
      await page.waitForSelector('h1')
      expect(await accessibilityFaults(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      const sizes = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'main p, main td, main th, main dd, main label, main legend, main .govuk-hint',
          ),
        ]
          .filter((element) => element.getClientRects().length > 0)
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      )
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
      await page.close()
    },
  )

  test('a form with faults has none that axe knows', async () => {
    const page = await site.openSignedIn('/targets/new', size)
    await page.getByRole('radio', { name: 'To a benchmark' }).check()
    await page.getByRole('radio', { name: 'Percentage points' }).check()
    await page.getByRole('button', { name: 'Set this target' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.close()
  })
})
