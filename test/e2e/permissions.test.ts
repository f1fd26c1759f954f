import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '../../server/auth/people.ts'
import { PASSWORD } from '../support/people.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { draft, HEADING, post } from '../support/uploads.ts'
import { BLACKPOOL } from '../support/world.ts'

const PEOPLE = {
  viewer: ['Vic Vance', { role: 'viewer' }],
  leader: ['Lea Long', { role: 'leader' }],
  analyst: ['Ann Archer', { role: 'analyst' }],
} as const satisfies Record<string, readonly [name: string, grant: Partial<Grant>]>

/** What every sort of reader is offered to do. */
type Offers = Record<'nobody' | keyof typeof PEOPLE, readonly string[]>

const QUESTION = {
  area: BLACKPOOL,
  indicator: 'cla-rate',
  period: null,
  question: 'Why does it rise?',
  askedBy: 'Member of the committee',
  askedOn: '2017-03-01',
  meeting: '2017-03-09',
  answer: null,
  answeredBy: null,
  answeredOn: null,
  carriedTo: null,
  closed: false,
}
const COMMENTARY = {
  area: BLACKPOOL,
  indicator: 'cla-rate',
  period: '2024-25',
  text: 'More children came into care.',
  cause: null,
  action: null,
  owner: null,
  recoveryOn: null,
  by: 'Head of service',
}
const SAVING = {
  programme: 'mtfs-2021',
  component: 'fostering',
  title: 'Fewer places bought from agencies',
  kind: 'cashable',
  stage: 'planned',
  amount: 400_000,
  year: '2023-24',
  owner: 'Head of Fostering',
  evidence: null,
  illustrative: false,
}

let site: Site
let pages: Record<keyof Offers, Page>
let released: string
beforeAll(async () => {
  site = await openSite()
  const { world } = site
  await Promise.all(Object.values(PEOPLE).map(([name, grant]) => world.as(name, grant)))
  await post(world, '/api/registers/question', { terms: QUESTION, reason: 'For the meeting' })
  await post(world, '/api/registers/commentary', { terms: COMMENTARY, reason: 'For the report' })
  await post(world, '/api/savings', { terms: SAVING, reason: 'Board of May' })
  const { id } = await draft(world, `${HEADING}\n2020-21Q3,plo-children,${BLACKPOOL},,66,,,illustrative,\n`)
  await post(world, `/api/uploads/${id}/publish`, { reason: 'Looked at', warningsReason: 'It is so' })
  released = `/uploads/${id}`
  pages = {
    nobody: await site.open('/guide'),
    viewer: await site.openSignedIn('/guide', LAPTOP, PEOPLE.viewer[0]),
    leader: await site.openSignedIn('/guide', LAPTOP, PEOPLE.leader[0]),
    analyst: await site.openSignedIn('/guide', LAPTOP, PEOPLE.analyst[0]),
  }
}, 60_000)
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, which is what some of these tests are about.
  expect(site.complaints.splice(0).filter((complaint) => !/status of 40[013]/.test(complaint))).toEqual([])
})

/** Links to forms and to what needs an account, and the buttons that send something: what they say, each once. */
const OFFERS = [
  'a[href^="/"][href*="/new"]',
  'a[href^="/"][href*="/change"]',
  'a[href^="/sign-in"]',
  'a[href^="/uploads/"]',
  'a[href^="/api/uploads/"]',
  'button.govuk-button:not(.app-controls button, [aria-expanded])',
]
  .map((each) => `main ${each}`)
  .join(', ')

const offered = (page: Page) =>
  page.locator(OFFERS).evaluateAll((elements) => [
    ...new Set(
      elements.map((element) => {
        const copy = element.cloneNode(true) as Element
        for (const hidden of copy.querySelectorAll('.govuk-visually-hidden')) hidden.remove()
        return copy.textContent.trim()
      }),
    ),
  ])

/** Opens a screen, and waits until what stands last on it is drawn. */
async function open(page: Page, path: string, last: string) {
  await page.goto(site.url + path)
  await page.getByText(last).first().waitFor()
  return offered(page)
}

async function signIn(page: Page, email: string) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const NOTHING: Offers = { nobody: [], viewer: [], leader: [], analyst: [] }
/** Leaders and analysts keep the registers. */
const toBoth = (...words: readonly string[]) => ({ leader: words, analyst: words })
const forBoth = (...words: readonly string[]): Offers => ({ ...NOTHING, ...toBoth(...words) })
const forLeaders = (...words: readonly string[]): Offers => ({ ...NOTHING, leader: words })

