import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { personActionPath, personPath } from '../../server/contract/paths.ts'
import { personNamed, send } from '../support/accounts.ts'
import { turnOn } from '../support/second-step.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, which is what some of these tests are about.
  expect(
    site.complaints.splice(0).filter((complaint) => !/status of 4(00|01|03|04|09)/.test(complaint)),
  ).toEqual([])
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')
const summary = (page: Page) => page.locator('.govuk-error-summary a')
const told = (page: Page) => page.locator('.app-told').textContent()
const accounts = (page: Page) => page.getByRole('table', { name: /Everybody who has an account/ })
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('an administrator', () => {
  test('invites somebody by the keyboard alone, and whoever opens the link joins', async () => {
    const page = await site.openSignedIn('/people/invite')
    await page.getByLabel('Name').focus()
    await press(page, 'Enter')
    await expect.poll(() => focused(page)).toContain('There is a problem')
    expect(await summary(page).allTextContents()).toEqual([
      'Write the person’s name',
      'Write the person’s email address',
      'Choose a role',
    ])
    await press(page, 'Tab', 'Enter')
    expect(await focusedId(page)).toBe('invite-name')
    await page.keyboard.type('Jo Bloggs')
    await press(page, 'Tab')
    await page.keyboard.type('jo.bloggs@council.example')
    await press(page, 'Tab', 'Space', 'ArrowDown')
    expect(await focusedId(page)).toBe('invite-role-leader')
    await press(page, 'Tab', 'Space', 'Enter')

    await expect.poll(() => focused(page)).toBe('The link for Jo Bloggs')
    const link = page.getByLabel('Link', { exact: true })
    const address = await link.inputValue()
    expect(address).toMatch(new RegExp(`^${site.url}/join/[\\w-]{32}$`))
    await press(page, 'Tab', 'Tab')
    expect(await focused(page)).toBe('Copy')
    await press(page, 'Enter')
    await expect.poll(() => page.locator('.app-once__told').textContent()).toMatch(/Copied|copy it yourself/)

    const theirs = await site.open(address.slice(site.url.length))
    await theirs.getByLabel('Password', { exact: true }).fill('gravel-otter-lantern')
    await theirs.getByRole('button', { name: 'Join' }).click()
    await theirs.getByText('Jo Bloggs').first().waitFor()

    await page.getByRole('link', { name: 'All people' }).click()
    const row = accounts(page).getByRole('row', { name: /Jo Bloggs/ })
    expect(await row.innerText()).toMatch(
      /jo\.bloggs@council\.example[\s\S]*Active[\s\S]*Leader\s+and Approver/,
    )
    await page.getByText('Nobody is invited just now.').waitFor()
    await page.context().close()
    await theirs.context().close()
  })

  test('is told why an invitation is refused, beside what was typed, and can take one back', async () => {
    const page = await site.openSignedIn('/people/invite')
    await page.getByLabel('Name').fill('ANALYST')
    await page.getByLabel('Email address').fill('zed@council.example')
    await page.getByRole('radio', { name: /^Viewer/ }).check()
    await page.getByRole('radio', { name: 'Only the measures of some themes' }).check()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('link', { name: 'Choose at least one theme, or all of them' }).click()
    expect(await focusedId(page)).toBe('invite-themes')
    await page.getByRole('checkbox', { name: 'Workforce' }).check()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('link', { name: /^Somebody else here is called ANALYST/ }).waitFor()
    await expect.poll(() => focused(page)).toContain('There is a problem')
    expect(await page.getByLabel('Email address').inputValue()).toBe('zed@council.example')
    await page.getByLabel('Name').fill('Zed')
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('heading', { name: 'The link for Zed' }).waitFor()
    await page.getByRole('link', { name: 'All people' }).click()
    await page.getByRole('button', { name: 'Withdraw the invitation of Zed' }).click()
    await page.getByText('Nobody is invited just now.').waitFor()
    expect(await told(page)).toBe('The invitation of Zed is withdrawn: the link opens nothing any more.')
    await page.context().close()
  })

  test('takes a role from another, whose open page is refused from then on', async () => {
    await site.world.as('Boss', { role: 'admin' })
    await site.world.as('Ann Reed', { role: 'viewer' })
    const ann = await personNamed(site.world, 'Ann Reed')
    const boss = await personNamed(site.world, 'Boss')
    const theirs = await site.openSignedIn(`/people/${ann.id}?do=sign-in`, LAPTOP, 'Boss')

    const page = await site.openSignedIn('/people')
    await accounts(page).getByRole('link', { name: 'Boss' }).click()
    await page.getByRole('heading', { level: 1, name: 'Boss' }).waitFor()
    expect(await page.getByRole('radio', { name: /^Administrator/ }).isChecked()).toBe(true)
    await page.getByRole('radio', { name: /^Viewer/ }).check()
    await page.getByRole('button', { name: 'Save the change' }).click()
    expect(await summary(page).allTextContents()).toEqual(['Say why, in a few words'])
    await page.getByLabel('Why you change it').fill('Boss has moved')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByRole('link', { name: /^Leave out the person’s name/ }).waitFor()
    await page.getByLabel('Why you change it').fill('Has moved')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Changed. It holds from the next thing that Boss asks for.').waitFor()
    expect(await page.locator('.app-person').innerText()).toMatch(/Role\s+Viewer/)

    await theirs.getByRole('button', { name: 'Make a link for another password' }).click()
    await theirs.getByText('You are signed in as Boss (viewer), and this is for others.').waitFor()
    expect(await theirs.getByText('Ann Reed').count()).toBe(0)
    await theirs.goto(`${site.url}/people/${boss.id}`)
    await theirs.getByText('You are signed in as Boss (viewer), and this is for others.').waitFor()
    await page.context().close()
    await theirs.context().close()
  })

  test('is told what another changed meanwhile, and saves beside it only what was touched', async () => {
    await site.world.as('Boss Two', { role: 'admin' })
    await site.world.as('Cas', { role: 'viewer' })
    const { id, version } = await personNamed(site.world, 'Cas')
    const page = await site.openSignedIn(`/people/${id}`)
    await page.getByRole('checkbox', { name: /^Approver/ }).check()
    await page.getByLabel('Why you change it').fill('Stands in for others')
    const theirs = { role: 'leader', rights: [], themes: null, version, reason: 'New post' }
    expect((await send(site.world, 'PUT', personPath(id), theirs, 'Boss Two')).status).toBe(200)

    await page.getByRole('button', { name: 'Save the change' }).click()
    await expect.poll(() => focused(page)).toContain('There is a problem')
    expect(await page.locator('.govuk-error-summary').innerText()).toContain(
      'Boss Two changed the role from Viewer to Leader.',
    )
    await expect.poll(() => page.getByRole('radio', { name: /^Leader/ }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: /^Approver/ }).isChecked()).toBe(true)
    expect(await page.getByLabel('Why you change it').inputValue()).toBe('Stands in for others')
    expect(await personNamed(site.world, 'Cas')).toMatchObject({ role: 'leader', rights: [] })

    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Changed. It holds from the next thing that Cas asks for.').waitFor()
    expect(await personNamed(site.world, 'Cas')).toMatchObject({
      role: 'leader',
      rights: [{ id: 'approver' }],
    })
    // Once more from the same page, which knows its own change.
    await page.getByRole('radio', { name: /^Analyst/ }).check()
    await page.getByLabel('Why you change it').fill('Another post')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await expect.poll(async () => (await personNamed(site.world, 'Cas')).role).toBe('analyst')
    await page.context().close()
  })

  test('is told where the account was closed meanwhile', async () => {
    await site.world.as('Dot', { role: 'viewer' })
    const { id } = await personNamed(site.world, 'Dot')
    const page = await site.openSignedIn(`/people/${id}`)
    await send(site.world, 'POST', personActionPath(id, 'close'), { reason: 'Left' }, 'Boss Two')
    await page.getByLabel('Why you change it').fill('Agreed')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Your change is not saved: meanwhile the account was closed.').waitFor()
    await page.getByRole('heading', { name: 'Reopen the account' }).waitFor()
    await page.context().close()
  })

  test('resets a second step that was lost, and reads what happens next', async () => {
    const { cookie } = await turnOn(site.world, 'Ida Lost')
    const { id } = await personNamed(site.world, 'Ida Lost')
    const page = await site.openSignedIn(`/people/${id}`, PHONE)
    await page.getByRole('link', { name: 'Help with signing in' }).click()
    const help = page.locator('.app-person__action')
    expect(await help.innerText()).toContain('Make sure first that it is really Ida Lost who asks')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Reset the second step' }).click()
    expect(await summary(page).allTextContents()).toEqual(['Say why, in a few words'])
    await page.getByLabel('Why').fill('The telephone was stolen')
    await page.getByRole('button', { name: 'Reset the second step' }).click()
    await page.getByText('The second step of Ida Lost is reset.').waitFor()
    expect(await told(page)).toContain('turn it on again at once, on the page “Your account”')
    expect(await page.locator('.app-person').innerText()).toMatch(/Second step\s+Off/)
    const refused = await site.world.app.request('/api/account', { headers: { cookie } })
    expect(refused.status).toBe(401)
    await page.getByRole('link', { name: 'Help with signing in' }).click()
    await page.getByRole('heading', { name: 'A device left behind' }).waitFor()
    expect(await page.getByRole('heading', { name: 'A lost second step' }).count()).toBe(0)
    await page.goto(`${site.url}/audit?action=second-factor-reset`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Ida Lost', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Ida Lost' }).waitFor()
    await page.context().close()
  })

  test('closes an account, and erases it only when sure', async () => {
    await site.world.as('Gone Person', { role: 'analyst' })
    const { id } = await personNamed(site.world, 'Gone Person')
    const page = await site.openSignedIn(`/people/${id}`)
    await page.getByRole('link', { name: 'Close the account' }).click()
    await page.getByLabel('Why').fill('Left the council')
    await page.getByRole('button', { name: 'Close the account' }).click()
    await page.getByText('The account is closed.').waitFor()
    await page.getByRole('link', { name: 'Erase the account' }).click()
    await page.getByLabel('Why').fill('Asked to be forgotten')
    await page.getByRole('button', { name: 'Erase the account for good' }).click()
    await page.getByRole('link', { name: 'Tick the box to say that you are sure' }).click()
    expect(await focusedId(page)).toBe('act-sure')
    await press(page, 'Space')
    await page.getByRole('button', { name: 'Erase the account for good' }).click()
    await page.getByText('The account is erased. Nobody can bring it back.').waitFor()
    expect(
      await accounts(page)
        .getByRole('row', { name: /Gone Person/ })
        .count(),
    ).toBe(0)
    await page.goto(`${site.url}/people/${id}`)
    await page.getByRole('heading', { level: 1, name: 'There is no such account' }).waitFor()
    await page.context().close()
  })
})

