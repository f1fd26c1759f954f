import { describe, expect, test } from 'vitest'
import { toCalendar } from './due-calendar.ts'

const item = {
  id: 'action-audit',
  on: '2017-05-31',
  title: 'Due: an audit',
  details: ['Plan: Improvement'],
  version: 1,
  changedAt: '2017-03-27T12:00:00.000Z',
}
const calendar = (change: Partial<typeof item> = {}) =>
  toCalendar({ name: 'Due', items: [{ ...item, ...change }] })
/** As a calendar reads it: folded lines put together again. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').trimEnd().split('\r\n')

describe('a calendar to subscribe to', () => {
  test('holds what is due as an event of a whole day, which ends on the day after', () => {
    expect(unfolded(calendar())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      "PRODID:-//Children's services performance//Due days//EN",
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Due',
      'REFRESH-INTERVAL;VALUE=DURATION:P1D',
      'BEGIN:VEVENT',
      'UID:action-audit@childrens-services-performance',
      'DTSTAMP:20170327T120000Z',
      'LAST-MODIFIED:20170327T120000Z',
      'SEQUENCE:0',
      'DTSTART;VALUE=DATE:20170531',
      'DTEND;VALUE=DATE:20170601',
      'SUMMARY:Due: an audit',
      'DESCRIPTION:Plan: Improvement',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  test('ends each line as the format asks, the last one too', () => {
    const text = calendar()
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('keeps the name of an event when its day is changed, and counts the change', () => {
    const lines = unfolded(calendar({ on: '2017-12-31', version: 3 }))
    expect(lines).toContain('UID:action-audit@childrens-services-performance')
    expect(lines).toContain('SEQUENCE:2')
    expect(lines).toContain('DTEND;VALUE=DATE:20180101')
  })

  test.each([
    ['commas and semicolons', 'one, two; three', 'one\\, two\\; three'],
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['line breaks of each kind', 'one\r\ntwo\nthree\rfour', 'one\\ntwo\\nthree\\nfour'],
  ])('takes the meaning from %s', (_name, title, text) => {
    expect(unfolded(calendar({ title }))).toContain(`SUMMARY:${text}`)
  })

  test('puts each detail on a line of its own', () => {
    expect(unfolded(calendar({ details: ['Plan: A', 'Who: B'] }))).toContain('DESCRIPTION:Plan: A\\nWho: B')
  })

  test.each([
    ['plain letters', 'a'.repeat(400)],
    ['letters of three octets', '’'.repeat(200)],
    ['letters of four octets', '😀'.repeat(90)],
  ])('folds lines after 75 octets at most, and cuts no letter: %s', (_name, title) => {
    const text = calendar({ title })
    const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...octets)).toBeLessThanOrEqual(75)
    expect(Math.max(...octets)).toBeGreaterThan(71)
    expect(unfolded(text)).toContain(`SUMMARY:${title}`)
  })

  test('leaves a line of exactly 75 octets whole', () => {
    const title = 'a'.repeat(75 - 'SUMMARY:'.length)
    expect(calendar({ title })).toContain(`\r\nSUMMARY:${title}\r\n`)
  })

  test('without anything due has no event', () => {
    expect(toCalendar({ name: 'Due', items: [] })).not.toContain('VEVENT')
  })
})
