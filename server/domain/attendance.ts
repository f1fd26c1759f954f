import { formatNumber } from './rounding.ts'

/** Who comes to the meetings of a board: counts and words, from what is on record of each meeting that was held. */

/** In person, a deputy in their place, apologies sent, or none of these. */
export const ATTENDANCE = ['yes', 'deputy', 'apologies', 'no'] as const
export type Came = (typeof ATTENDANCE)[number]

/** `who` is a role or an organisation. */
export type Attended = { who: string; came: Came }

/** Of how many meetings that list them somebody came, sent a deputy, sent apologies, or did none of these. */
export type Attendance = {
  who: string
  listed: number
  came: number
  deputy: number
  apologies: number
  absent: number
}

/** By what two names are taken for one: neither capitals nor blanks tell roles apart. */
export const sameWho = (who: string): string => who.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/**
 * Attendance over held meetings, the newest first; each gives the rows of who was listed. Only meetings that list
 * somebody count for them: who joined a board late missed nothing before. In the order of the newest meeting, those that
 * it does not list last; each is called as in the newest meeting that lists them.
 */
export function attendanceOf(meetings: readonly (readonly Attended[])[]): Attendance[] {
  const rows = Map.groupBy(meetings.flat(), ({ who }) => sameWho(who))
  return [...rows.values()].map((own) => {
    const count = (came: Came) => own.filter((row) => row.came === came).length
    return {
      who: own[0]?.who ?? '',
      listed: own.length,
      came: count('yes'),
      deputy: count('deputy'),
      apologies: count('apologies'),
      absent: count('no'),
    }
  })
}

/** What is said behind a name: `came to 3 of 4, sent a deputy to 1`. Counts only: a share of so few says less than they do. */
export function attendanceInWords({ listed, ...counts }: Omit<Attendance, 'who'>): string {
  const { came, deputy, apologies, absent } = counts
  if (listed === 0) return 'listed at no meeting'
  if (listed === 1) return `${theOnly(counts)} the only meeting that lists it`
  if (absent === listed) return `did not come to ${listed === 2 ? 'either' : 'any'} of ${of(listed)}`
  return [
    `came to ${came === listed ? all(listed) : `${came === 0 ? 'none' : of(came)} of ${of(listed)}`}`,
    ...(deputy > 0 ? [`sent a deputy to ${deputy === listed ? all(listed) : of(deputy)}`] : []),
    ...(apologies > 0 ? [`sent apologies for ${apologies === listed ? all(listed) : of(apologies)}`] : []),
    ...(absent > 0 ? [`did not come to ${of(absent)}`] : []),
  ].join(', ')
}

const of = (n: number) => formatNumber(n, 0)
const all = (n: number) => (n === 2 ? 'both' : `all ${of(n)}`)

function theOnly({ came, deputy, apologies }: Pick<Attendance, 'came' | 'deputy' | 'apologies'>): string {
  if (came > 0) return 'came to'
  if (deputy > 0) return 'sent a deputy to'
  return apologies > 0 ? 'sent apologies for' : 'did not come to'
}
