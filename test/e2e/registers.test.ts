import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { entryPath, newEntryPath, registerPath } from '../../server/contract/paths.ts'
import { type EntryAnswer, entryAnswer, registerAnswer } from '../../server/contract/registers.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { ask, post } from '../support/uploads.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, which is what some of these tests are about.
  expect(
    site.complaints.splice(0).filter((complaint) => !/status of 4(00|01|04|09)/.test(complaint)),
  ).toEqual([])
})

const ACTION = {
  plan: 'improvement-2019',
  reference: null,
  title: 'Train every social worker',
  stage: null,
  recommendation: null,
  owner: 'Principal Social Worker',
  start: null,
  due: '2026-06-30',
  dueText: null,
  state: 'under-way',
  stateText: null,
  progress: 40,
  update: null,
  next: null,
  evidence: null,
  indicators: ['cla-rate'],
  statedOn: '2026-01-01',
  document: 'Minutes of the board',
  page: null,
}
const entryOf = async (response: Response | Promise<Response>): Promise<EntryAnswer> =>
  entryAnswer.parse(await (await response).json())
const add = async () =>
  entryOf(post(site.world, newEntryPath('action'), { terms: ACTION, reason: 'Agreed', by: 'Ann Reed' }))
const held = (id: string) => entryOf(ask(site.world, entryPath('action', id)))
const all = async (register: string) =>
  registerAnswer.parse(await (await ask(site.world, registerPath(register))).json()).entries
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)
const summary = (page: Page) => page.locator('.govuk-error-summary a')
const told = (page: Page) => page.locator('.app-told').textContent()

