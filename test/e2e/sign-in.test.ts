import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { firstLink } from '../../server/auth/people.ts'
import { SESSION_WORDS } from '../../server/domain/retention.ts'
import { PASSWORD } from '../support/people.ts'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { totp } from '../support/totp.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, and the screen says why it is not there.
  expect(
    site.complaints
      .splice(0)
      .filter((complaint) => !/status of 40[014]|Sign in, and go on|This link can’t be used/.test(complaint)),
  ).toEqual([])
})

test('the first administrator comes by the link that the start prints, and it opens once', async () => {
  const secret = await firstLink(site.world.db, new Date())
  const page = await site.open(`/join/${secret}`)
  await page.getByRole('heading', { level: 1, name: 'Become the administrator' }).waitFor()
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('link', { name: 'Write your email address' }).waitFor()
  await page.getByLabel('Email address').fill('ann@council.example')
  await page.getByLabel('Your name').fill('Ann Archer')
  await page.getByLabel('Password', { exact: true }).fill('password12345')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('link', { name: /among those that are guessed first/ }).waitFor()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('link', { name: 'Ann Archer (Administrator)' }).waitFor()
  const again = await site.open(`/join/${secret}`)
  await again.getByText('This link can’t be used').waitFor()
})

test('who is not signed in is led to sign in, and back to where they were', async () => {
  await site.world.as('Lea Long', { role: 'leader' })
  const page = await site.open('/uploads')
  await page.getByRole('heading', { level: 1, name: 'Sign in first' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Email address').fill('lea.long@council.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The email address or the password is not right.').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Upload figures' }).waitFor()
  await page.getByText('Analysts upload files. You may look at what was uploaded.').waitFor()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await page.goto(`${site.url}/uploads`)
  await page.getByRole('heading', { level: 1, name: 'Sign in first' }).waitFor()
})

test('an address of another site is no way back', async () => {
  const page = await site.open('/sign-in?back=//evil.example')
  await page.getByLabel('Email address').fill('lea.long@council.example')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Lea Long (Leader)' }).waitFor()
  expect(page.url()).toBe(`${site.url}/`)
})

test('a second step is turned on with an app, asked for at the next sign-in, and got round by a recovery code once', async () => {
  const page = await site.openSignedIn('/account', LAPTOP, 'Sid Safe')
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set it up' }).click()
  const key = await page.locator('ol code').first().innerText()
  const recovery = await page.locator('.app-codes code').first().innerText()
  await page.getByLabel('Code of six figures').fill('000000')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByText('The code is not right').first().waitFor()
  await page.getByLabel('Code of six figures').fill(totp(key))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByText('The second step is on.').waitFor()

  const enter = async () => {
    const next = await site.open('/sign-in')
    await next.getByLabel('Email address').fill('sid.safe@council.example')
    await next.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await next.getByRole('button', { name: 'Sign in' }).click()
    await next.getByRole('heading', { level: 1, name: 'Enter your code' }).waitFor()
    return next
  }
  const next = await enter()
  // That of now turned the second step on, and is used up.
  await next.getByLabel('Code of six figures').fill(totp(key))
  await next.getByRole('button', { name: 'Sign in' }).click()
  await next.getByText('The code is not right, or was used already.').first().waitFor()
  await next.getByLabel('Code of six figures').fill(totp(key, Date.now() + 30_000))
  await next.getByRole('button', { name: 'Sign in' }).click()
  await next.getByRole('link', { name: /^Sid Safe/ }).waitFor()

  const lost = await enter()
  await lost.getByRole('button', { name: 'I don’t have my device' }).click()
  await lost.getByLabel('Recovery code').fill(recovery)
  await lost.getByRole('button', { name: 'Sign in' }).click()
  await lost.getByRole('link', { name: /^Sid Safe/ }).waitFor()

  const twice = await enter()
  await twice.getByRole('button', { name: 'I don’t have my device' }).click()
  await twice.getByLabel('Recovery code').fill(recovery)
  await twice.getByRole('button', { name: 'Sign in' }).click()
  await twice.getByText('The recovery code is not right, or was used already.').first().waitFor()
})

test('a new password needs the old one, and ends the sessions elsewhere', async () => {
  const elsewhere = await site.openSignedIn('/account', LAPTOP, 'Pat Pass')
  const email = 'pat.pass@council.example'
  const page = await site.open('/sign-in?back=/account')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Password now', { exact: true }).fill('not the password')
  await page.getByLabel('New password', { exact: true }).fill('another-kettle-of-fish')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('The password is not right.').first().waitFor()
  await page.getByLabel('Password now', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('Your password is changed.').waitFor()
  await elsewhere.reload()
  await elsewhere.getByText('Sign in to see your account.').waitFor()
})

test.each(['/account', '/privacy'])('%s says when a session ends, as the program ends it', async (path) => {
  const page = await site.openSignedIn(path, LAPTOP, 'Lea Long')
  expect(await page.getByText(SESSION_WORDS).count()).toBe(1)
  expect(SESSION_WORDS).toContain(
    'ends by itself an hour after it was last used, and 12 hours after it began',
  )
  await page.close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each(['/sign-in', '/account', '/join/nothing-there'])(
    '%s has no fault that axe knows, nor is it too wide',
    async (path) => {
      const page = await site.openSignedIn(path, size, 'Lea Long')
      expect(await accessibilityFaults(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      await page.close()
    },
  )
})
