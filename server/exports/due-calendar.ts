import { addDays } from '../domain/period.ts'
import type { DueItem, DueList } from '../views/plans/plan-due.ts'

/**
 * What is due as a calendar to subscribe to: iCalendar by RFC 5545, an all-day event each. The same list gives the
 * same text, so that a calendar that asks again finds nothing new where nothing changed.
 */
export function toCalendar({ name, items }: DueList): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    "PRODID:-//Children's services performance//Due days//EN",
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...items.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** The end of an all-day event is the day after it; nobody is kept busy by it. */
function eventLines({ id, on, title, details, version, changedAt }: DueItem): string[] {
  const changed = `${changedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  return [
    'BEGIN:VEVENT',
    `UID:${id}@childrens-services-performance`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${version - 1}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    `DTEND;VALUE=DATE:${basic(addDays(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(details.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const basic = (day: string) => day.replaceAll('-', '')

/** Backslash, semicolon, comma and line break have a meaning in a text value (section 3.3.11). */
const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')

const MOST_OCTETS = 75

/** A line longer than 75 octets goes on in the next, after a space (section 3.1); no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > MOST_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}
