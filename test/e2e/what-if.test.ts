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

const FEWER =
  'If 20 fewer children entered care each year, there would be 495 children in care on 31 March 2030 instead of 548, and spending in 2029/30 would be £5.3m lower (average costs, so the real saving would be less).'
const AS_IT_IS = /^If everything stayed as it was in 2024\/25/

describe('the senior leader', () => {
  test('sets a number, and sentence, charts, table and address follow', async () => {
    const page = await site.open('/what-if')
    await page.getByText(AS_IT_IS).waitFor()
    await page.getByRole('textbox', { name: 'Children entering care, a year' }).fill('145')
    await page.getByText(FEWER).waitFor()
    expect(new URL(page.url()).search).toBe('?starts=145')
    expect(await page.getByRole('slider', { name: /^Children entering care/ }).inputValue()).toBe('145')
    expect(
      await page.getByRole('img', { name: /^Line chart.*with your changes it comes to 495/ }).count(),
    ).toBe(1)
    expect(
      await page.getByRole('img', { name: /^Bar chart.*with your changes it comes to £84.2m/ }).count(),
    ).toBe(1)
    const last = page.locator('.app-years tbody tr').last()
    expect(await last.locator('th, td').allInnerTexts()).toEqual([
      '2029/30',
      '548\n189 per 10,000',
      '495\n171 per 10,000',
      '£89.5m',
      '£84.2m',
      '£5.3m less',
      '£45.7m',
    ])
    await page.close()
  })

  test('moves a slider with the keyboard, and the field beside it is the same value', async () => {
    const page = await site.open('/what-if')
    const slider = page.getByRole('slider', { name: 'A foster place, a week: slider' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/fosteringCost=750$/)
    expect(await page.getByRole('textbox', { name: 'A foster place, a week' }).inputValue()).toBe('750')
    expect(await slider.getAttribute('aria-valuetext')).toBe('£750')
    await page.getByText('A foster place: £750 a week instead of £740 a week').waitFor()
    await page.close()
  })

  test('sends the address, and whoever opens it sees the same', async () => {
    const address =
      '/what-if?starts=150&ends=30.5&years=3&residential=12&fostering=70&residentialCost=6000&fosteringCost=800&otherCost=3000'
    const page = await site.open(address)
    const fields = await page
      .getByRole('textbox')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value')))
    expect(fields).toEqual(['150', '30.5', '12', '70', '6000', '800', '3000'])
    expect(await page.getByLabel(/^How far ahead/).inputValue()).toBe('3')
    expect(await page.getByText('In any other place: 18%', { exact: true }).isVisible()).toBe(true)
    expect(await page.getByRole('heading', { name: 'What you changed' }).count()).toBe(1)
    expect(page.url()).toBe(site.url + address)
    await page.close()
  })

  test('puts everything back, and going back brings it again', async () => {
    const page = await site.open('/what-if?starts=145&years=3')
    await page.getByRole('link', { name: 'Reset everything' }).click()
    await page.getByText(AS_IT_IS).waitFor()
    expect(new URL(page.url()).search).toBe('')
    expect(await page.getByRole('textbox', { name: /^Children entering care/ }).inputValue()).toBe('165')
    await page.goBack()
    await page.getByText(/^If 20 fewer children/).waitFor()
    expect(await page.getByRole('textbox', { name: /^Children entering care/ }).inputValue()).toBe('145')
    await page.close()
  })

  test('tries many values without filling the history', async () => {
    const page = await site.open('/')
    await page.goto(`${site.url}/what-if`)
    const field = page.getByRole('textbox', { name: /^Children entering care/ })
    await field.fill('150')
    await page.waitForURL(/starts=150$/)
    await field.fill('140')
    await page.waitForURL(/starts=140$/)
    await page.goBack()
    await page.waitForURL(`${site.url}/`)
    await page.close()
  })

  test('empties a field and gets back what it was, when the field is left', async () => {
    const page = await site.open('/what-if?starts=145')
    const field = page.getByRole('textbox', { name: /^Children entering care/ })
    await field.fill('')
    await page.getByText(AS_IT_IS).waitFor()
    expect(await field.inputValue()).toBe('')
    await field.blur()
    expect(await field.inputValue()).toBe('165')
    await page.close()
  })

  test('does not lose what is drawn while the next is worked out', async () => {
    const page = await site.open('/what-if')
    await page.route('**/api/scenario*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      await route.continue()
    })
    await page.getByRole('textbox', { name: /^Children entering care/ }).fill('145')
    await page.waitForTimeout(400)
    expect(await page.getByRole('img', { name: /^Line chart/ }).isVisible()).toBe(true)
    expect(await page.getByText(AS_IT_IS).isVisible()).toBe(true)
    await page.getByText(FEWER).waitFor()
    await page.close()
  })

  test('downloads the assumptions and what comes of them', async () => {
    const page = await site.open('/what-if?starts=145')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV\).*the assumptions and results/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('what-if_blackpool.csv')
    const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString()
    expect(text).toContain('assumption,starts,Children entering care,,,a year,165,145,')
    await page.close()
  })

  test('reads where every value comes from, and what is taken for granted', async () => {
    const page = await site.open('/what-if')
    const row = page.getByRole('row', { name: /^Children entering care/ })
    expect(await row.textContent()).toContain(
      'Children looked after in England, 2025 (published November 2025)',
    )
    expect(await page.locator('.app-whatif__fixed li').count()).toBe(10)
    expect(await page.getByText('This is a model, not a forecast.').count()).toBe(1)
    await page.close()
  })

  test('is told what cannot be, beside both fields, and keeps the rest', async () => {
    const page = await site.open('/what-if?starts=145')
    await page.getByRole('textbox', { name: /^In children’s homes/ }).fill('60')
    const summary = page.getByRole('alert')
    await summary.getByText(/are 126% together.*lower one of them by 26 points/).waitFor()
    expect(await page.locator('.app-dial--error .app-dial__label').allInnerTexts()).toEqual([
      'In children’s homes, of children in care',
      'With foster carers, of children in care',
    ])
    expect(await page.getByText(FEWER).isVisible()).toBe(true)
    expect(await summary.textContent()).toContain('What is shown is from before you set it.')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('textbox', { name: /^With foster carers/ }).fill('40')
    await summary.waitFor({ state: 'detached' })
    expect(await page.getByText('In any other place: 0%', { exact: true }).isVisible()).toBe(true)
    await page.close()
    // The browser itself reports the refusals that this test is about.
    expect(site.complaints.splice(0).filter((complaint) => !/400/.test(complaint))).toEqual([])
  })

  test('opens an address that cannot be, and can mend it', async () => {
    const page = await site.open('/what-if?starts=lots')
    await page
      .getByRole('alert')
      .getByText('Children entering care: enter a number, such as 12 or 12.5')
      .waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('without any of your changes')
    await page.getByRole('textbox', { name: /^Children entering care/ }).fill('145')
    await page.getByText(FEWER).waitFor()
    await page.close()
    expect(site.complaints.splice(0).filter((complaint) => !/400/.test(complaint))).toEqual([])
  })
})

