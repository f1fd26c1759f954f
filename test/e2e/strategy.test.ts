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

describe('the director', () => {
  test('reads whether the strategy is on its path, then target by target, what is off it first', async () => {
    const page = await site.open('/strategy')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Medium-term financial strategy on a page',
    )
    await page
      .getByText(
        'Of 9 targets in force 1 is on the path and 6 are off it; 2 have no data since the path began.',
      )
      .waitFor()
    const care = page.getByRole('row', { name: /^Children in care/ })
    expect(await care.textContent()).toMatch(/18431 March 2025.*141\.7124\.531 March 2026.*Red: off the path/)
    const cards = page.locator('.app-target')
    expect(await cards.count()).toBe(9)
    expect(await cards.locator('.app-rating').allInnerTexts()).toEqual([
      ...Array(6).fill('✕ Red: off the path'),
      '✓ Green: on the path',
      '… No data yet',
      '… No data',
    ])
    await page.close()
  })

  test('sees on a card how far, how fast, how likely, whether it was ever done, and whose it is', async () => {
    const page = await site.open('/strategy')
    const care = page.locator('.app-target', {
      has: page.getByRole('heading', { name: 'Children in care', exact: true }),
    })
    const text = (await care.textContent()) ?? ''
    expect(text).toContain('Red: 184 is above the 141.7 asked for by its day')
    expect(text).toContain('171 fewer children in care')
    expect(text).toContain('Over the latest 4 years it fell by 7.8 a year on average')
    expect(text).toContain('the chance that the target is met on 31 March 2026 is less than 1 in 100')
    expect(text).toContain('never seen in 722 five-year stretches of 146 councils')
    expect(text).toContain('In force since 26 February 2021.')
    const chart = care.getByRole('img', { name: /^Line chart\. Children in care, per 10,000: from 163/ })
    expect(await chart.isVisible()).toBe(true)
    await page.close()
  })

  test('goes on to a target, to the savings and to what if', async () => {
    const page = await site.open('/strategy?area=E08000028&programme=mtfs-2021')
    const links = await page
      .locator('.app-strategy')
      .getByRole('link', { name: /^(Children in care|Savings and what|What if)/ })
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links).toEqual([
      '/savings?area=E08000028&programme=mtfs-2021',
      '/what-if?area=E08000028',
      '/targets/mtfs-care',
      '/targets/mtfs-care',
    ])
    expect(await page.getByText('This is a programme of Blackpool; it is shown').isVisible()).toBe(true)
    await page.close()
  })

  test('is told of illustrative figures where one is shown, and only there', async () => {
    const page = await site.open('/strategy')
    expect(await page.getByText('Illustrative figures.').isVisible()).toBe(true)
    const row = page.getByRole('row', { name: /^Agency foster placements/ })
    expect(await row.textContent()).toContain('Illustrative')
    const plan = await site.open('/strategy?programme=council-plan-2015')
    await plan.getByText('Ran out on 31 March 2020').first().waitFor()
    expect(await plan.getByText('Illustrative figures.').count()).toBe(0)
    await page.close()
    await plan.close()
  })
})

describe('whoever keeps the plans', () => {
  test('goes from the strategy to the plan that it is, and changes it', async () => {
    const page = await site.openSignedIn('/strategy')
    const to = (name: string) => page.getByRole('link', { name }).getAttribute('href')
    expect(await to('The plan itself, with its actions and history')).toBe('/plans/mtfs-2021')
    await page.getByRole('link', { name: 'Change this strategy' }).click()
    await page.getByRole('heading', { name: 'Change: Medium-term financial strategy' }).waitFor()
    await page.getByLabel('What it is for', { exact: true }).fill('Spend less, and do better.')
    await page.getByLabel('Why you change it').fill('Agreed by cabinet')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('The plan is changed. This is version 2.').waitFor()
    await page.getByText('Spend less, and do better.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/strategy')
    await page.close()
  })

  test('adds an action for a component, which is filled in already', async () => {
    const page = await site.openSignedIn('/strategy')
    const component = page.locator('.app-components > li', { hasText: 'An assessment centre' })
    await component.getByRole('link', { name: /^Add an action/ }).click()
    await page.getByRole('heading', { name: 'Add an action' }).waitFor()
    expect(await page.getByLabel('What it serves in the plan').inputValue()).toBe('assessment-centre')
    await page.close()
  })

  test('is told of an area without a strategy how one is set up', async () => {
    const page = await site.openSignedIn('/strategy?area=E08000028')
    await page.getByText('No strategy of Sandwell is on record.').waitFor()
    const links = page.locator('main ol').getByRole('link')
    expect(await links.allTextContents()).toEqual(expect.arrayContaining(['Add a plan', 'Set a new target']))
    expect(await accessibilityFaults(page)).toEqual([])
    await page.close()
  })
})

