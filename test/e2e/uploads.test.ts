import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, LAPTOP, openSite, PHONE, type Site } from '../support/site.ts'
import { workbook } from '../support/workbook.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => {
  // The browser itself reports a refusal, which is what most of these tests are about.
  expect(site.complaints.splice(0).filter((complaint) => !/status of 4(09|22)/.test(complaint))).toEqual([])
})

const HEADING = 'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note'

/** A return of 24 rows: eighteen of a new quarter, six that correct the one before. */
const RETURN = `${HEADING}
2020-21Q4,cla-rate,E06000009,,612,28278,216.4,illustrative,
2020-21Q4,cla-starts-rate,E06000009,,48,28278,17.0,illustrative,
2020-21Q4,cla-ends-rate,E06000009,,44,28278,15.6,illustrative,
2020-21Q4,care-applications-rate,E06000009,,31,28278,11.0,illustrative,
2020-21Q4,plo-children,E06000009,,64,,64,illustrative,
2020-21Q4,cla-residential-rate,E06000009,,72,28278,25.5,illustrative,
2020-21Q4,cla-ifa-count,E06000009,,160,,160,illustrative,
2020-21Q4,cla-foster-pct,E06000009,,440,612,71.9,illustrative,
2020-21Q4,cla-inhouse-foster-pct,E06000009,,278,440,63.2,illustrative,
2020-21Q4,cla-20-miles-pct,E06000009,,110,612,18.0,illustrative,
2020-21Q4,cl-eet-pct,E06000009,,14,32,43.8,illustrative,
2020-21Q4,referrals-rate,E06000009,,705,28278,249.3,illustrative,
2020-21Q4,rereferrals-pct,E06000009,,220,705,31.2,illustrative,
2020-21Q4,assessed-not-in-need-pct,E06000009,,246,705,34.9,illustrative,
2020-21Q4,contacts-rate,E06000009,,2120,28278,749.7,illustrative,
2020-21Q4,contacts-police-pct,E06000009,,1002,2120,47.3,illustrative,
2020-21Q4,contact-conversion-pct,E06000009,,705,2120,33.3,illustrative,
2020-21Q4,contact-conversion-pct,E06000009,police,128,1002,12.8,illustrative,
2020-21Q3,cla-rate,E06000009,,609,28278,,illustrative,
2020-21Q3,cla-starts-rate,E06000009,,49,28278,,illustrative,
2020-21Q3,cla-ends-rate,E06000009,,70,28278,,illustrative,
2020-21Q3,care-applications-rate,E06000009,,32,28278,,illustrative,
2020-21Q3,plo-children,E06000009,,66,,,illustrative,
2020-21Q3,cla-residential-rate,E06000009,,73,28278,,illustrative,
`

/** Twelve ways to get one row of it wrong. */
const FAULTS = [
  [2, 'indicator_id', '2020-21Q4,cpp-rates,E06000009,,612,28278,216.4,illustrative,'],
  [3, 'period', '2020-21Q5,cla-starts-rate,E06000009,,48,28278,17.0,illustrative,'],
  [4, 'area_code', '2020-21Q4,cla-ends-rate,E06000999,,44,28278,15.6,illustrative,'],
  [5, 'value', '2020-21Q4,care-applications-rate,E06000009,,31,28278,about 11,illustrative,'],
  [6, 'value', '2020-21Q4,plo-children,E06000009,,,,,illustrative,'],
  [7, 'value', '2020-21Q4,cla-residential-rate,E06000009,,,,-5,illustrative,'],
  [8, 'status', '2020-21Q4,cla-ifa-count,E06000009,,160,,160,certain,'],
  [9, 'value', '2020-21Q4,cla-foster-pct,E06000009,,,,123.4,illustrative,'],
  [10, 'numerator', '2020-21Q4,cla-inhouse-foster-pct,E06000009,,440,278,,illustrative,'],
  [11, 'dimension', '2020-21Q4,cla-20-miles-pct,E06000009,under 1,110,612,18.0,illustrative,'],
  [12, 'period', '2027-28Q1,cl-eet-pct,E06000009,,14,32,43.8,illustrative,'],
  [25, 'period', '2020-21Q4,referrals-rate,E06000009,,712,28278,,illustrative,'],
] as const