const SCREENS: readonly (readonly [screen: string, path: string, last: string, offers: Offers])[] = [
  ['the overview', '/', 'Download this page', NOTHING],
  ['the list of measures', '/indicators', 'Weekly placement cost', NOTHING],
  ['a strategy', '/strategy', 'Download these targets', forBoth('Change this strategy', 'Add an action')],
  ['the targets', '/targets', 'Download these targets', forLeaders('Set a new target')],
  ['a target', '/targets/mtfs-care', 'Who set it', forLeaders('Change this target')],
  [
    'the savings',
    '/savings',
    'Download this page',
    forLeaders('Change', 'Take this line out', 'Add a saving'),
  ],
  ['the tracker', '/scrutiny', 'Download the tracker', forBoth('Update', 'Add a recommendation')],
  [
    'the work plan',
    '/scrutiny?tab=workplan',
    'Where no lead is named',
    forBoth('Change', 'Add an item to the work plan'),
  ],
  [
    'the questions',
    '/scrutiny?tab=questions&on=2017-03-20',
    'These are the measures of',
    {
      nobody: ['Sign in to ask a question'],
      viewer: ['Ask a question', 'Ask this'],
      ...toBoth('Ask a question', 'Carry to the meeting on 27 April 2017', 'Answer or carry on', 'Ask this'),
    },
  ],
  ['the decisions', '/scrutiny?tab=decisions', 'decisions are held', forBoth('Change', 'Add a decision')],
  [
    'the topics',
    '/scrutiny?tab=topics',
    'our own reading',
    {
      nobody: ['Sign in to put a topic forward'],
      viewer: ['Put a topic forward'],
      ...toBoth('Put a topic forward'),
    },
  ],
  ['the plans', '/plans', 'Due days in your own calendar', forBoth('Add a plan')],
  [
    'a plan',
    '/plans/mapping-review-2017',
    'Due days in your own calendar',
    forBoth('Add an action', 'Change this plan', 'Add a meeting'),
  ],
  ['an action', '/actions/developments-high-cost-placements', 'History', forBoth('Change this action')],
  [
    'the contracts',
    '/contracts?area=E08000028',
    'To bear in mind',
    forBoth('Add a review', 'Add a report to Cabinet', 'Change this contract', 'Add a contract'),
  ],
  [
    'the exceptions',
    '/exceptions?by=financial-year',
    'Download this list',
    {
      nobody: ['Sign in to ask a question'],
      viewer: ['Ask a question'],
      ...toBoth(
        'Write a commentary',
        'Add an action',
        'Ask a question',
        'Change it',
        'Write another commentary',
      ),
    },
  ],
  [
    'a register of questions',
    '/registers/question',
    'Download the whole register',
    { nobody: [], viewer: ['Add a question'], ...toBoth('Add a question') },
  ],
  ['a register of actions', '/registers/action', 'Download the whole register', forBoth('Add an action')],
  [
    'an entry',
    '/registers/action/developments-high-cost-placements',
    'Download the whole register',
    forBoth('Change this action'),
  ],
]

describe('what nobody, a viewer, a leader and an analyst are offered', () => {
  test.each(SCREENS)('on %s', async (_screen, path, last, offers) => {
    expect({
      nobody: await open(pages.nobody, path, last),
      viewer: await open(pages.viewer, path, last),
      leader: await open(pages.leader, path, last),
      analyst: await open(pages.analyst, path, last),
    }).toEqual(offers)
  })

  test('on a measure', async () => {
    const followed = async (page: Page) => {
      await page.goto(`${site.url}/indicators/cla-rate`)
      await page.locator('.app-followed').scrollIntoViewIfNeeded()
      await page.getByText('More children came into care.').waitFor()
      await page.getByText('Why does it rise?', { exact: true }).waitFor()
      return offered(page)
    }
    expect({
      nobody: await followed(pages.nobody),
      viewer: await followed(pages.viewer),
      leader: await followed(pages.leader),
      analyst: await followed(pages.analyst),
    }).toEqual({
      nobody: ['Sign in to ask a question'],
      viewer: ['Ask a question about this measure'],
      ...toBoth(
        'Change it',
        'Write a commentary on this measure',
        'Answer or carry on',
        'Ask a question about this measure',
      ),
    })
  })

  test('of a file that was published: its name where one sees small numbers, its page where one sees uploads', async () => {
    const title = 'Quarterly return, Quarter 3 2020/21'
    const links = (page: Page) => page.locator('main a[href*="/uploads/"]')
    await site.world.as('Rob Reed', { role: 'viewer', rights: ['restricted'] })
    const rob = await site.openSignedIn('/quality', LAPTOP, 'Rob Reed')
    await rob.locator('#warnings').getByText(title).waitFor()
    await rob.locator('#releases').getByText(title).waitFor()
    expect(await links(rob).count()).toBe(0)
    await open(
      pages.nobody,
      '/quality',
      'Who accepted which warnings, and why, is not in the public edition.',
    )
    expect(await links(pages.nobody).count()).toBe(0)
    await open(pages.leader, '/quality', 'accepted by analyst')
    expect(
      await links(pages.leader).evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
    ).toEqual([released, `/api${released}/file`, released])
    await rob.close()
  })

  test('among the registers: to add to each what one may add', async () => {
    const added = async (page: Page) => {
      await open(page, '/registers', 'Topics for scrutiny')
      return page.locator('.app-links').getByRole('link', { name: /^Add / }).allTextContents()
    }
    const kept = [
      'Add a plan',
      'Add an action',
      'Add a recommendation',
      'Add an item of the work plan',
      'Add an event',
      'Add a decision',
      'Add a contract',
      'Add a meeting',
      'Add a question',
      'Add a commentary',
      'Add a topic',
    ]
    expect(await added(pages.nobody)).toEqual([])
    expect(await added(pages.viewer)).toEqual(['Add a question', 'Add a topic'])
    expect(await added(pages.leader)).toEqual(['Add a target', 'Add a saving', ...kept])
    expect(await added(pages.analyst)).toEqual(kept)
  })
})

