import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LAPTOP, openSite, type Site } from '../support/site.ts'
import { draft, HEADING, post } from '../support/uploads.ts'
import { BLACKPOOL } from '../support/world.ts'

/** Where an analyst published a quarter in which three children are counted, and where four are. */
let three: Site
let four: Site

/** A file with one more quarter, in which `few` of 31 ended plans were stepped down. */
async function openPlanted(few: number): Promise<Site> {
  const site = await openSite()
  const { world } = site
  await world.as('Lea Long', { role: 'leader' })
  await world.as('Ann Archer', { role: 'analyst' })
  const row = (indicator: string, part: number, whole: number, value: string) =>
    `2020-21Q4,${indicator},${BLACKPOOL},,${part},${whole},${value},illustrative,`
  const rows = [
    row('cpp-ends-rate', 31, 28278, '11.0'),
    row('cpp-stepdown-pct', few, 31, ((100 * few) / 31).toFixed(1)),
  ]
  const { id } = await draft(world, [HEADING, ...rows].join('\n'), {}, 'Ann Archer')
  const said = { reason: 'As meant', warningsReason: 'So few ended' }
  const { status } = await post(world, `/api/uploads/${id}/publish`, said, 'Ann Archer')
  expect(status).toBe(200)
  return site
}

beforeAll(async () => {
  three = await openPlanted(3)
  four = await openPlanted(4)
}, 60_000)
afterAll(async () => {
  await three.close()
  await four.close()
})
afterEach(() => {
  expect([...three.complaints.splice(0), ...four.complaints.splice(0)]).toEqual([])
})

const OVERVIEW = '/?card=child-protection&by=quarter'
const ALONE = '/indicators/cpp-stepdown-pct?by=quarter&basis=in-period'
const TWELVE_MONTHS = '/indicators/cpp-stepdown-pct?by=quarter'
const COUNT = '/indicators/cpp-stepdown-pct:count?by=quarter&basis=in-period'
const EXCEPTIONS = '/exceptions?card=child-protection&by=quarter'
const QUALITY = '/quality'

/** What three of 31 comes to, and how far it fell from the quarter before and from a year before; as words, data, file. */
const SHARE = /9\.(7|67\d*)\b|68\.[12]\d* percentage|67\.8 percentage|\b3 of 31\b|"numerator":3\b|,3,31,/
/** The same over twelve months, from which one could take the other three quarters away. */
const YEAR = /70\.(6|58\d*)\b|\b216 of 306\b|"numerator":216\b|,216,306,|6\.[39] percentage/
const NUMBER = /\b3 plans|from 107 to 3\b|down 64|down 104|"value":3\b|2021-03-31,3,/

/** The words and the names of a screen, and what a drawing says of itself. */
const said = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const named = [...main.querySelectorAll('[aria-label], [title]')].map(
      (element) => `${element.getAttribute('aria-label')} ${element.getAttribute('title')}`,
    )
    const drawn = [...main.querySelectorAll('svg title, svg desc, svg text')].map((part) => part.textContent)
    return [(main as HTMLElement).innerText, ...named, ...drawn].join('\n')
  })

/** What the server sends when the screen is asked for: its page with the answers that it is drawn from. */
const sent = async (page: Page) => (await page.request.get(page.url())).text()