const FAULTY = RETURN.split('\n')
  .map((line, i) => FAULTS.find(([row]) => row === i + 1)?.[2] ?? line)
  .join('\n')

const WIDE = `Measure,Q1 2021/22,Q2 2021/22,Comment
Re-referrals %,21.4%,22.0%,
Number of referrals,701,812,half term fell late
CLA rate per 10k,214.2,213.6,
Happy families index,30,41,
`
const WIDE_NEXT = `Measure,Q2 2021/22,Q3 2021/22,Comment
Re-referrals %,22.0%,20.2%,
Number of referrals,812,760,
CLA rate per 10k,213.6,212.9,
Happy families index,41,38,
`

const fileOf = (text: string, name = 'return.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

async function send(page: Page, text: string, name?: string) {
  await page.getByLabel('Your file', { exact: true }).setInputFiles(fileOf(text, name))
  await page.getByRole('button', { name: 'Check the file' }).click()
}

async function openDraft(text: string, size = LAPTOP, name?: string) {
  const page = await site.openSignedIn('/uploads', size)
  await send(page, text, name)
  await page.getByRole('heading', { level: 1, name: /^Check and publish/ }).waitFor()
  return page
}

/** The words that have the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

async function publish(page: Page) {
  const warnings = page.getByLabel('Why these warnings are all right')
  if (await warnings.count()) await warnings.fill('Checked with the teams')
  await page.getByLabel('Why you publish this').fill('Quarterly return')
  await page.getByRole('button', { name: /^Publish \d+ figures/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Published/ }).waitFor()
}

async function withdraw(page: Page) {
  await page.getByLabel('Why you take it back').fill('Sent too early')
  await page.getByRole('button', { name: 'Withdraw these figures' }).click()
  await page.getByRole('heading', { level: 1, name: /^Withdrawn/ }).waitFor()
}

describe('the analyst', () => {
  test('is told of twelve faults in one answer, corrects them, publishes, and takes it back', async () => {
    const page = await site.openSignedIn('/uploads', LAPTOP, 'Sam Okafor')
    await send(page, FAULTY)
    await page.getByRole('heading', { name: 'Nothing was stored: 12 things to put right' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Nothing was stored: 12 things to put right')

    const lines = page.locator('.app-found--stop tbody tr:not(.app-findings__group)')
    const places = await lines.evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(0, 2).map((cell) => (cell as HTMLElement).innerText)),
    )
    expect(places.map(([row = '', column]) => [Number(row), column])).toEqual(
      FAULTS.map(([row, column]) => [row, column]),
    )
    expect(await lines.first().textContent()).toContain('did you mean "cpp-rate"?')
    const marked = page.locator('.app-sheet__marked--stop')
    expect(await marked.count()).toBe(12)
    expect(await marked.first().textContent()).toContain('cpp-rates')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download your file with a column of findings' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('return-findings.csv')
    const annotated = Buffer.concat(await (await download.createReadStream()).toArray()).toString()
    expect(annotated.split('\n')[1]).toContain('did you mean ""cpp-rate""?')

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose the corrected file' }).click(),
    ])
    await chooser.setFiles(fileOf(RETURN))
    await page.getByRole('heading', { level: 1, name: 'Check and publish: return.csv' }).waitFor()
    await page.getByText('24 figures: 18 new, 6 change what is published, none unchanged').waitFor()
    const care = page
      .getByRole('region', { name: 'Figures that change' })
      .getByRole('row', { name: /Children in care/ })
    expect(await care.textContent()).toMatch(/608 of 28,278.*609 of 28,278.*\+0\.4/)

    const overview = await site.openSignedIn('/?by=quarter')
    expect(await overview.locator('main').textContent()).not.toContain('31 March 2021')
    await publish(page)
    await expect.poll(() => focused(page)).toBe('Published: return.csv')
    expect(await page.getByText('by Sam Okafor').count()).toBe(2)
    await page.getByRole('link', { name: 'See the overview with these figures' }).click()
    const row = page.getByRole('row', { name: /^Children in care / })
    await row.getByText('612 of 28,278').waitFor()
    expect(await row.textContent()).toContain('31 March 2021')

    // The day goes on, so that looking back has something to look back to.
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString()
    await site.world.db
      .updateTable('release')
      .set({ published_at: day(2) })
      .where('file_name', '=', 'return.csv')
      .where('state', '=', 'published')
      .execute()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /^Published/ }).waitFor()
    await withdraw(page)
    await expect.poll(() => focused(page)).toBe('Withdrawn: return.csv')
    expect(await page.getByText('Sent too early').count()).toBe(1)

    await page.getByRole('link', { name: 'Overview' }).click()
    await page.getByRole('button', { name: 'Quarterly return' }).click()
    await page.getByText('Illustrative figures.').waitFor()
    await page.getByText('608 of 28,278').waitFor()
    expect(await page.locator('main').textContent()).not.toContain('31 March 2021')

    const then = await site.openSignedIn(`/?by=quarter&asAt=${day(1).slice(0, 10)}`)
    expect(await then.getByRole('row', { name: /^Children in care / }).textContent()).toContain(
      '612 of 28,278',
    )
    const now = await site.openSignedIn(`/?by=quarter&asAt=${day(0).slice(0, 10)}`)
    expect(await now.getByRole('row', { name: /^Children in care / }).textContent()).toContain(
      '608 of 28,278',
    )
    await Promise.all([page, overview, then, now].map((each) => each.close()))
  })

  test('is told what the public will not see of a file, and so it is', async () => {
    const few = `${HEADING}\n2020-21Q4,cpp-ends-rate,E06000009,,31,28278,11.0,illustrative,\n2020-21Q4,cpp-stepdown-pct,E06000009,,3,31,9.7,illustrative,\n`
    const page = await openDraft(few)
    await page.getByText('The public sees a reason in place of 1 of 2 figures').waitFor()
    const hidden = page.getByRole('table', { name: 'Kept from the public' })
    expect(await hidden.getByRole('row').last().innerText()).toMatch(
      /Stepped down from plans.*It counts 1 to 5/s,
    )
    await publish(page)
    const [own, others] = [
      await site.openSignedIn('/indicators/cpp-stepdown-pct?by=quarter&basis=in-period'),
      await site.open('/indicators/cpp-stepdown-pct?by=quarter&basis=in-period'),
    ]
    const newest = (reader: Page) =>
      reader
        .getByRole('row', { name: /Quarter 4 2020\/21/ })
        .first()
        .innerText()
    expect(await newest(own)).toContain('9.7%')
    expect(await newest(others)).toContain('[c]')
    expect(await newest(others)).not.toContain('9.7')
    await withdraw(page)
    await Promise.all([page.close(), own.close(), others.close()])
  })

  test('leaves a draft, and resumes it from the list or by its link', async () => {
    const page = await openDraft(RETURN, LAPTOP, 'left.csv')
    const address = page.url().replace(site.url, '')
    await page.close()

    const list = await site.openSignedIn('/uploads')
    await list.getByRole('link', { name: 'Resume left.csv' }).click()
    await list.getByRole('heading', { level: 1, name: 'Check and publish: left.csv' }).waitFor()
    expect(list.url()).toContain(address)
    await list.close()

    const again = await site.openSignedIn(address)
    await again.getByText('24 figures: 18 new, 6 change what is published').waitFor()
    await again.close()
  })

  test('has to say why warnings are all right; the message leads to the field', async () => {
    const page = await openDraft(RETURN)
    await page.getByLabel('Why you publish this').fill('Quarterly return')
    await page.getByRole('button', { name: /^Publish \d+ figures/ }).click()
    await page.getByRole('alert').getByText('There is a problem').waitFor()
    await expect.poll(() => focused(page)).toContain('There is a problem')
    await page.getByRole('link', { name: 'Say why the warnings are all right' }).click()
    const field = page.getByLabel('Why these warnings are all right')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.type('Checked with the teams')
    expect(await field.inputValue()).toBe('Checked with the teams')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check and publish: return.csv')
    await page.close()
  })

  test('discards a draft only when asked twice, and is told so', async () => {
    const page = await openDraft(RETURN, LAPTOP, 'wrong.csv')
    await page.getByRole('button', { name: 'Discard this draft' }).click()
    await expect.poll(() => focused(page)).toContain('Discard wrong.csv?')
    await page.getByRole('button', { name: 'No, keep it' }).click()
    await expect.poll(() => focused(page)).toBe('Discard this draft')
    await page.getByRole('button', { name: 'Discard this draft' }).click()
    await page.getByRole('button', { name: 'Yes, discard it' }).click()
    await page.getByText('The draft of wrong.csv was discarded.').waitFor()
    expect(await page.getByRole('link', { name: 'Resume wrong.csv' }).count()).toBe(0)
    await page.close()
  })

  test('says once what a sheet of its own holds; the next one needs no form', async () => {
    const page = await site.openSignedIn('/uploads')
    await send(page, WIDE, 'sheet.csv')
    await page.getByRole('heading', { name: 'Say what this sheet’s columns and rows are' }).waitFor()
    await page.getByRole('button', { name: 'Check the file with this mapping' }).click()
    await page.getByRole('link', { name: 'Say what “Happy families index” is, or leave it out' }).click()
    await page.keyboard.type('moved')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const unknown = page.getByLabel('Measure for “Happy families index”', { exact: true }).first()
    expect(await unknown.inputValue()).toBe('Leave out')
    await page.getByRole('button', { name: 'Check the file with this mapping' }).click()
    await page.getByRole('heading', { level: 1, name: 'Check and publish: sheet.csv' }).waitFor()
    await page.close()

    const next = await openDraft(WIDE_NEXT, LAPTOP, 'next.csv')
    expect(await next.getByText(/^6 figures:/).count()).toBe(1)
    await next.close()

    const again = await site.openSignedIn('/uploads')
    await again.getByText('A sheet with your own headings was read wrongly?').click()
    await again.getByLabel('Ask me again which of its columns and rows is which measure').check()
    await send(again, WIDE_NEXT, 'next.csv')
    await again.getByRole('heading', { name: 'Say what this sheet’s columns and rows are' }).waitFor()
    const said = again.getByLabel('Measure for “Happy families index”', { exact: true }).first()
    expect(await said.inputValue()).toBe('Leave out')
    await again.close()
  })

  test('marks a break in a series, and the line begins anew there', async () => {
    const row = (quarter: number, count: number, note: string) =>
      `2025-26Q${quarter},open-cases,E08000028,,,,${count},illustrative,${note}\n`
    const rows = row(1, 1600, '') + row(2, 1200, '[b] new recording system') + row(3, 1210, '')
    const page = await openDraft(`${HEADING}\n${rows}`, LAPTOP, 'break.csv')
    await publish(page)
    const chart = await site.openSignedIn('/indicators/open-cases?area=E08000028&by=quarter&compare=none')
    await chart.getByText('Break in the series: new recording system').waitFor()
    await chart.locator('.recharts-surface').waitFor()
    expect(await chart.locator('.recharts-line').count()).toBe(2)
    await withdraw(page)
    await Promise.all([page.close(), chart.close()])
  })

  test('can drop the file anywhere on the page', async () => {
    const page = await site.openSignedIn('/uploads')
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
      return transfer
    }, RETURN)
    await page.getByRole('heading', { name: 'Drafts' }).dispatchEvent('drop', { dataTransfer: files })
    await page.getByText('Chosen: dropped.csv').waitFor()
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByRole('heading', { level: 1, name: 'Check and publish: dropped.csv' }).waitFor()
    await page.close()
  })

  test('chooses the sheet of a workbook that holds the return', async () => {
    const rows = RETURN.trim()
      .split('\n')
      .map((line) => line.split(','))
    const sheets = [
      { name: 'Notes', rows: [['About this workbook']] },
      { name: 'Return', rows },
    ]
    const page = await site.openSignedIn('/uploads')
    await page.getByLabel('Your file', { exact: true }).setInputFiles({
      name: 'book.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook({ sheets }),
    })
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByRole('heading', { name: /^Nothing was stored/ }).waitFor()
    await page.getByLabel('Sheet of the workbook').selectOption('Return')
    await page.getByRole('button', { name: 'Read this sheet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Check and publish: book.xlsx' }).waitFor()
    expect(await page.getByText('sheet “Return”, one of 2').count()).toBe(1)
    await page.close()
  })

  test('is told that the changes have to be worked out again when another file was published meanwhile', async () => {
    const first = await openDraft(RETURN, LAPTOP, 'first.csv')
    const second = await openDraft(RETURN.replaceAll('612', '613'), LAPTOP, 'second.csv')
    await publish(second)
    await first.getByLabel('Why these warnings are all right').fill('Checked')
    await first.getByLabel('Why you publish this').fill('Quarterly return')
    await first.getByRole('button', { name: /^Publish \d+ figures/ }).click()
    await first.getByRole('button', { name: 'Work the changes out again' }).click()
    await first.getByText(/^24 figures: none new, /).waitFor()
    expect(await first.getByLabel('Why you publish this').inputValue()).toBe('Quarterly return')
    await withdraw(second)
    await Promise.all([first.close(), second.close()])
  })

  test('sees how far it is, and can call the transfer off', async () => {
    const page = await site.openSignedIn('/uploads')
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 200_000,
    })
    await send(page, RETURN + '\n'.repeat(1_000_000), 'long.csv')
    const bar = page.getByRole('progressbar', { name: 'Sending long.csv' })
    await expect
      .poll(() => bar.evaluate((element) => (element as HTMLProgressElement).value))
      .toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Called off. Nothing of long.csv was stored.').waitFor()
    await expect.poll(() => focused(page)).toContain('Called off')
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.getByText('long.csv').count()).toBe(0)
    await page.close()
  })
})

/** Presses Tab until an element with these words has the focus. */
async function tabTo(page: Page, words: RegExp) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
    })
    if (words.test(label)) return
  }
  throw new Error(`The keyboard never came to ${words}`)
}

