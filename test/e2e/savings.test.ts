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

const overflowOf = (page: Awaited<ReturnType<Site['open']>>) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test('the savings have no fault that axe knows and fit the width, with the form open and faulty too', async () => {
    const page = await site.openSignedIn('/savings', size)
    await page.getByRole('heading', { level: 1, name: 'Savings and costs' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Add a saving' }).click()
    await page.getByRole('button', { name: 'Add to the ledger' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.close()
  })
})

describe('the director', () => {
  test('reads how far spending is from its path, as a sentence, a chart and a table', async () => {
    const page = await site.openSignedIn('/savings')
    const lead = page.locator('.app-lead').first()
    expect(await lead.textContent()).toBe(
      'In 2024/25 Blackpool spent £87.9 million on children’s services. The path to 33% less asked for £50.2 million: £37.7 million more was spent.',
    )
    expect(await page.getByText('✕ Red: off the path').isVisible()).toBe(true)
    expect(
      await page.getByRole('img', { name: /^Line chart\. Spending went from £43\.4 million/ }).isVisible(),
    ).toBe(true)
    const row = page.getByRole('table', { name: 'Spending beside the path, in cash' }).getByRole('row', {
      name: /^2024\/25/,
    })
    expect(await row.innerText()).toMatch(/£17,991,942\s+£50,159,354\s+£87,902,719\s+£37\.7 million more/)
    expect(
      await page.getByText('No saving has been entered, and no paper gives one in pounds.').isVisible(),
    ).toBe(true)
    await page.close()
  })

  test('chooses the years that care is compared between, and the address keeps them', async () => {
    const page = await site.openSignedIn('/savings')
    await page.getByText('There were 78 fewer children in care').first().waitFor()
    await page.getByLabel(/^From/).selectOption('2022-23')
    await page.getByText('There were 8 fewer children in care').first().waitFor()
    expect(page.url()).toContain('from=2022-23')
    expect(
      await page.getByRole('img', { name: /^Bar chart, a waterfall\. There were 8 fewer/ }).isVisible(),
    ).toBe(true)
    await page.close()
    const again = await site.openSignedIn('/savings?from=2022-23&to=2023-24')
    expect(await again.getByLabel(/^To/).inputValue()).toBe('2023-24')
    await again.close()
  })

  test('is told whose page it is when another area is chosen', async () => {
    const page = await site.openSignedIn('/savings?area=E08000028&programme=mtfs-2021')
    expect(await page.getByText('This page is about Blackpool, whose strategy it is').isVisible()).toBe(true)
    await page.close()
  })
})

describe('the ledger', () => {
  test('takes a saving, shows its faults at the fields, changes it, undoes that, and takes it out', async () => {
    const page = await site.openSignedIn('/savings')
    await page.getByRole('button', { name: 'Add a saving' }).click()
    expect(await page.locator(':focus').textContent()).toBe('Add a saving')
    await page.getByLabel('What is saved').fill('Fewer places bought from agencies')
    await page.getByLabel('Amount in whole pounds').fill('a lot')
    await page.getByLabel('Kind', { exact: true }).selectOption('cashable')
    await page.getByLabel('How far it has come').selectOption('planned')
    await page.getByLabel('First year in which it counts').selectOption('2024-25')
    await page.getByLabel('Who answers for it').fill('Head of Fostering')
    await page.getByLabel('Why you enter it').fill('Agreed by the board')
    await page.getByRole('button', { name: 'Add to the ledger' }).click()
    await page.getByRole('link', { name: 'Enter whole pounds, such as 250,000' }).click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('£400,000')
    await page.getByRole('button', { name: 'Add to the ledger' }).click()
    await page.getByText('Added to the ledger.').waitFor()
    expect(await page.locator(':focus').textContent()).toBe('Savings ledger')
    expect(
      await page
        .getByText('One saving is in the ledger. Cashable, a year: £0 delivered; £400,000 planned.')
        .count(),
    ).toBe(1)

    await page.getByRole('button', { name: 'Change Fewer places bought from agencies' }).click()
    await page.getByLabel('How far it has come').selectOption('delivered')
    await page.getByLabel('Where it can be checked').fill('Budget line 42')
    await page.getByLabel('Why you change it').fill('Outturn')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Changed. What was there before is in the history.').waitFor()
    expect(await page.locator('.app-lines').textContent()).toContain('● Delivered')
    const delivered = page.getByRole('table', { name: /^What was to be saved, and what the ledger/ })
    expect(await delivered.getByRole('row', { name: /^2024\/25/ }).textContent()).toContain('£400,000')

    await page.getByText('History: 2 entries').click()
    expect(await page.locator('.app-lines').textContent()).toContain('Stage: from planned → to delivered')
    await page.getByRole('button', { name: /^Undo the last change/ }).click()
    await page.getByRole('link', { name: 'Say why' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('Why', { exact: true }).fill('Not yet')
    await page.getByRole('button', { name: /^Undo the last change/ }).click()
    await page.getByText('Undone. The line is what it was before.').waitFor()
    expect(await page.locator('.app-lines').textContent()).toContain('◔ Planned')

    await page.getByLabel('Why', { exact: true }).fill('It was to try it')
    await page.getByRole('button', { name: /^Take this line out/ }).click()
    await page.getByText('Taken out. It counts nowhere any more').waitFor()
    await page.getByText('1 line taken out').click()
    expect(await page.getByText('No saving has been entered').isVisible()).toBe(true)
    await page.close()
  })

  test('shows what somebody else changed meanwhile as a refusal, and keeps what was typed', async () => {
    const terms = {
      programme: 'mtfs-2021',
      component: null,
      title: 'A grant',
      kind: 'one-off',
      stage: 'planned',
      amount: 70_000,
      year: '2025-26',
      owner: 'Head of Service',
      evidence: null,
      illustrative: true,
    }
    const headers = { 'content-type': 'application/json', cookie: await site.world.as() }
    const made = await fetch(`${site.url}/api/savings`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ terms, reason: 'to try it' }),
    })
    const { id } = (await made.json()) as { id: string }
    const page = await site.openSignedIn('/savings', PHONE)
    expect(await page.getByText('Illustrative lines.').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Change A grant' }).click()
    await fetch(`${site.url}/api/savings/${id}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ terms: { ...terms, amount: 1 }, after: 1, reason: 'first' }),
    })
    await page.getByLabel('Amount in whole pounds').fill('90000')
    await page.getByLabel('Why you change it').fill('second')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText(/^Somebody else changed this meanwhile/).waitFor()
    expect(await page.getByLabel('Amount in whole pounds').inputValue()).toBe('90000')
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    // The refusal is an answer of the server, which the browser notes as such.
    expect(site.complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await page.close()
  })
})

test('printed, the text is 12 point or more, and what only works on a screen is gone', async () => {
  const page = await site.openSignedIn('/savings')
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() => {
    const shown = (element: Element) => element.getClientRects().length > 0
    const sizes = [...document.querySelectorAll('main p, main td, main th, main li, main dd, main dt')]
      .filter(shown)
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    return {
      controls: [...document.querySelectorAll('select, button, nav, .app-downloads')].some(shown),
      smallest: Math.min(...sizes),
    }
  })
  expect(found.controls).toBe(false)
  expect(found.smallest).toBeGreaterThanOrEqual(16)
  await page.close()
})