describe('another area', () => {
  test('begins with its own figures: what was set for the last one is left behind', async () => {
    const page = await site.open('/what-if?starts=145&years=3')
    await page.getByLabel(/^Area/).selectOption({ label: 'Sandwell' })
    await page.waitForURL(/area=E08000028/)
    await page.getByText(/there would be \d+ children in care on 31 March 2028, after 816/).waitFor()
    expect(new URL(page.url()).searchParams.get('starts')).toBeNull()
    expect(await page.getByRole('textbox', { name: /^Children entering care/ }).inputValue()).toBe('265')
    await page.close()
  })

  test('without figures says plainly which are missing', async () => {
    const page = await site.open('/what-if?area=E09000001')
    expect(await page.getByText(/there is no year with all of them/).isVisible()).toBe(true)
    expect(await page.locator('.app-empty li').count()).toBe(3)
    expect(await page.getByRole('slider').count()).toBe(0)
    await page.close()
  })
})

const SCREENS = [
  ['as things are', '/what-if'],
  ['with changes over ten years', '/what-if?starts=120&residential=10&fostering=70&years=10'],
  ['where figures are missing', '/what-if?area=E09000001'],
] as const

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each(SCREENS)('%s: no fault that axe knows, and it fits the width', async (_screen, path) => {
    const page = await site.open(path, size)
    expect(await accessibilityFaults(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.chart svg')].flatMap((svg) => {
        const frame = svg.getBoundingClientRect()
        const isOutside = (text: Element) => {
          const box = text.getBoundingClientRect()
          return box.left < frame.left - 0.5 || box.right > frame.right + 0.5
        }
        return [...svg.querySelectorAll('text')].filter(isOutside).map((text) => text.textContent)
      }),
    )
    expect(cut).toEqual([])
    await page.close()
  })
})

test('printed, what was set stands in the table, and the sliders are gone', async () => {
  const page = await site.open('/what-if?starts=145')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('slider').count()).toBe(0)
  expect(await page.getByRole('row', { name: /^Children entering care 165 a year 145 a year/ }).count()).toBe(
    1,
  )
  const sizes = await page
    .locator('main p:visible, main li:visible, main td:visible, main th:visible')
    .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
  await page.close()
})
