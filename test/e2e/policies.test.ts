import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  PERMISSIONS,
  powersOf,
  RIGHT_WORDS,
  RIGHTS,
  ROLE_WORDS,
  ROLES,
} from '../../server/domain/permission.ts'
import { addedBy, PERMISSION_WORDS } from '../../server/domain/permission-words.ts'
import { ERASED_NAME } from '../../server/store/people.ts'
import { PASSWORD } from '../support/people.ts'
import { openSite, PHONE, type Site } from '../support/site.ts'

/** What people are told of their data and of safety, and whether the browser agrees. */

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  expect(site.complaints.splice(0)).toEqual([])
})

const POLICIES = [
  ['What is kept about people', 'What this dashboard keeps about people', '/privacy'],
  ['How figures are kept safe', 'How figures are kept safe', '/security'],
  ['Accessibility', 'Accessibility of this dashboard', '/accessibility'],
] as const

test.each(POLICIES)('“%s” is reached from the foot of every screen by the keyboard', async (link, title) => {
  const page = await site.open('/quality?area=E08000028', PHONE)
  await page.getByRole('contentinfo').getByRole('link', { name: link }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  expect(page.url()).toContain('area=E08000028')
  await page.close()
})

test.each(POLICIES)(
  '“%s” is printed in 12 point or more, without what only a screen needs',
  async (_, __, path) => {
    const page = await site.open(path)
    await page.emulateMedia({ media: 'print' })
    const { smallest, links } = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('main p, main li, main dd, main dt, main td, main th')]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
      const links = [...document.querySelectorAll('footer a, nav, button')]
      return {
        smallest: Math.min(...shown),
        links: links.filter((each) => each.getClientRects().length > 0).length,
      }
    })
    // 12 points are 16 pixels.
    expect(smallest).toBeGreaterThanOrEqual(16)
    expect(links).toBe(0)
    await page.close()
  },
)

test('the table of who may do what is the one that the server decides by', async () => {
  const page = await site.open('/security')
  const rows = await page.getByRole('table', { name: 'What each role may do' }).locator('tr').all()
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
  const marks = (given: readonly (readonly string[])[], permission: string) =>
    given.map((permissions) => (permissions.includes(permission) ? '✓ Yes' : '–\nNo'))
  const given = [
    ...ROLES.map((role) => powersOf(role, []).permissions),
    ...RIGHTS.map((right) => addedBy(right).permissions),
  ]
  expect(cells[1]?.slice(1)).toEqual([
    ...ROLES.map((role) => ROLE_WORDS[role].name),
    ...RIGHTS.map((right) => RIGHT_WORDS[right].name),
  ])
  expect(cells.slice(2, -1)).toEqual(
    PERMISSIONS.map((permission) => [PERMISSION_WORDS[permission], ...marks(given, permission)]),
  )
  await page.close()
})

test('what erasing leaves is told by the name that is put there', async () => {
  const page = await site.open('/privacy')
  expect(await page.getByText(`“${ERASED_NAME}”`).count()).toBe(1)
  await page.close()
})

/** What a browser keeps of a visit. */
const keptOf = async (page: Page) => ({
  cookies: (await page.context().cookies()).map(({ name, httpOnly }) => [name, httpOnly]),
  stores: await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage).map((key) => key.replace(/[-_.\d]*$/, '')),
  ]),
})

test('a browser keeps of whoever only reads how far they scrolled, and of others their session', async () => {
  const reader = await site.open('/indicators/cla-rate')
  await reader.getByRole('link', { name: 'Reading guide', exact: true }).click()
  await reader.getByRole('heading', { level: 1, name: 'Reading guide' }).waitFor()
  await reader.goto(`${site.url}/privacy`)
  expect(await keptOf(reader)).toEqual({ cookies: [], stores: ['tsr-scroll-restoration-v'] })

  const page = await site.open('/sign-in')
  await site.world.as('Lea Long', { role: 'leader' })
  await page.getByLabel('Email address').fill('lea.long@council.example')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Lea Long (Leader)' }).waitFor()
  expect((await keptOf(page)).cookies).toEqual([['dashboard.session_token', true]])
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  expect((await keptOf(page)).cookies).toEqual([])
})

test('a password is hidden while it is typed, may be looked at, and may be pasted', async () => {
  const page = await site.open('/sign-in')
  const email = page.getByLabel('Email address')
  const password = page.getByLabel('Password', { exact: true })
  await email.fill(PASSWORD)
  await email.selectText()
  await page.keyboard.press('Control+C')
  await password.focus()
  await page.keyboard.press('Control+V')
  expect(await password.inputValue()).toBe(PASSWORD)
  expect(await password.getAttribute('type')).toBe('password')
  expect(await password.getAttribute('autocomplete')).toBe('current-password')
  await page.getByRole('button', { name: /^Show what is typed/ }).click()
  expect(await password.getAttribute('type')).toBe('text')
  await page.close()
})

test.each(['/', '/indicators/cla-rate', '/account', '/uploads', '/people', '/audit', '/privacy'])(
  '%s has the way out for whoever is signed in',
  async (path) => {
    const page = await site.openSignedIn(path, PHONE)
    expect(await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true)
    await page.close()
  },
)
