import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSite, PHONE, type Site } from '../support/site.ts'
import { rowsOf } from '../support/workbook.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

describe('the councillor', () => {
  test('opens the dashboard and reads what moved away from its aim first', async () => {
    const page = await site.open('/')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Medium-term financial strategy: performance on a page',
    )
    const groups = await page.locator('.app-scorecard__group').allInnerTexts()
    expect(groups).toEqual([
      'Worth asking about: moved away from the aim (5)',
      'Other measures (2)',
      'No figure for this period (2)',
    ])
    const care = page.getByRole('row', { name: /^Children in care / })
    expect(await care.textContent()).toMatch(
      /184 per 10,000 children31 March 2025, 19 months ago531 of 28,923/,
    )
    await page.close()
  })

  test('goes from the overview to a measure and reads its sentence, chart and table', async () => {
    const page = await site.open('/')
    await page.getByRole('link', { name: 'Children in care', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Children in care rose from 182 to 184 per 10,000' }).waitFor()
    expect(await page.title()).toBe(
      "Children in care rose from 182 to 184 per 10,000 – Children's services performance",
    )
    expect(await page.getByText('Matching similar councils would mean 171 fewer').isVisible()).toBe(true)
    expect(
      await page
        .getByRole('img', { name: /^Line chart/ })
        .or(page.locator('.recharts-surface'))
        .count(),
    ).toBeGreaterThan(0)
    const newest = page.locator('.app-table tbody tr').first()
    expect(await newest.textContent()).toMatch(
      /31 March 2025184531 of 28,923141\.7 ✕ Red: off the path124\.59067/,
    )
    await page.close()
  })

  test('finds the slip of the council paper told as such', async () => {
    const page = await site.open('/indicators/cla-rate')
    const slip = page.locator('.app-facts li', { hasText: '31 March 2017:' })
    expect(await slip.textContent()).toMatch(/163 per 10,000 \? Doubted/)
    expect(await slip.textContent()).toContain(
      "Our check: 163 is the Department for Education's rate at 31 March 2016",
    )
    await page.close()
  })

  test('sees what the target of 443 children would have taken from 520, and how rarely that was done', async () => {
    const page = await site.open('/indicators/cla-rate:count')
    const aim = page.locator('.app-facts li', { hasText: '443 children in care' }).first()
    await aim.getByText('9.6 fewer children in care every quarter, from 520 to 443').waitFor()
    expect(await aim.textContent()).toContain(
      'A fall of 14.8% was done by few: in 14 of 1,269 one-year stretches of 141 councils (1.1%).',
    )
    const strategy = page.locator('.app-facts li', { hasText: '47% less' }).first()
    await strategy
      .getByText('A fall of 47% was never seen in 722 five-year stretches of 146 councils.')
      .waitFor()
    await page.close()
  })

  test('is told of illustrative figures before and in the table', async () => {
    const page = await site.open('/indicators/cla-rate?by=quarter')
    expect(await page.getByText('Illustrative figures.').isVisible()).toBe(true)
    expect(await page.locator('.app-table tbody tr').nth(1).textContent()).toContain('Illustrative')
    await page.close()
  })

  test('sees the same place among similar councils as a chart and as a sentence', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.getByText('is the highest of 11 among similar councils (2025 model)').waitFor()
    const bars = page.locator('.app-bars tbody tr')
    expect(await bars.count()).toBe(11)
    expect(await bars.first().textContent()).toMatch(/Blackpool184place 11/)
    await page.close()
  })
})

describe('the address holds the view', () => {
  test('what is chosen is in the address, and the address restores it', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.getByRole('button', { name: 'By quarter' }).click()
    await page.getByRole('heading', { name: /^Children in care fell from/ }).waitFor()
    await page.getByRole('checkbox', { name: 'Region' }).uncheck()
    await page.getByLabel('Similar councils are').selectOption('2021')
    await page.waitForURL(/neighbours=2021/)
    const address = page.url()
    expect(address).toContain('by=quarter')
    expect(address).toContain('compare=neighbours,england')
    await page.close()

    const again = await site.open(address.replace(site.url, ''))
    expect(await again.getByRole('checkbox', { name: 'Region' }).isChecked()).toBe(false)
    expect(await again.getByRole('button', { name: 'By quarter' }).getAttribute('aria-pressed')).toBe('true')
    expect(await again.getByLabel('Similar councils are').inputValue()).toBe('2021')
    await again.close()
  })

  test('the chosen area goes along from screen to screen', async () => {
    const page = await site.open('/')
    await page.getByLabel(/^Area/).selectOption({ label: 'Sandwell' })
    await page.getByText('None of these measures has a good direction.').waitFor()
    await page.getByRole('link', { name: 'Children in care', exact: true }).last().click()
    await page.getByRole('heading', { name: /^Children in care (rose|fell|stayed)/ }).waitFor()
    expect(page.url()).toContain('area=E08000028')
    expect(await page.getByLabel(/^Area/).inputValue()).toBe('E08000028')
    await page.close()
  })

  test('going back brings back what was there', async () => {
    const page = await site.open('/')
    await page.getByRole('button', { name: 'Quarterly return' }).click()
    await page.getByText('Illustrative figures.').waitFor()
    await page.goBack()
    await page.getByText('Illustrative figures.').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Published years' }).getAttribute('aria-pressed')).toBe(
      'true',
    )
    await page.close()
  })
})

