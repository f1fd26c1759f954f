import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Theme } from '../../server/domain/indicator.ts'
import { accessibilityFaults, openSite, type Site } from '../support/site.ts'

/** What a leader sees on screen who is limited to one theme. */

const themes: Theme[] = ['children-in-care']

let site: Site
beforeAll(async () => {
  site = await openSite()
  await site.world.as('Lee', { role: 'leader', themes })
}, 60_000)
afterAll(() => site.close())

const open = (path: string) => site.openSignedIn(path, undefined, 'Lee')

describe('to a leader of one theme', () => {
  test.each([
    '/',
    '/strategy',
    '/savings',
    '/what-if',
    '/targets',
    '/plans',
    '/scrutiny',
    '/registers/action',
  ])('%s is drawn, with nothing that the browser complains of', async (path) => {
    const page = await open(path)
    expect(await page.locator('h1').first().textContent()).not.toMatch(/went wrong|not found|nothing here/i)
    expect(site.complaints.splice(0)).toEqual([])
    await page.close()
  })

  test.each([
    ['workforce', '/', '/?card=workforce', 'Workforce'],
    ['workforce', '/exceptions', '/exceptions?card=workforce', 'Worth asking about'],
    ['youth-justice', '/', '/indicators', 'All measures'],
  ] as const)('one of %s who opens %s is led to what they have', async (theme, path, to, title) => {
    await site.world.as(`Of ${theme}`, { role: 'leader', themes: [theme] })
    const page = await site.openSignedIn(path, undefined, `Of ${theme}`)
    await page.waitForURL(site.url + to)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.close()
    // The browser tells of the answer that there is no such scorecard.
    expect(site.complaints.splice(0).filter((told) => !told.includes('404'))).toEqual([])
  })

  test('“what if” says what it lacks, and offers no model', async () => {
    const page = await open('/what-if')
    expect(await page.locator('main').textContent()).toContain(
      'not among the measures that your account shows',
    )
    expect(await page.getByRole('slider').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.close()
  })

  test('an action of another theme is not on the list of actions, and has no page', async () => {
    const title = 'Refresh the Youth Offending Service Board'
    const [whole, limited] = [await site.openSignedIn('/registers/action'), await open('/registers/action')]
    expect(await whole.locator('main').textContent()).toContain(title)
    expect(await limited.locator('main').textContent()).not.toContain(title)
    await Promise.all([whole.close(), limited.close()])
    const page = await open('/actions/youth-offending-board')
    expect(await page.locator('main').textContent()).toContain('There is no action')
    site.complaints.splice(0)
    await page.close()
  })

  test('a form offers the measures of the theme only', async () => {
    const page = await open('/registers/question/new')
    const options = await page.locator('option').allTextContents()
    expect(options).toContain('Children in care')
    expect(options).not.toContain('Agency social workers')
    await page.close()
  })
})