test.each(['/strategy?area=E08000028', '/savings?area=E08000028'])(
  'anybody is told at %s that there is none',
  async (path) => {
    const page = await site.open(path, PHONE)
    await page.getByText(/^No strategy of Sandwell .*is on record/).waitFor()
    expect(await page.getByRole('link', { name: 'Add a plan' }).count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.close()
  },
)

test('the choice of a programme is in the address, and going back undoes it', async () => {
  const page = await site.open('/strategy')
  await page.getByRole('link', { name: 'Council Plan 2015 to 2020' }).click()
  await page.getByRole('heading', { name: 'Council Plan 2015 to 2020 on a page' }).waitFor()
  expect(page.url()).toContain('programme=council-plan-2015')
  expect(await page.locator('.app-target').count()).toBe(1)
  await page.goBack()
  await page.getByRole('heading', { name: 'Medium-term financial strategy on a page' }).waitFor()
  await page.close()
})

test('an unknown programme is told with those there are', async () => {
  const page = await site.open('/strategy?programme=mtfs')
  await page.getByText('There is no programme "mtfs"; there are: mtfs-2021, council-plan-2015.').waitFor()
  await page.close()
  // The browser itself reports the 404 that this test is about.
  expect(
    site.complaints.splice(0).filter((complaint) => !/404|no programme|route match/.test(complaint)),
  ).toEqual([])
})

test('the targets come as a file', async () => {
  const page = await site.open('/strategy')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV\).*these targets/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('mtfs-2021_targets.csv')
  await page.close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each(['/strategy', '/strategy?programme=council-plan-2015'])(
    '%s has no fault that axe knows, fits the width, and has charts that can be read',
    async (path) => {
      const page = await site.open(path, size)
      await page.locator('.app-target').first().waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      // The letters of a chart grow and shrink with it.
      const smallest = await page.evaluate(() => {
        const letters = [...document.querySelectorAll('.app-target__chart')].map(
          (chart) => (16 * chart.getBoundingClientRect().width) / 280,
        )
        return Math.min(16, ...letters)
      })
      expect(smallest).toBe(16)
      await page.close()
    },
  )
})

test('printed it takes three sides of A4 at most, in 12 point, with nothing that only works on a screen', async () => {
  const page = await site.open('/strategy')
  const sides = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(sides?.length).toBeLessThanOrEqual(3)
  // As wide as the paper between its margins: what is wider would be printed smaller.
  await page.setViewportSize({ width: 741, height: 1069 })
  await page.emulateMedia({ media: 'print' })
  const faults = await page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0)
    const sizes = seen('main p, main td, main th, main li, main dt, main dd, main text').map((element) =>
      Number.parseFloat(getComputedStyle(element).fontSize),
    )
    return {
      controls: seen('select, button, nav, .app-downloads').length,
      smallest: Math.min(...sizes),
      charts: seen('.app-target__chart').map((chart) => chart.getBoundingClientRect().width),
      wide: document.documentElement.scrollWidth - window.innerWidth,
    }
  })
  expect(faults).toEqual({ controls: 0, smallest: 16, charts: Array(8).fill(280), wide: 0 })
  await page.close()
})

test('the page is drawn from what came with it', async () => {
  const page = await site.open('/guide')
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}/strategy`)
  await page.locator('.app-target').first().waitFor()
  expect(requests.filter((path) => /^\/api\/(strategy|programmes)/.test(path))).toEqual([])
  await page.close()
})