test('the keyboard alone uploads, publishes and withdraws', async () => {
  const page = await site.openSignedIn('/uploads')
  await tabTo(page, /^Your file/)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
  await chooser.setFiles(fileOf(RETURN, 'keys.csv'))
  await tabTo(page, /^Check the file/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Check and publish: keys.csv' }).waitFor()
  await tabTo(page, /^Why these warnings/)
  await page.keyboard.type('Checked')
  await tabTo(page, /^Why you publish/)
  await page.keyboard.type('Quarterly return')
  await tabTo(page, /^Publish \d+ figures/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Published: keys.csv' }).waitFor()
  await expect.poll(() => focused(page)).toBe('Published: keys.csv')
  await tabTo(page, /^Why you take it back/)
  await page.keyboard.type('Too early')
  await tabTo(page, /^Withdraw these figures/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Withdrawn: keys.csv' }).waitFor()
  await page.close()
})

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s no state has a fault that axe knows, or is wider than the screen', (name, size) => {
  async function look(page: Page) {
    expect(await accessibilityFaults(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }

  test('sending, checking and refusing a file', async () => {
    const page = await site.openSignedIn('/uploads', size)
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByRole('link', { name: 'Choose a file' }).waitFor()
    await look(page)

    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/api/uploads', async (route) => {
      await held
      await route.continue()
    })
    await send(page, FAULTY)
    await page.getByRole('progressbar').first().waitFor()
    await look(page)
    goOn()
    await page.getByRole('heading', { name: /^Nothing was stored/ }).waitFor()
    await look(page)
    await page.close()
  })

  test('saying what a sheet holds', async () => {
    const page = await site.openSignedIn('/uploads', size)
    // Other headings than those that the test above had remembered.
    await send(page, WIDE.replace('Comment', `Aim on ${name}`), 'sheet.csv')
    await page.getByRole('heading', { name: /^Say what this sheet/ }).waitFor()
    await page.getByRole('button', { name: 'Check the file with this mapping' }).click()
    await page.getByRole('link', { name: /Happy families/ }).waitFor()
    await look(page)
    await page.getByLabel('Measure for “Happy families index”', { exact: true }).first().click()
    await page.keyboard.type('care')
    await page.getByRole('option', { name: 'Children in care', exact: true }).waitFor()
    await look(page)
    await page.close()
  })

  test('a draft, published and withdrawn', async () => {
    const page = await openDraft(RETURN, size)
    await look(page)
    await page.getByRole('button', { name: /^Publish \d+ figures/ }).click()
    await page.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Discard this draft' }).click()
    await look(page)
    await publish(page)
    await look(page)
    await withdraw(page)
    await look(page)
    await page.getByRole('link', { name: 'All uploads' }).click()
    await page.getByRole('heading', { level: 1, name: 'Upload figures' }).waitFor()
    await look(page)
    await page.close()
  })

  test('a draft that somebody else has to publish', async () => {
    const draft = await openDraft(RETURN, size)
    const page = await site.openSignedIn('/uploads', size)
    await page.route('**/api/uploads/*-*', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), needsApproval: true } })
    })
    await page.goto(draft.url(), { waitUntil: 'networkidle' })
    await page.getByText('Somebody other than analyst has to publish this.').waitFor()
    expect(await page.getByRole('button', { name: /^Publish \d+ figures/ }).count()).toBe(0)
    await look(page)
    await Promise.all([draft.close(), page.close()])
  })
})

