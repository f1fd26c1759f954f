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

const SCREENS = [
  ['the overview', '/'],
  ['the overview of a quarter', '/?card=council-plan&by=quarter&period=2016-17Q3'],
  ['the workforce of another council', '/?card=workforce&area=E08000028'],
  ['an indicator by year', '/indicators/cla-rate?by=financial-year'],
  ['an indicator by quarter', '/indicators/referrals-rate?by=quarter'],
  ['an indicator with named areas', '/indicators/cla-rate?compare=neighbours,england,E06000058,E08000028'],
  ['an indicator with hidden figures', '/indicators/cpp-2yr-pct?area=E09000001'],
  ['an indicator without figures', '/indicators/contacts-rate?area=E08000028'],
  ['the list of all measures', '/indicators'],
  ['the quality of the data by quarter', '/quality'],
  ['the quality of the data by year', '/quality?by=year'],
  ['the quality of the data of another council', '/quality?area=E08000028'],
  ['the upload of figures', '/uploads'],
  ['the strategy on a page', '/strategy'],
  ['a strategy that ran out', '/strategy?programme=council-plan-2015'],
  ['the targets', '/targets?all=1'],
  ['a target', '/targets/mtfs-care'],
  ['a new target', '/targets/new'],
  ['a change of a target', '/targets/mtfs-care/change'],
  ['savings and costs', '/savings'],
  ['what if', '/what-if?starts=145'],
  ['the plans', '/plans'],
  ['a plan', '/plans/improvement-2019'],
  ['the recommendations of scrutiny', '/scrutiny?on=2017-04-27'],
  ['the questions of members', '/scrutiny?tab=questions'],
  ['the exceptions of a quarter', '/exceptions?card=council-plan&by=quarter&period=2016-17Q3'],
  ['a contract', '/contracts?area=E08000028'],
  ['a new action', '/registers/action/new?plan=improvement-2019'],
  ['the registers', '/registers'],
  ['the entries of a register', '/registers/decision'],
  ['an entry with its links', '/registers/plan/improvement-2019'],
  ['the papers', '/papers'],
  ['a paper', '/papers/sandwell-report-2018'],
  ['the reading guide', '/guide'],
  ['what is kept about people', '/privacy'],
  ['how figures are kept safe', '/security'],
  ['accessibility', '/accessibility'],
] as const

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const)('on %s', (_name, size) => {
  test.each(SCREENS)('%s has no fault that axe knows, and fits the width', async (_screen, path) => {
    const page = await site.openSignedIn(path, size)
    await page.waitForSelector('h1')
    expect(await accessibilityFaults(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await page.close()
  })

  test.each(SCREENS)('%s has text of 16 pixels or more', async (_screen, path) => {
    const page = await site.openSignedIn(path, size)
    const small = await page.evaluate(() => {
      const shown = (element: Element) =>
        element.getClientRects().length > 0 && !element.closest('.govuk-visually-hidden')
      const hasText = (element: Element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      return [...document.querySelectorAll('body *')]
        .filter(
          (element) => hasText(element) && shown(element) && !element.matches('.chart-event, option, script'),
        )
        .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
        .map((element) => element.textContent)
    })
    expect(small).toEqual([])
    await page.close()
  })
})

test('no page holds an acronym that is not spelled out where it first stands', async () => {
  for (const [, path] of SCREENS.filter(([, address]) => address !== '/guide')) {
    const page = await site.openSignedIn(path)
    const [text = ''] = await page.locator('main').allInnerTexts()
    const acronyms = new Set(text.match(/\b[A-Z][a-zA-Z]*[A-Z][a-zA-Z]*\b/g) ?? [])
    const strange = [...acronyms].filter((word) => {
      const known = ['GCSE', 'SSDA', 'CSV', 'HeadStart'].includes(word)
      const expanded = text.includes(`(${word})`) || text.includes(`, ${word})`)
      const fieldName = /^(CPP|LAC|CIN|LACnum|CPPlans2yrsActive)/.test(word)
      return !known && !expanded && !fieldName
    })
    expect(strange, path).toEqual([])
    await page.close()
  }
})

test('printed, the text is 12 point or more, and what only works on a screen is gone', async () => {
  for (const path of [
    '/',
    '/indicators/cla-rate',
    '/quality',
    '/uploads',
    '/strategy',
    '/targets',
    '/targets/mtfs-care',
    '/savings',
    '/what-if',
  ]) {
    const page = await site.openSignedIn(path)
    await page.emulateMedia({ media: 'print' })
    const faults = await page.evaluate(() => {
      const visible = (selector: string) =>
        [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0)
      const sizes = [...document.querySelectorAll('main p, main td, main th, main li, main dd')]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
      return { controls: visible('select, button, nav, .app-downloads'), smallest: Math.min(...sizes) }
    })
    expect(faults.controls, path).toBe(false)
    // 12 points are 16 pixels.
    expect(faults.smallest, path).toBeGreaterThanOrEqual(16)
    await page.close()
  }
})