describe('one’s own account', () => {
  test('shows where one is signed in, and ends what is elsewhere', async () => {
    await site.world.as('Sam Okafor', { role: 'analyst' })
    const elsewhere = await site.world.signIn('sam.okafor@council.example')
    const page = await site.openSignedIn('/account', LAPTOP, 'Sam Okafor')
    const sessions = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem')
    expect(await sessions.count()).toBe(2)
    expect(await sessions.filter({ hasText: '(this one)' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await page.getByText('You are signed out everywhere else.').waitFor()
    await expect.poll(() => sessions.count()).toBe(1)
    const refused = await site.world.app.request('/api/account', { headers: { cookie: elsewhere } })
    expect(refused.status).toBe(401)
    await page.context().close()
  })

  test('makes a key that is shown once, with how it is used, and revokes it', async () => {
    await site.world.as('Kit', { role: 'analyst' })
    const page = await site.openSignedIn('/account', LAPTOP, 'Kit')
    await page.getByLabel('For how many days').fill('400')
    await page.getByRole('button', { name: 'Make the key' }).click()
    expect(await summary(page).allTextContents()).toEqual([
      'Say what the key is for',
      'Write a number of days from 1 to 365',
    ])
    await page.getByLabel('What it is for').fill('Nightly transfer')
    await page.getByLabel('For how many days').fill('30')
    await page.getByRole('checkbox', { name: 'Upload files and discard drafts' }).check()
    await page.getByRole('button', { name: 'Make the key' }).click()
    await expect.poll(() => focused(page)).toBe('Your new key')
    const key = await page.getByLabel('Key', { exact: true }).inputValue()
    expect(await page.locator('.app-code').innerText()).toContain(`Authorization: Bearer ${key}`)
    const headers = { authorization: `Bearer ${key}` }
    expect((await site.world.app.request('/api/areas', { headers })).status).toBe(200)

    await page.reload({ waitUntil: 'networkidle' })
    const table = page.getByRole('table', { name: /Keys for programs/ })
    expect(await table.innerText()).toMatch(/Nightly transfer\s+✓ In use/)
    expect(await page.content()).not.toContain(key)
    await page.getByRole('button', { name: 'Revoke the key “Nightly transfer”' }).click()
    await page.getByText('The key “Nightly transfer” is revoked').waitFor()
    await expect.poll(() => table.innerText()).toMatch(/Nightly transfer\s+✕ Revoked/)
    expect((await site.world.app.request('/api/areas', { headers })).status).toBe(401)
    await page.context().close()
  })

  test('of a viewer offers no keys', async () => {
    await site.world.as('Vi', { role: 'viewer' })
    const page = await site.openSignedIn('/account', LAPTOP, 'Vi')
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Keys for programs' }).count()).toBe(0)
    await page.context().close()
  })
})

test('whoever is not signed in is led to the door', async () => {
  const page = await site.open('/people')
  expect(await page.locator('main').innerText()).toContain('Sign in to go on.')
  await page.goto(`${site.url}/account`, { waitUntil: 'networkidle' })
  await page.locator('main').getByRole('link', { name: 'Sign in' }).click()
  await page.waitForURL('**/sign-in?back=**')
  expect(new URL(page.url()).searchParams.get('back')).toBe('/account')
  await page.context().close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a small phone', PHONE],
])('on %s', (_size, size) => {
  test.each([
    ['/people'],
    ['/people/invite'],
    ['/people/{}'],
    ['/people/{}?do=sign-in'],
    ['/people/{}?do=close'],
    ['/account'],
  ])('%s is accessible and does not move sideways', async (path) => {
    await site.world.as('Ann Reed', { role: 'viewer' })
    const { id } = await personNamed(site.world, 'Ann Reed')
    const page = await site.openSignedIn(path.replace('{}', id), size)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
