import type { PlanCover } from '../../contract/plan-content-answers.ts'
import type { PlanTerms } from '../../contract/plans.ts'
import { dayLabel } from '../../domain/period.ts'
import type { PlanOnDay } from './plan-register.ts'
import { are, many } from './plan-words.ts'

type Covered = PlanTerms['cover'][number]

/** Who holds which post while it changes hands, as it stands on a day; null where a plan covers no post. */
export function viewCover({
  plan: { terms },
  on,
  isToday,
}: Pick<PlanOnDay, 'on' | 'isToday'> & { plan: { terms: Pick<PlanTerms, 'cover'> } }): PlanCover | null {
  if (terms.cover.length === 0) return null
  return {
    words: coverInWords(terms.cover, on, isToday),
    rows: terms.cover.map((row) => ({
      post: row.post,
      holder: row.holder,
      fromLabel: row.from && dayLabel(row.from),
      toLabel: row.to && dayLabel(row.to),
      state: coverStateInWords(row, on, isToday),
      note: row.note,
    })),
  }
}

type Days = Pick<Covered, 'from' | 'to'>

/** Where a cover stands on a day. A first day alone does not say that it still goes on, nor a last day that it began. */
export function coverStateInWords({ from, to }: Days, on: string, isToday: boolean): string {
  if (from !== null && on < from) return 'Not begun'
  if (to !== null && on > to) return 'Ended'
  if (from !== null && to !== null) return isToday ? 'Covered now' : 'Covered on this day'
  if (from !== null) return 'Begun; no end is stated'
  return to === null ? 'No day is stated' : 'Not ended; no start is stated'
}

/** How many posts there are, how many are covered on the day, and of how many that can't be told. */
export function coverInWords(rows: readonly Days[], on: string, isToday: boolean): string {
  const dated = rows.filter(({ from, to }) => from !== null && to !== null)
  const covered = dated.filter(({ from, to }) => (from ?? '') <= on && on <= (to ?? ''))
  const posts = `By the plan ${many(rows.length, 'post')} ${are(rows.length)} covered.`
  const undated = rows.length - dated.length
  if (rows.every(({ from, to }) => from === null && to === null))
    return `${posts} No day is stated, so it can’t be told who holds ${rows.length === 1 ? 'it' : 'which'} on a given day.`
  if (dated.length === 0) {
    const which = rows.length === 1 ? 'It does not state' : 'For none of them does it state'
    return `${posts} ${which} both a first and a last day, so it can’t be told who holds ${rows.length === 1 ? 'it' : 'which'} on a given day.`
  }
  const when = `Covered ${isToday ? `today, ${dayLabel(on)}` : `on ${dayLabel(on)}`}`
  if (undated === 0) return `${posts} ${when}: ${covered.length} of ${rows.length}.`
  return `${posts} ${when}: ${covered.length} of ${dated.length} whose days are both stated; of ${undated} they are not.`
}