describe('the chart', () => {
  test('compares with another area, chosen anywhere in England', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.getByLabel(/^Another area/).selectOption({ label: 'Sandwell' })
    await page.locator('.chart-text', { hasText: 'Sandwell 92' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Sandwell' }).count()).toBe(1)
    await page.close()
  })

  test('answers to the arrow keys with the figures of a day', async () => {
    const page = await site.open('/indicators/cla-rate')
    const chart = page.locator('.recharts-surface')
    await chart.waitFor()
    await chart.focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.chart-card').waitFor()
    expect(await page.locator('.chart-card').textContent()).toMatch(/31 March 201\d/)
    await page.close()
  })

  test('stays while the next one is fetched', async () => {
    const page = await site.open('/indicators/cla-rate')
    await page.route('**/api/indicators/cla-rate/series*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      await route.continue()
    })
    await page.getByRole('button', { name: 'By quarter' }).click()
    await page.waitForTimeout(300)
    expect(await page.locator('.chart svg').first().isVisible()).toBe(true)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('rose from 182 to 184')
    await page.getByRole('heading', { name: /^Children in care fell from/ }).waitFor()
    await page.close()
  })

  test('is downloaded as exactly what is shown', async () => {
    const page = await site.open('/indicators/cla-rate?by=quarter&compare=england')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV\).*these figures/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('cla-rate_blackpool_quarter.csv')
    const text = await (await download.createReadStream()).toArray()
    const csv = Buffer.concat(text).toString()
    expect(csv).toContain('own,E06000009,Blackpool,2020-21Q3')
    expect(csv).toContain('england,E92000001,England')
    expect(csv).not.toContain('neighbours,')
    await page.close()
  })

  test('is downloaded as an Excel workbook, too', async () => {
    const page = await site.open('/indicators/cla-rate?by=quarter&compare=england')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download these figures as an Excel workbook (XLSX)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('cla-rate_blackpool_quarter.xlsx')
    const rows = await rowsOf(Buffer.concat(await (await download.createReadStream()).toArray()))
    expect(rows[0]?.slice(0, 2)).toEqual(['indicator_id', 'indicator_name'])
    expect(rows.map((row) => row.slice(4, 8).join())).toContain('own,E06000009,Blackpool,2020-21Q3')
    await page.close()
  })

  test('has a table that the keyboard can move where it is wider than the screen', async () => {
    const page = await site.open('/indicators/cla-rate', PHONE)
    await page.getByRole('link', { name: /^Download these figures/ }).focus()
    await page.keyboard.press('ArrowRight')
    await expect
      .poll(() =>
        page
          .locator('.app-scroll')
          .first()
          .evaluate((box) => box.scrollLeft),
      )
      .toBeGreaterThan(0)
    await page.close()
  })
})

describe('what goes wrong is told', () => {
  test('an unknown measure says so and shows the way on', async () => {
    const page = await site.open('/indicators/cla-rates')
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    expect(await page.getByText('did you mean "cla-rate"?').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'See all measures' }).click()
    await page.getByRole('heading', { name: 'All measures' }).waitFor()
    await page.close()
    // The browser itself reports the 404 that this test is about.
    expect(
      site.complaints.splice(0).filter((complaint) => !/404|no indicator|route match/.test(complaint)),
    ).toEqual([])
  })

  test('a server that is gone is told in plain words, and asked again on request', async () => {
    const page = await site.open('/')
    await page.route('**/api/**', (route) => route.abort('connectionrefused'))
    await page.getByRole('link', { name: 'Workforce' }).click()
    await page.getByRole('heading', { name: 'The dashboard could not be reached' }).waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: /^Workforce/ }).waitFor()
    await page.close()
    expect(
      site.complaints
        .splice(0)
        .filter((complaint) => !/REFUSED|failed|reached|route match|connection/.test(complaint)),
    ).toEqual([])
  })
})

test('on another screen the heading has the focus, so that a screen reader says where one is', async () => {
  const page = await site.open('/')
  await page.getByRole('link', { name: 'Reading guide' }).click()
  await page.getByRole('heading', { name: 'Reading guide' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  await page.close()
})

test('the keyboard goes from the first tab past the header to the content', async () => {
  const page = await site.open('/', PHONE)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to main content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.close()
})

test('the first chart comes with the page: no second request stands between', async () => {
  const page = await site.open('about:blank'.replace('about:blank', '/guide'))
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}/indicators/cla-rate`)
  await page.locator('.chart svg').first().waitFor()
  const beforeChart = requests.filter((path) => path.startsWith('/api/') && path.includes('/series'))
  expect(beforeChart).toEqual([])
  await page.waitForLoadState('networkidle')
  expect(requests.length).toBeLessThanOrEqual(12)
  await page.close()
})
