import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, openDirectory } from '../support/directory.ts'
import { LAPTOP, openSite, type Site } from '../support/site.ts'
import { HEADING } from '../support/uploads.ts'

/** A council that signs in with its own directory, and where nobody publishes what they uploaded themselves. */
const MEMBERS = {
  'ann@council.example': { name: 'Ann Archer', groups: ['staff', 'analysts'] },
  'ben@council.example': { name: 'Ben Baker', groups: ['heads-of-service'] },
  'vic@council.example': { name: 'Vic Vance', groups: ['members'] },
  'adi@council.example': { name: 'Adi Amin', groups: ['performance-admins'] },
  'ann.b@council.example': { name: 'Ann Archer', groups: ['members'] },
  'cat@council.example': { name: 'Cat Carr', groups: ['catering'] },
}
const ROLES = 'analysts=analyst,heads-of-service=leader+approver,members=viewer,performance-admins=admin'

let site: Site
let directory: Awaited<ReturnType<typeof openDirectory>>

beforeAll(async () => {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  directory = await openDirectory(MEMBERS, `${baseUrl}/api/auth/callback/council`)
  const { parseGroupRules } = await import('../../server/auth/groups.ts')
  site = await openSite({
    port,
    baseUrl,
    twoPersons: true,
    directory: {
      ...directory,
      name: 'Blackpool account',
      groupsClaim: 'groups',
      rules: parseGroupRules(ROLES),
    },
  })
})
afterAll(async () => {
  await site.close()
  await directory.close()
})

/** Through the directory's own pages, from a screen that needs it. */
async function enter(email: keyof typeof MEMBERS, path = '/'): Promise<Page> {
  const page = await site.open(`/sign-in?back=${encodeURIComponent(path)}`, LAPTOP)
  await page.getByRole('button', { name: 'Sign in with Blackpool account' }).click()
  await page.getByPlaceholder('Enter any login').fill(email)
  await page.getByPlaceholder('and password').fill('whatever')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL((url) => url.href.startsWith(site.url) && !url.pathname.startsWith('/api/'))
  await page.waitForLoadState('networkidle')
  return page
}

test('an analyst uploads, a viewer is refused, a second person approves, and the record tells it all', async () => {
  const ann = await enter('ann@council.example', '/uploads')
  await ann.getByRole('link', { name: 'Ann Archer (Analyst)' }).waitFor()
  await ann.getByLabel('Your file').setInputFiles({
    name: 'quarter.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${HEADING}\n2025-26Q1,referrals-rate,E06000009,,900,,,final,\n`),
  })
  await ann.getByRole('button', { name: 'Check the file' }).click()
  await ann.getByRole('heading', { level: 1, name: 'quarter.csv' }).waitFor()
  const draft = new URL(ann.url()).pathname
  await ann.getByText('Somebody other than Ann Archer has to publish this').first().waitFor()

  const vic = await enter('vic@council.example', draft)
  await vic.getByText('Your account does not allow seeing uploads').waitFor()
  expect(await vic.getByRole('link', { name: 'Uploads', exact: true }).count()).toBe(0)

  const ben = await enter('ben@council.example', draft)
  await ben.getByLabel('Why you publish this').fill('Looked at it with the team')
  await ben.getByRole('button', { name: /^Publish/ }).click()
  await ben
    .getByText(/by Ben Baker/)
    .first()
    .waitFor()

  const adi = await enter('adi@council.example', '/audit')
  const rows = adi.getByRole('row')
  await rows.filter({ hasText: 'Ann Archer' }).filter({ hasText: 'uploaded a file' }).first().waitFor()
  await rows.filter({ hasText: 'Ben Baker' }).filter({ hasText: 'published a file' }).first().waitFor()
  await rows.filter({ hasText: 'Vic Vance' }).filter({ hasText: 'signed in' }).first().waitFor()
})

test('who is in none of the groups is not let in, and no account is made', async () => {
  const cat = await enter('cat@council.example')
  await cat.getByText('Blackpool account did not let you in here').waitFor()
  const made = await site.world.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', 'cat@council.example')
    .execute()
  expect(made).toEqual([])
})

test('who leaves a group loses its role the next time they sign in', async () => {
  MEMBERS['vic@council.example'].groups = ['heads-of-service']
  const vic = await enter('vic@council.example')
  await vic.getByRole('link', { name: 'Vic Vance (Leader)' }).waitFor()
})

test('of two people of one name the second is told apart by their address, and what the directory does is on record', async () => {
  const ann = await enter('ann.b@council.example')
  await ann.getByRole('link', { name: 'Ann Archer (ann.b) (Viewer)' }).waitFor()
  const adi = await enter('adi@council.example', '/audit?action=person-added')
  const added = adi.getByRole('row').filter({ hasText: 'The council’s directory' })
  await added.filter({ hasText: 'added an account: Ann Archer (ann.b)' }).waitFor()
  await adi.goto(`${site.url}/audit?action=person-changed`, { waitUntil: 'networkidle' })
  const changed = adi.getByRole('row').filter({ hasText: 'The council’s directory' })
  await changed
    .filter({ hasText: 'Vic Vance' })
    .filter({ hasText: 'As the groups of the directory say' })
    .waitFor()
})