async function fillDay(page: Page, name: string | RegExp, day: string) {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const group = page.getByRole('group', { name })
  await group.getByLabel('Day', { exact: true }).fill(dayOfMonth)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

test('whoever adds an action is told what is missing, and what it can’t be closed without; then sees and undoes a change', async () => {
  const page = await site.openSignedIn('/registers/action/new?plan=improvement-2019&indicators=cla-rate')
  expect(await page.getByLabel('Plan', { exact: true }).inputValue()).toBe('improvement-2019')
  expect(await page.locator('.app-chosen li > span').allTextContents()).toEqual(['Children in care'])

  await page.getByRole('button', { name: 'Add this action' }).click()
  await expect.poll(() => focused(page)).toContain('There is a problem')
  expect(await summary(page).allTextContents()).toEqual([
    'What is done: has to be filled in',
    'Who does it: has to be filled in',
    'State: has to be chosen',
    'Stated on: has to be filled in',
    'Paper: has to be filled in',
    'Say why, in a few words',
  ])
  await summary(page).nth(2).click()
  expect(await focusedId(page)).toBe('field-state')

  await page.getByLabel('What is done').fill('Train every social worker')
  await page.getByLabel('Who does it').fill('Principal Social Worker')
  await page.getByRole('radio', { name: 'Done' }).check()
  await fillDay(page, 'Stated on', '2026-1-1')
  await page.getByLabel('Paper', { exact: true }).fill('Minutes of the board')
  await page.getByLabel('Why you add it').fill('Agreed by the board')
  await page.getByRole('button', { name: 'Add this action' }).click()

  await page.getByRole('link', { name: /^Evidence: is needed to close an action/ }).waitFor()
  await expect.poll(() => focused(page)).toContain('There is a problem')
  const evidence = page.getByLabel('Evidence (optional)')
  expect(await evidence.getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('#field-evidence-error').textContent()).toMatch(/Is needed to close an action/)
  expect(await page.getByLabel('What is done').inputValue()).toBe('Train every social worker')
  await evidence.fill('Minutes of May, item 4')
  await page.getByRole('button', { name: 'Add this action' }).click()

  await page.getByRole('heading', { level: 1, name: 'Train every social worker' }).waitFor()
  expect(await told(page)).toBe('The action is added.')
  expect(await page.locator('.app-entry-words').innerText()).toMatch(
    /Measures that it bears on\s+Children in care/,
  )

  await page.getByRole('link', { name: 'Change this action' }).click()
  await page.getByLabel('Who does it').fill('Head of Service')
  await page.getByRole('button', { name: /Take out.*Children in care/ }).click()
  expect(await focusedId(page)).toBe('field-indicators')
  await page.getByLabel('Why you change it').fill('The role has changed')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await page.getByText('The action is changed. This is version 2.').waitFor()
  const versions = page
    .getByRole('region', { name: 'Who added it, and who changed it' })
    .getByRole('listitem')
  expect(await versions.filter({ hasText: 'version 2' }).first().textContent()).toMatch(
    /^Changed on \d+ \w+ \d{4} by analyst version 2, as it is nowWhy: The role has changedWho does it: from Principal Social Worker → to Head of ServiceMeasures that it bears on: from Children in care → to nothing$/,
  )

  await page.getByRole('link', { name: 'Change this action' }).click()
  await page.getByLabel('Why you undo it').fill('Changed by mistake')
  await page.getByRole('button', { name: 'Undo the last change' }).click()
  await page.getByText('The action is changed. This is version 3.').waitFor()
  await page.getByText('It puts back what version 1 said.').waitFor()
  await page.close()
})

test('a decision is recorded by the keyboard alone', async () => {
  const page = await site.openSignedIn('/registers/decision/new')
  const press = async (...keys: string[]) => {
    await keys.reduce(async (before, key) => {
      await before
      await page.keyboard.press(key)
    }, Promise.resolve())
  }
  const type = async (text: string) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await page.getByLabel('Area', { exact: true }).last().focus()
  await type('EX12/2026')
  await type('5')
  await type('3')
  await type('2026')
  await type('Cabinet')
  await type('A second children’s home')
  await type('Approved')
  await type('Minutes of cabinet')
  await press('Tab', 'Tab')
  expect(await focusedId(page)).toBe('save-reason')
  await press('Tab', 'Enter')
  await expect.poll(() => focused(page)).toContain('Say why, in a few words')
  await press('Tab', 'Enter')
  expect(await focusedId(page)).toBe('save-reason')
  await page.keyboard.type('Decided today')
  await press('Tab', 'Enter')
  await page.getByRole('heading', { level: 1, name: 'A second children’s home' }).waitFor()
  await expect.poll(() => focused(page)).toBe('A second children’s home')
  expect(
    (await all('decision')).find(({ title }) => title === 'A second children’s home')?.terms,
  ).toMatchObject({
    reference: 'EX12/2026',
    on: '2026-03-05',
    maker: 'Cabinet',
    outcome: 'Approved',
    page: null,
  })
  await page.close()
})

test('from the foot of any page a reader comes to a register, its file, an entry and what that is linked with', async () => {
  const page = await site.openSignedIn('/')
  await page.getByRole('link', { name: /^Registers: what people enter/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Registers' }).waitFor()
  const actions = page.locator('.app-register').filter({
    has: page.getByRole('heading', { level: 2, name: 'Actions', exact: true }),
  })
  expect(await actions.innerText()).toMatch(/What is done for a plan[\s\S]*\d+ entries\. Last changed on/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    actions.getByRole('link', { name: 'Download: Actions' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('register_action.csv')

  await actions.getByRole('link', { name: 'All entries of: Actions' }).click()
  await page.getByRole('heading', { level: 1, name: 'Actions' }).waitFor()
  await page.getByRole('link', { name: 'Put in place what improvement over the long term needs' }).click()
  const links = page.getByRole('region', { name: 'What it is linked with' })
  await links.waitFor()
  expect((await links.getByRole('listitem').allTextContents())[0]).toBe(
    'Plan: Improvement plan for children’s services',
  )
  await links.getByRole('link', { name: 'Improvement plan for children’s services' }).click()
  await page.getByRole('heading', { level: 1, name: 'Improvement plan for children’s services' }).waitFor()
  await links
    .getByRole('listitem')
    .filter({ hasText: 'Action: Put in place what improvement over the long term needs' })
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: 'The action with its measures' }).click()
  await page.waitForURL('**/actions/**')
  await page.close()
})

test('what was taken out is found in its register, apart, and a new entry leads back there', async () => {
  const { id, version } = await add()
  await post(site.world, `${entryPath('action', id)}/retire`, { after: version, reason: 'Entered twice' })
  const page = await site.openSignedIn('/registers/action')
  const apart = page.getByRole('region', { name: 'Taken out' })
  await apart.getByRole('link', { name: 'Train every social worker' }).first().waitFor()
  expect(await apart.locator(`a[href*="${id}"]`).count()).toBe(1)
  await page.getByRole('link', { name: 'Add an action' }).click()
  await page.getByRole('link', { name: 'Back to where you came from' }).click()
  await page.getByRole('heading', { level: 1, name: 'Actions' }).waitFor()
  await page.close()
})

test('each register leads to the screen on which its entries are read', async () => {
  const page = await site.openSignedIn('/registers')
  const read = async (register: string, screen: string) => {
    await page
      .locator('.app-register')
      .filter({ has: page.getByRole('heading', { level: 2, name: register, exact: true }) })
      .getByRole('link', { name: screen })
      .click()
  }
  await read('Questions of members', 'Scrutiny: members’ questions')
  await page.getByRole('heading', { level: 1, name: 'Scrutiny: members’ questions' }).waitFor()
  await page.goBack()
  await read('Savings', 'Add a saving')
  await page.getByRole('button', { name: 'Add a saving' }).waitFor()
  await page.goBack()
  await read('Targets', 'Add a target')
  await page.getByRole('heading', { level: 1, name: 'Set a new target' }).waitFor()
  await page.close()
})

describe('the form', () => {
  test('takes rows and lines, says at which of them something is wrong, and takes them out again', async () => {
    const page = await site.openSignedIn('/registers/plan/new')
    await page.getByLabel('What kind of plan').selectOption('Annual work plan')
    await page.getByLabel('Name', { exact: true }).fill('A plan of two stages')
    await page.getByLabel('What it is for').fill('To improve')
    await page.getByRole('button', { name: 'Add a stage' }).click()
    await expect.poll(() => focusedId(page)).toBe('field-stages-0-name')
    await page.getByRole('button', { name: 'Add another stage' }).click()
    const second = page.getByRole('group', { name: 'Stage 2' })
    await second.getByLabel('Name').fill('Second')
    await second.getByLabel('Short id').fill('second')
    await fillDay(page, 'Stated on', '2026-1-1')
    await page.getByLabel('Paper', { exact: true }).fill('A paper')
    await page.getByLabel('Why you add it').fill('Agreed')
    await page.getByRole('button', { name: 'Add this plan' }).click()
    expect(await summary(page).allTextContents()).toEqual([
      'Stage 1, Name: has to be filled in',
      'Stage 1, Short id: has to be filled in',
    ])
    await page.getByRole('button', { name: 'Take stage 1 out' }).click()
    await expect.poll(() => focused(page)).toBe('Add another stage')
    await second.waitFor({ state: 'detached' })

    const first = page.getByRole('group', { name: 'Stage 1' })
    await first.getByRole('group', { name: /^From/ }).getByLabel('Day').fill('31')
    await first.getByRole('group', { name: /^From/ }).getByLabel('Month').fill('2')
    await first.getByRole('group', { name: /^From/ }).getByLabel('Year').fill('2026')
    await page.getByRole('button', { name: 'Add a note' }).click()
    await page.getByLabel('Note 1').fill('It began late')
    await page.getByRole('button', { name: 'Add this plan' }).click()
    await page.getByRole('link', { name: 'Stage 1, From: is not a day: use 2019-06-14' }).click()
    expect(await focusedId(page)).toBe('field-stages-0-from')
    await first.getByRole('group', { name: /^From/ }).getByLabel('Day').fill('28')
    await page.getByRole('button', { name: 'Add this plan' }).click()
    await page.getByRole('heading', { level: 1, name: 'A plan of two stages' }).waitFor()
    expect((await all('plan')).find(({ title }) => title === 'A plan of two stages')?.terms).toMatchObject({
      kind: 'annual',
      stages: [{ id: 'second', name: 'Second', from: '2026-02-28', to: null, text: null }],
      notes: ['It began late'],
    })
    await page.close()
  })

  test('folds away what few need, and opens it where something is in it or wrong with it', async () => {
    const page = await site.openSignedIn('/registers/plan/new')
    const review = page.locator('details', { hasText: 'Only for a review' })
    await review.waitFor()
    expect(await page.locator('form details[open]').count()).toBe(0)
    await review.locator('summary').focus()
    await page.keyboard.press('Enter')
    await review.getByRole('button', { name: 'Add a part' }).click()
    await expect.poll(() => focusedId(page)).toBe('field-parts-0-name')
    await review.locator('summary').click()
    await expect.poll(() => page.locator('form details[open]').count()).toBe(0)
    await page.getByRole('button', { name: 'Add this plan' }).click()
    await expect.poll(() => review.getAttribute('open')).toBe('')

    await review.locator('summary').click()
    await expect.poll(() => review.getAttribute('open')).toBeNull()
    await summary(page).filter({ hasText: 'Part 1, Name: has to be filled in' }).click()
    expect(await focusedId(page)).toBe('field-parts-0-name')
    expect(await page.locator('form details[open]').count()).toBe(1)

    await page.goto(`${site.url}/registers/plan/mapping-review-2017/change`)
    await review.waitFor()
    expect(await page.locator('form details[open] > summary').allTextContents()).toEqual([
      'Only for a review',
    ])
    expect(await page.getByLabel('Weeks planned (optional)').isVisible()).toBe(true)
    await page.close()
  })

  test('offers the stages of the plan that is chosen, and keeps what was chosen of another', async () => {
    const page = await site.openSignedIn('/registers/action/new?plan=improvement-2019')
    const stage = page.getByLabel('Stage (optional)')
    await stage.selectOption('Strategic')
    const offered = () => stage.locator('option').allTextContents()
    expect(await offered()).toEqual(['None', 'Operational', 'Strategic'])
    await page.getByLabel('Plan', { exact: true }).selectOption('mapping-review-2017')
    await expect.poll(offered).toEqual(['None', 'Mapping', 'Reporting', 'strategic (not one of these)'])
    expect(await stage.inputValue()).toBe('strategic')
    await page.getByLabel('Plan', { exact: true }).selectOption('improvement-2019')
    await expect.poll(offered).toEqual(['None', 'Operational', 'Strategic'])
    expect(await stage.inputValue()).toBe('strategic')
    await page.close()
  })

  test('ticks boxes, which are told in words', async () => {
    const page = await site.openSignedIn('/registers/checklist/new?title=Placements')
    expect(await page.getByLabel(/^How: /).count()).toBe(0)
    await page.getByLabel('What would be looked at').fill('Where children are placed')
    await page.getByLabel('There is public interest in it', { exact: true }).check()
    await page.getByLabel('Completed by').fill('Chair of the committee')
    await fillDay(page, 'Date', '2026-1-1')
    await page.getByLabel('Why you add it').fill('Asked for')
    await page.getByRole('button', { name: 'Add this topic' }).click()
    const how = page.getByLabel('How: there is public interest in it')
    const needed = /^How: there is public interest in it: is needed where the answer is yes/
    await summary(page).filter({ hasText: needed }).click()
    expect(await how.evaluate((field) => field === document.activeElement)).toBe(true)
    await how.fill('Three petitions in a year')
    await page.getByRole('button', { name: 'Add this topic' }).click()
    await page.getByRole('heading', { level: 1, name: 'Placements' }).waitFor()
    const words = await page.locator('.app-entry-words').innerText()
    expect(words).toMatch(/There is public interest in it\s+yes/)
    expect(words).toMatch(/There were complaints or bad press\s+no/)
    await page.close()
  })

  test('adds a measure from the list of those that are not chosen', async () => {
    const { id } = await add()
    const page = await site.openSignedIn(`/registers/action/${id}/change`)
    const list = page.getByLabel('Another measure')
    expect(await list.locator('option[value="cla-rate"]').count()).toBe(0)
    await list.selectOption('cpp-rate')
    await page.getByRole('button', { name: 'Add this measure' }).click()
    await page.getByLabel('Why you change it').fill('It bears on both')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('The action is changed. This is version 2.').waitFor()
    expect((await held(id)).terms.indicators).toEqual(['cla-rate', 'cpp-rate'])
    await page.close()
  })

  test('takes measures in a row, says at which of them something is wrong, and shows them again', async () => {
    const page = await site.openSignedIn('/registers/plan/new')
    await page.getByLabel('What kind of plan').selectOption('Improvement plan')
    await page.getByLabel('Name', { exact: true }).fill('A plan with a part')
    await page.getByLabel('What it is for').fill('To improve')
    await page.getByRole('button', { name: 'Add a part of the plan' }).click()
    await expect.poll(() => focusedId(page)).toBe('field-strands-0-kind')
    const part = page.getByRole('group', { name: 'Part of the plan 1' })
    await part.getByLabel('What it is').selectOption('Priority')
    await part.getByLabel('Short id').fill('early-help')
    await part.getByLabel('Name').fill('Help families early')
    const choose = async (measure: string) => {
      const list = part.locator('#field-strands-0-indicators')
      await list.focus()
      await list.selectOption(measure)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await choose('cla-rate')
    await choose('cpp-rate')
    expect(await part.locator('.app-chosen li > span').allTextContents()).toEqual([
      'Children in care',
      'Child protection plans',
    ])
    await part.getByRole('button', { name: /Take out.*Children in care/ }).focus()
    await page.keyboard.press('Enter')
    expect(await focusedId(page)).toBe('field-strands-0-indicators')

    await fillDay(page, 'Stated on', '2026-1-1')
    await page.getByLabel('Paper', { exact: true }).fill('A paper')
    await page.getByLabel('Why you add it').fill('Agreed')
    const withUnknown = async (route: Route) => {
      const body = route.request().postData()?.replace('"cpp-rate"', '"cpp-rates"') ?? ''
      await route.continue({ postData: body })
    }
    await page.route('**/api/registers/plan', withUnknown)
    await page.getByRole('button', { name: 'Add this plan' }).click()
    await summary(page)
      .filter({ hasText: /^Part of the plan 1, Measures that it bears on: is no/ })
      .click()
    expect(await focusedId(page)).toBe('field-strands-0-indicators')
    expect(await page.locator('#field-strands-0-indicators-error').textContent()).toMatch(/Is no measure/)
    await page.unroute('**/api/registers/plan')
    await page.getByRole('button', { name: 'Add this plan' }).click()
    await page.getByRole('heading', { level: 1, name: 'A plan with a part' }).waitFor()
    expect(await page.locator('.app-entry-words').innerText()).toMatch(
      /Help families early; Measures that it bears on: Child protection plans/,
    )

    await page.getByRole('link', { name: 'Change this plan' }).click()
    await part.waitFor()
    expect(await part.locator('.app-chosen li > span').allTextContents()).toEqual(['Child protection plans'])
    await choose('cla-rate')
    await page.getByLabel('Why you change it').fill('It bears on both')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('The plan is changed. This is version 2.').waitFor()
    expect((await all('plan')).find(({ title }) => title === 'A plan with a part')?.terms.strands).toEqual([
      expect.objectContaining({ id: 'early-help', indicators: ['cpp-rate', 'cla-rate'] }),
    ])
    await page.close()
  })

  test('of a register that there is not says which there are', async () => {
    const page = await site.openSignedIn('/registers/actions/new')
    await page.getByText('There is no register "actions"; there are: plan, action,').waitFor()
    expect(site.complaints.splice(0).join()).toContain('There is no register "actions"')
    await page.close()
  })
})

describe('after saving, the reader goes on', () => {
  const change = async (page: Page) => {
    await page.getByLabel('Who does it').fill('Head of Service')
    await page.getByLabel('Why you change it').fill('The role has changed')
    await page.getByRole('button', { name: 'Save the change' }).click()
  }

  test('to where the address says, if that is a place of the dashboard', async () => {
    const { id } = await add()
    const page = await site.openSignedIn(
      `/registers/action/${id}/change?back=${encodeURIComponent('/targets?indicator=cla-rate&all=1')}`,
    )
    await change(page)
    await page.getByRole('heading', { level: 1, name: 'Targets' }).waitFor()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      '/targets?indicator=cla-rate&all=1',
    )
    expect(await told(page)).toBe('The action is changed. This is version 2.')
    await page.close()
  })

  test.each([['//elsewhere.example/'], ['https://elsewhere.example/'], ['/\\elsewhere.example']])(
    'to the entry where the address says %s',
    async (back) => {
      const { id } = await add()
      const page = await site.openSignedIn(`/registers/action/${id}/change?back=${encodeURIComponent(back)}`)
      expect(await page.getByRole('link', { name: 'Back to where you came from' }).count()).toBe(0)
      await change(page)
      await page.getByText('The action is changed. This is version 2.').waitFor()
      expect(page.url()).toContain(`${site.url}/registers/action/${id}`)
      await page.close()
    },
  )
})

describe('an entry', () => {
  test('is taken out, says so, and is brought back', async () => {
    const { id } = await add()
    const page = await site.openSignedIn(`/registers/action/${id}/change`)
    await page.getByRole('button', { name: 'Take it out' }).click()
    await page.getByRole('link', { name: 'Say why, in a few words' }).waitFor()
    await page.getByLabel('Why you take it out').fill('Entered twice')
    await page.getByRole('button', { name: 'Take it out' }).click()
    await page.getByText('The action is taken out. It can be brought back. This is version 2.').waitFor()
    await page.getByText(/^Taken out on .* by analyst: Entered twice$/).waitFor()

    await page.getByRole('link', { name: 'Bring it back' }).click()
    await page.getByText('It was taken out. Bring it back to change what it says.').waitFor()
    expect(await page.getByRole('button', { name: 'Save the change' }).count()).toBe(0)
    await page.getByLabel('Why you bring it back').fill('It was the only one')
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await page.getByText('The action is brought back. This is version 3.').waitFor()
    expect((await held(id)).retired).toBe(false)
    await page.close()
  })

  test('changed in nothing is told so', async () => {
    const page = await site.openSignedIn(`/registers/action/${(await add()).id}/change`)
    await page.getByLabel('Why you change it').fill('For no reason')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Nothing is changed: this is the action as it is.').waitFor()
    await page.close()
  })

  test('that somebody else changed meanwhile says how, and goes on only after that is seen', async () => {
    const { id } = await add()
    const page = await site.openSignedIn(`/registers/action/${id}/change`)
    await page.getByLabel('Progress in per cent (optional)').fill('80%')
    await page.getByLabel('Why you change it').fill('Two more teams are trained')
    await site.world.uploads.record({
      register: 'action',
      id,
      body: JSON.stringify({ ...ACTION, owner: 'Director' }),
      retired: false,
      reason: 'The role was renamed',
      madeBy: 'Ben Shah',
      actor: 'account:sam',
      madeAt: '2026-11-21T10:00:00.000Z',
      after: 1,
    })
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Somebody else changed this meanwhile.').waitFor()
    await page.getByText('Ben Shah changed this while you had it open (version 2):').waitFor()
    expect(await page.locator('.govuk-inset-text .app-changed').textContent()).toBe(
      'Who does it: from Principal Social Worker → to Director',
    )
    await page.getByLabel('Who does it').fill('Director')
    await page.getByRole('button', { name: 'Go on from version 2' }).click()
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('The action is changed. This is version 3.').waitFor()
    expect((await held(id)).terms).toMatchObject({ progress: 80, owner: 'Director' })
    await page.close()
  })

  test('changed after the session has ended is told what the server says of that, and nothing typed is lost', async () => {
    const page = await site.openSignedIn(`/registers/action/${(await add()).id}/change`)
    await page.getByLabel('Who does it').fill('Head of Service')
    await page.getByLabel('Why you change it').fill('The role has changed')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Changing plans and registers needs an account.').waitFor()
    expect(await page.getByLabel('Who does it').inputValue()).toBe('Head of Service')
    await page.close()
  })

  test('printed, is read without what only works on a screen', async () => {
    const page = await site.openSignedIn('/registers/plan/improvement-2019')
    await page.emulateMedia({ media: 'print' })
    const shown = await page
      .locator('main button, .app-downloads, .app-links')
      .evaluateAll((found) => found.filter((each) => each.getClientRects().length > 0).length)
    expect(shown).toBe(0)
    const sizes = await page
      .locator('main p, main dt, main dd')
      .evaluateAll((found) =>
        found
          .filter((each) => each.getClientRects().length > 0)
          .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
      )
    // 12 points are 16 pixels.
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
    await page.close()
  })
})

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  const sound = async (page: Page) => {
    expect(await accessibilityFaults(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const sizes = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'main p, main li, main dt, main dd, main label, main legend, main .govuk-hint',
        ),
      ]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
  }

  test.each([
    ['the list of registers', '/registers'],
    ['the entries of a register', '/registers/event'],
    ['the page of an entry', '/registers/recommendation/ofsted-summaries'],
    ['the page of a plan', '/registers/plan/improvement-2019'],
    ['the form of a new topic', '/registers/checklist/new'],
    ['the form of a new question', '/registers/question/new?indicator=cla-rate&period=2025-26Q1'],
    ['the form of a contract', '/registers/contract/sandwell-childrens-trust/change'],
    ['the form of a plan, folded', '/registers/plan/new'],
    ['the form of a review', '/registers/plan/mapping-review-2017/change'],
    ['the form of a plan with parts', '/registers/plan/mtfs-2021/change'],
    ['the form of a change', '/registers/event/blackpool-child-protection-2012/change'],
  ])(
    '%s has no fault that axe knows, fits the width, and has text of 16 pixels or more',
    async (_screen, path) => {
      const page = await site.openSignedIn(path, size)
      await page.waitForSelector('h1')
      await sound(page)
      await page.close()
    },
  )

  test('a form with rows and faults has none either', async () => {
    const page = await site.openSignedIn('/registers/contract/new', size)
    await page.getByRole('button', { name: 'Add a measure' }).click()
    await page.getByRole('button', { name: 'Add a note' }).click()
    await page.getByRole('button', { name: 'Add this contract' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await sound(page)
    await page.close()
  })
})
