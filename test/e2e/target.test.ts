import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { insertVersion } from '../../server/store/entries.ts'
import { findTarget } from '../../server/views/targets/target-register.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

const CARE = '/targets/mtfs-care'

describe('whoever opens a target', () => {
  test('reads first where it stands, the reason and the rule, and then what it is about', async () => {
    const page = await site.openSignedIn(CARE)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Fall to the average of similar authorities in five years: 47% less',
    )
    const status = page.locator('.app-target-status')
    expect(await status.textContent()).toContain(
      'Red: off the path 184 is above the 141.7 asked for by its day, and above the amber limit of 148.8.',
    )
    expect(await status.textContent()).toContain('amber up to 5% above it (the usual tolerance), red beyond.')
    expect(await page.locator('.app-lead').textContent()).toContain(
      '184 for every 10,000 children; the path asked',
    )
    await page.close()
  })

  test('is told what ordinary variation alone would make of it, where that can be told', async () => {
    const page = await site.openSignedIn('/targets/mtfs-plans')
    const status = page.locator('.app-target-status')
    await status.getByText('By ordinary variation: will be missed.').waitFor()
    expect(await status.textContent()).toContain(
      'If nothing changes, it will be missed: the goal of 65.6 lies below all of the range',
    )
    await status.locator('summary').click()
    await status.getByText(/2\.66 times the average step from one to the next/).waitFor()
    await page.goto(`${site.url}${CARE}`)
    await status.waitFor()
    expect(await status.textContent()).not.toContain('By ordinary variation')
    await page.close()
  })

  test('sees figures, path, limit, fan and similar councils, each labelled where it ends', async () => {
    const page = await site.openSignedIn(CARE)
    const texts = await page.locator('.chart svg text').allTextContents()
    expect(texts).toEqual(
      expect.arrayContaining([
        'Blackpool 184',
        'Similar councils 124.5',
        'Path to 124.5',
        'Amber limit 130.7',
        'If change continues 187',
      ]),
    )
    expect(await page.locator('.chart-key').textContent()).toContain(
      'where four in five are expected, if recent change continues',
    )
    await page.close()
  })

  test('has what was asked for on each day in the card of the figure', async () => {
    const page = await site.openSignedIn(CARE)
    await page.locator('.recharts-surface').first().waitFor()
    const place = await page.locator('.chart svg').first().boundingBox()
    await page.mouse.move((place?.x ?? 0) + (place?.width ?? 0) * 0.37, (place?.y ?? 0) + 200)
    await page.locator('.chart-card').waitFor()
    expect(await page.locator('.chart-card').textContent()).toMatch(
      /31 March 2021.*Blackpool 215 \(609 of 28,278; asked for by then: 210\.7\).*Similar councils 133\.2/,
    )
    await page.close()
  })

  test('finds the chart as a table, with the rating of each figure by its own day', async () => {
    const page = await site.openSignedIn(CARE)
    const rows = page.locator('.app-target-table tbody tr')
    expect(await rows.count()).toBe(11)
    expect(await rows.nth(1).innerText()).toMatch(
      /31 March 2025\s+184\s+141\.7\s+124\.5\s+✕ Red: off the path/,
    )
    expect(await rows.nth(5).innerText()).toMatch(/31 March 2021\s+215\s+210\.7\s+133\.2\s+▲ Amber/)
    expect(await rows.nth(6).innerText()).toContain('Not rated: before the path began')
    await page.close()
  })

  test('is told how far, how fast, where it is heading, and whether that was ever done', async () => {
    const page = await site.openSignedIn(CARE)
    const part = (name: string) => page.getByRole('region', { name })
    expect(await part('How far, how fast').textContent()).toContain('which is 171 fewer children in care')
    expect(await part('If recent change continues').first().textContent()).toContain(
      'the chance that the target is met on 31 March 2026 is less than 1 in 100',
    )
    await page.getByText('A fall of 47% was never seen in 722 five-year stretches of 146 councils.').waitFor()
    expect(await part('Has it been done?').textContent()).toContain(
      'Blackpool itself went as far in 0 of its 5 five-year stretches.',
    )
    expect(await part('What was set').textContent()).toContain('List of 2021: 130.1 on 31 March 2025')
    await page.close()
  })

  test('can open how each statement is worked out', async () => {
    const page = await site.openSignedIn(CARE)
    await page.getByText('A fall of 47% was never seen').waitFor()
    const worked = page.getByText('How this is worked out')
    expect(await worked.count()).toBe(4)
    await worked.nth(2).click()
    await page.getByText('it would have been 39.5 per 10,000 off on average').waitFor()
    await page.close()
  })

  test('goes on to the measure, the strategy and the form', async () => {
    const page = await site.openSignedIn(`${CARE}?area=E06000009`)
    const to = (name: string) =>
      page.locator('.app-target-links').getByRole('link', { name }).getAttribute('href')
    expect(await to('All about this measure')).toBe('/indicators/cla-rate?area=E06000009')
    expect(await to('Medium-term financial strategy')).toBe('/strategy?area=E06000009&programme=mtfs-2021')
    expect(await to('Change this target')).toBe('/targets/mtfs-care/change?area=E06000009')
    await page.close()
  })

  test('is told of illustrative figures, and why there is no chance', async () => {
    const page = await site.openSignedIn('/targets/mtfs-ifa')
    expect(await page.getByText('Illustrative figures.').isVisible()).toBe(true)
    expect(await page.getByText('more than five years after the newest figure').isVisible()).toBe(true)
    await page.getByText('nobody can say whether it has been done').waitFor()
    await page.close()
  })

  test('of which nothing is held sees words instead of an empty chart', async () => {
    const page = await site.openSignedIn('/targets/mtfs-reinvested')
    expect(await page.locator('.chart').count()).toBe(0)
    expect(await page.locator('.app-empty').textContent()).toContain('a chart appears here')
    await page.close()
  })
})

test('the path of an earlier version is drawn beside the newest, and the address keeps it', async () => {
  const { terms } = await findTarget(site.world.db, 'mtfs-plans')
  await insertVersion(site.world.db, {
    register: 'target',
    id: 'mtfs-plans',
    version: 2,
    body: JSON.stringify({ ...terms, basis: 'fixed-value', value: 60, benchmark: null }),
    retired: false,
    reason: 'a goal that stays where it is',
    madeBy: 'test',
    madeAt: '2026-11-21T09:00:00.000Z',
  })
  const page = await site.openSignedIn('/targets/mtfs-plans?version=1')
  await page.locator('.chart').getByText('Path of version 1 65.6', { exact: true }).waitFor()
  expect(await page.locator('.chart').getByText('Path to 60.0', { exact: true }).count()).toBe(1)
  await page.close()
})

test('a measure’s own chart has the path of its target', async () => {
  const page = await site.openSignedIn('/indicators/cla-rate')
  await page.locator('.chart').getByText('Path to 124.5', { exact: true }).waitFor()
  await page.close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a small phone', PHONE],
])('on %s', (_, size) => {
  test.each([CARE, '/targets/mtfs-ifa', '/targets/council-plan-care'])(
    '%s is accessible and fits',
    async (path) => {
      const page = await site.openSignedIn(path, size)
      await page.getByRole('heading', { name: 'Has it been done?' }).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
      await page.close()
    },
  )
})