test('printed, every finding is there, in 12 point, and nothing to press', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `2020-21Q4,cla-rate,E06000009,,x${i},28278,,illustrative,`,
  )
  const page = await site.openSignedIn('/uploads')
  await send(page, [HEADING, ...rows].join('\n'))
  await page.getByRole('heading', { name: 'Nothing was stored: 40 things to put right' }).waitFor()
  const shown = () =>
    page
      .locator('.app-found--stop tbody tr:not(.app-findings__group, .app-more)')
      .evaluateAll((lines) => lines.filter((line) => line.getClientRects().length > 0).length)
  expect(await shown()).toBe(10)
  await page.emulateMedia({ media: 'print' })
  expect(await shown()).toBe(40)
  const faults = await page.evaluate(() => {
    const visible = [...document.querySelectorAll('main *')].filter(
      (element) => element.getClientRects().length > 0 && !element.closest('.govuk-visually-hidden'),
    )
    const text = visible.filter((element) => element.matches('p, td, th, li, dd, dt, code'))
    return {
      pressed: visible.filter((element) => element.matches('button, select, input, textarea')).length,
      smallest: Math.min(...text.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
    }
  })
  // 12 points are 16 pixels.
  expect(faults).toEqual({ pressed: 0, smallest: 16 })
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Show all 40' }).click()
  expect(await shown()).toBe(40)
  await page.close()
})