test('a viewer asks a question, and finds it where it was asked', async () => {
  const { viewer: page } = pages
  await open(page, '/scrutiny?tab=questions', 'These are the measures of')
  await page
    .getByRole('link', { name: /^Ask this\s*: Since 31 March 2020 the figure for children in care/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Add a question' }).waitFor()
  await page.getByLabel('Asked by').fill('Member for Claremont')
  await page.getByLabel('Why you add it').fill('For the meeting')
  await page.getByRole('button', { name: 'Add this question' }).click()
  await page.getByText('The question is added.').waitFor()
  const card = page.getByRole('listitem').filter({ hasText: 'Member for Claremont' })
  expect(await card.innerText()).toContain('Since 31 March 2020 the figure for children in care has moved')
  expect(await card.getByRole('link').allTextContents()).toEqual(['Children in care'])
  expect(await card.getByRole('button').count()).toBe(0)
})

describe('a form that is opened by its address', () => {
  test('leads nobody to sign in, and back to the form, which works', async () => {
    const page = await site.open('/targets/new?indicator=cla-rate&area=E08000028')
    await page.getByRole('heading', { level: 1, name: 'Set a new target' }).waitFor()
    expect(await page.getByRole('form').count()).toBe(0)
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, 'lea.long@council.example')
    await page.getByText('The target is for Sandwell.').waitFor()
    expect(page.url()).toBe(`${site.url}/targets/new?indicator=cla-rate&area=E08000028`)
    await page.getByRole('button', { name: 'Set this target' }).click()
    await page.getByRole('link', { name: 'Say what is aimed at' }).waitFor()
    await page.close()
  })

  test.each([
    ['viewer', '/targets/new', 'Set a new target'],
    ['analyst', '/targets/new', 'Set a new target'],
    ['viewer', '/targets/mtfs-care/change', /^Change: Fall to the average/],
    ['analyst', '/targets/mtfs-care/change', /^Change: Fall to the average/],
    ['viewer', '/registers/action/new', 'Add an action'],
    ['viewer', '/registers/action/developments-high-cost-placements/change', /^Change: /],
  ] as const)('tells the %s of %s that it is for others', async (role, path, heading) => {
    await open(pages[role], path, 'this is for others')
    const main = pages[role].getByRole('main')
    await main.getByRole('heading', { level: 1, name: heading }).waitFor()
    expect(await main.getByRole('form').count()).toBe(0)
    expect(await main.getByRole('button').count()).toBe(0)
  })

  test.each([
    ['viewer', '/registers/question/new', 'Add a question'],
    ['viewer', '/registers/checklist/new', 'Add a topic'],
    ['analyst', '/registers/action/new', 'Add an action'],
    ['leader', '/targets/mtfs-care/change', 'Change this target'],
  ] as const)('opens for the %s at %s', async (role, path, form) => {
    await pages[role].goto(site.url + path)
    await pages[role].getByRole('form', { name: form }).waitFor()
  })

  test('stays open where the session ends meanwhile: nothing that was typed is lost, and the server says what to do', async () => {
    await site.world.as('Kit Kay', { role: 'viewer' })
    const page = await site.openSignedIn('/registers/question/new', LAPTOP, 'Kit Kay')
    await page.getByLabel('Measure', { exact: true }).selectOption('cla-rate')
    await page.getByLabel('Question', { exact: true }).fill('How long does it take?')
    await page.getByLabel('Asked by').fill('Member')
    await page.getByLabel('Why you add it').fill('For the meeting')
    const day = page.getByRole('group', { name: 'Asked on' })
    await day.getByLabel('Day', { exact: true }).fill('1')
    await day.getByLabel('Month').fill('11')
    await day.getByLabel('Year').fill('2026')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Add this question' }).click()
    await page
      .getByText('Asking a question needs an account. Sign in, and go on where you were.')
      .first()
      .waitFor()
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
    expect(await page.getByLabel('Question', { exact: true }).inputValue()).toBe('How long does it take?')
    await page.close()
  })

  test.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ] as const)('on %s it has no fault that axe knows, nor is it too wide', async (_name, size) => {
    const page = await site.open('/targets/new', size)
    await page.getByText('Reading the public edition needs no account.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    await page.close()
  })
})