/** Every file that the screen offers. */
async function files(page: Page): Promise<string> {
  const links = await page
    .locator('main a[download]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const answers = await Promise.all(links.map(async (link) => (await page.request.get(link)).text()))
  return answers.join('\n')
}

/** Each figure that the chart tells to the keyboard, from the first to the last. */
async function toldByKeyboard(page: Page): Promise<string> {
  const chart = page.locator('.recharts-surface')
  await chart.waitFor()
  await chart.focus()
  const cards = []
  for (let pressed = 0; pressed < 25; pressed += 1) {
    await page.keyboard.press('ArrowRight')
    cards.push(await page.locator('.chart-card').innerText())
  }
  return cards.join('\n')
}

const asNobody = (site: Site, path: string) => site.open(path)
const asLeader = (site: Site, path: string) => site.openSignedIn(path, LAPTOP, 'Lea Long')

describe.each([
  ['the overview', OVERVIEW, YEAR],
  ['the measure, each quarter alone', ALONE, SHARE],
  ['the measure over twelve months', TWELVE_MONTHS, YEAR],
  ['the number of children', COUNT, NUMBER],
  ['the exceptions', EXCEPTIONS, YEAR],
] as const)('%s', (_screen, path, giveaway) => {
  test('says and sends nobody what gives a small number away, nor in print and in files', async () => {
    const page = await asNobody(three, path)
    expect(await said(page)).not.toMatch(giveaway)
    expect(await sent(page)).not.toMatch(giveaway)
    expect(await files(page)).not.toMatch(giveaway)
    await page.emulateMedia({ media: 'print' })
    expect(await said(page)).not.toMatch(giveaway)
    await page.close()
  })

  test('says and sends it to a leader, in print and in files too', async () => {
    const page = await asLeader(three, path)
    expect(await said(page)).toMatch(giveaway)
    expect(await sent(page)).toMatch(giveaway)
    expect(await files(page)).toMatch(giveaway)
    await page.emulateMedia({ media: 'print' })
    expect(await said(page)).toMatch(giveaway)
    await page.close()
  })
})

/** A screen as it is drawn, with every stroke of its charts, and as it was sent. */
async function whole(open: typeof asNobody, site: Site, path: string) {
  const page = await open(site, path)
  // The drawing that answers to the pointer takes the place of the plain one.
  await page.locator('.chart:not(:has(.recharts-surface))').waitFor({ state: 'detached' })
  const drawn = { main: await page.locator('main').innerHTML(), sent: await sent(page) }
  await page.close()
  return drawn
}

describe('stroke for stroke and byte for byte', () => {
  test.each([OVERVIEW, ALONE, TWELVE_MONTHS, COUNT, EXCEPTIONS, QUALITY])(
    '%s is to nobody what it would be with four children',
    async (path) => {
      expect(await whole(asNobody, four, path)).toEqual(await whole(asNobody, three, path))
    },
  )

  test.each([OVERVIEW, ALONE, TWELVE_MONTHS, COUNT])('%s is to a leader another', async (path) => {
    const [one, other] = [await whole(asLeader, three, path), await whole(asLeader, four, path)]
    expect(one.main).not.toBe(other.main)
    expect(one.sent).not.toBe(other.sent)
  })
})

test('in the table the quarter says that it is hidden, below it why, and further down what the sign means', async () => {
  const page = await asNobody(three, ALONE)
  const newest = page.getByRole('row', { name: /^January to March 2021/ })
  expect(await newest.getByRole('cell').allInnerTexts()).toEqual(['[c]', 'not given', 'Hidden'])
  await page.getByText('Hidden because so few children are counted that one could be recognised.').waitFor()
  await page.getByText('Symbols: [c] hidden to protect children').waitFor()
  await page.close()

  const leaders = await asLeader(three, ALONE)
  const whole = leaders.getByRole('row', { name: /^January to March 2021/ })
  expect(await whole.getByRole('cell').allInnerTexts()).toEqual(['9.7%', '3 of 31', '◇ Illustrative'])
  await leaders.close()
})

test('the chart tells the keyboard of no quarter after the last that is shown', async () => {
  const page = await asNobody(three, ALONE)
  const told = await toldByKeyboard(page)
  expect(told).not.toMatch(SHARE)
  expect(told).not.toContain('January to March 2021')
  expect(told).toContain('Blackpool 77.9% (67 of 86; illustrative)')
  await page.close()

  const leaders = await asLeader(three, ALONE)
  expect(await toldByKeyboard(leaders)).toMatch(
    /January to March 2021 \(Quarter 4 2020\/21\)\s+Blackpool 9\.7% \(3 of 31; illustrative\)/,
  )
  await leaders.close()
})

test('on the overview the figure is hidden, with the reason, and the small line ends before it', async () => {
  const rowOf = (page: Page) => page.getByRole('row', { name: /^Stepped down from plans/ })
  const points = async (page: Page) =>
    ((await rowOf(page).locator('.sparkline path').getAttribute('d')) ?? '').split('L').length
  const page = await asNobody(three, OVERVIEW)
  expect(await rowOf(page).getByRole('cell').first().innerText()).toMatch(
    /^\[c\]\s+Hidden because so few children are counted that one could be recognised\.$/,
  )
  const shown = await points(page)
  await page.close()

  const leaders = await asLeader(three, OVERVIEW)
  expect(await rowOf(leaders).getByRole('cell').first().innerText()).toMatch(
    /^70\.6%[\s\S]*216 of 306 plans ended/,
  )
  expect(await points(leaders)).toBe(shown + 1)
  await leaders.close()
})

test('the file has the sign, with the reason, in the place of the figure', async () => {
  const page = await asNobody(three, ALONE)
  expect(await files(page)).toMatch(/2021-03-31,c,,,,?.*Hidden because so few children are counted/)
  await page.close()
})
