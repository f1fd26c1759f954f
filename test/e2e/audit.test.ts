import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { RegisterAnswer } from '../../server/contract/registers.ts'
import { recordEvent } from '../../server/store/audit.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { ask, draft, HEADING, post } from '../support/uploads.ts'
import { SANDWELL } from '../support/world.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

const ADA = 'Ada Admin'
const open = (path = '/audit', size = LAPTOP) => site.openSignedIn(path, size, ADA)
const chain = (page: Page) => page.getByRole('region', { name: 'Whether the record is whole' })
const rows = (page: Page) => page.locator('.app-audit__table tbody tr')

test('what somebody changes is on record, and can be followed to what it was done to', async () => {
  const register = (await (await ask(site.world, '/api/registers/action')).json()) as RegisterAnswer
  const [action] = register.entries
  const retire = { after: action?.version, reason: 'Done in May' }
  await post(site.world, `/api/registers/action/${action?.id}/retire`, retire)
  const page = await open()
  await chain(page)
    .getByText(/^✓ The record is whole\. All \d+ records follow on/)
    .waitFor()
  const row = rows(page).filter({ hasText: 'took an entry out' }).first()
  expect(await row.innerText()).toContain('Done in May')
  await row.locator('summary').click()
  expect(await row.locator('.app-audit__changed').innerText()).toMatch(
    /^Taken out:\s+from\s+no →\s+to\s+yes$/,
  )
  await row.getByRole('link', { name: /^All records of this/ }).click()
  await page.getByText(/^1 record about an action: /).waitFor()
  expect(await rows(page).count()).toBe(1)
  await page.getByRole('link', { name: 'Show all again' }).click()
  await page.getByText(/^\d+ records\.$/).waitFor()
  await row.getByRole('link', { name: /^an action: / }).click()
  await page.getByText('Done in May').first().waitFor()
})

test('a file that is published is on record under who did it, and leads to the file', async () => {
  const { id } = await draft(
    site.world,
    `${HEADING}\n2025-26Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,\n`,
  )
  await post(site.world, `/api/uploads/${id}/publish`, { reason: 'Complete' })
  const page = await open()
  await page.getByLabel('What was done').selectOption({ label: 'Published a file' })
  await page.getByText('1 record of who published a file.').waitFor()
  await page.getByLabel('Who did it').selectOption({ label: ADA })
  await page.getByText(`No record of who published a file, of what was done by ${ADA}.`).waitFor()
  await page.getByLabel('Who did it').selectOption({ label: 'analyst' })
  await rows(page).first().getByRole('link', { name: 'return.csv', exact: true }).click()
  await page.waitForURL(`**/uploads/${id}`)
})

test('older records are a page away, and the days can be chosen', async () => {
  const event = { actor: 'command-line', about: null, before: null, after: null, why: null }
  const signOuts = Array.from({ length: 60 }, (_, i) => `2026-04-01T10:${String(i).padStart(2, '0')}:00.000Z`)
  for (const at of signOuts) await recordEvent(site.world.db, { ...event, at, action: 'sign-out' })
  const page = await open('/audit?action=sign-out')
  expect(await rows(page).count()).toBe(50)
  await page.getByRole('link', { name: 'Older records' }).click()
  await page.waitForURL(/before=\d+/)
  await expect.poll(() => rows(page).count()).toBe(10)
  await page.getByRole('link', { name: 'Newest records' }).click()
  await expect.poll(() => rows(page).count()).toBe(50)
  await page.getByLabel('From day').fill('2026-04-02')
  await page.getByRole('button', { name: 'Show these days' }).click()
  await page.getByText('No record of who signed out, since 2 April 2026.').waitFor()
})

test('whoever may not read it is told so', async () => {
  await site.world.as('Vera Viewer', { role: 'viewer' })
  const page = await site.openSignedIn('/audit', LAPTOP, 'Vera Viewer')
  await page.getByText('Your account does not allow reading the record of changes.').waitFor()
  site.complaints.splice(0)
})

test.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
])('it can be read by everybody on %s', async (_where, size) => {
  const page = await open('/audit?action=demonstration-loaded', size)
  await chain(page)
    .getByText(/The record is whole/)
    .waitFor()
  await chain(page).locator('summary').click()
  await rows(page).locator('summary').first().click()
  expect(await accessibilityFaults(page)).toEqual([])
  const table = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)
  expect(table).toBeLessThanOrEqual(0)
})

test('on paper everything that changed is told', async () => {
  const page = await open('/audit?action=demonstration-loaded')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.app-audit__changed').first().isVisible()).toBe(true)
  expect(await page.getByLabel('Who did it').isVisible()).toBe(false)
})
