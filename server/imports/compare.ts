import { type Figure, isNumber, type PublishedFigure } from '../domain/figure.ts'
import { PER } from '../domain/indicator.ts'
import { completeRate } from '../domain/population.ts'
import type { Reference } from '../reference.ts'
import type { Database } from '../store/database.ts'
import { findDraftFigures, findFiguresOfSeries, findSeriesOfRelease, markRevised } from '../store/figures.ts'

/** A figure that the file would change. */
export type Revision = { before: PublishedFigure; after: Figure }

/** What a file would do to what is held. `revisions` are the largest of them, the largest first. */
export type Changes = { new: number; revised: number; unchanged: number; revisions: Revision[] }
/** How many revisions are told one by one. */
const MOST_REVISIONS = 200
/** How many series are compared at a time. */
const SERIES_AT_A_TIME = 400

/** The figures of one series in a draft. */
type Drafts = { series: number; figure: Figure }[]
export type Inspect = (
  series: number,
  own: Drafts,
  held: ReadonlyMap<string, PublishedFigure> | undefined,
) => void

/**
 * Compares what a draft holds of some series with what is held now. Each series is shown to `inspect` on the way.
 */
export async function compare(
  { db, release, reference }: { db: Database; release: number; reference: Reference },
  series: readonly number[],
  inspect: Inspect,
): Promise<Changes> {
  const changes: Changes = { new: 0, revised: 0, unchanged: 0, revisions: [] }
  for (let i = 0; i < series.length; i += SERIES_AT_A_TIME) {
    const ids = series.slice(i, i + SERIES_AT_A_TIME)
    const held = await findFiguresOfSeries(db, ids)
    const marked: { series: number; period: string }[] = []
    const drafts = Map.groupBy(await findDraftFigures(db, release, ids), (draft) => draft.series)
    for (const [id, own] of drafts) {
      const before = held.get(id)
      for (const { figure } of own) {
        const known = before?.get(figure.period)
        if (!known) changes.new++
        else if (isHeld(known, figure, reference)) changes.unchanged++
        else {
          changes.revised++
          const after = isSettled(known) && isSettled(figure) ? asRevised(figure) : figure
          changes.revisions.push({ before: known, after })
          if (after !== figure) marked.push({ series: id, period: figure.period })
        }
      }
      inspect(id, own, before)
    }
    await markRevised(db, release, marked)
    changes.revisions = changes.revisions.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_REVISIONS)
  }
  return changes
}

/** What a draft would change now, which may be another thing than when it was checked. */
export async function compareDraft(db: Database, release: number, reference: Reference): Promise<Changes> {
  return compare({ db, release, reference }, await findSeriesOfRelease(db, release), () => undefined)
}

/** Whether two figures say the same; what they are of is for the caller to know. */
export const sameFigure = (a: Figure, b: Figure) =>
  a.value === b.value &&
  a.numerator === b.numerator &&
  a.denominator === b.denominator &&
  a.status === b.status &&
  a.note === b.note &&
  a.doubt === b.doubt

/** A figure that was final and changes is not final from the start any more: readers are told that it is revised. */
const isSettled = ({ status }: Figure) => status === 'final' || status === 'revised'
const asRevised = (figure: Figure): Figure =>
  figure.status === 'revised' ? figure : { ...figure, status: 'revised' }

/**
 * Whether a figure is held as the file has it. A file goes on calling final what was marked as revised here, and a rate
 * that only gains the population it is divided by is the same rate.
 */
function isHeld(before: Figure, draft: Figure, reference: Reference): boolean {
  const known = isSettled(before) && isSettled(draft) ? { ...before, status: draft.status } : before
  const indicator = reference.indicator(draft.indicator)
  if (indicator?.denominatorKind !== 'population') return sameFigure(known, draft)
  const { unit, decimals } = indicator
  return sameFigure(completeRate(known, draft.denominator, { per: PER[unit], decimals }), draft)
}

/** How large a revision is beside what stood before; a number that comes or goes is the largest. */
function sizeOf({ before, after }: Revision): number {
  if (!isNumber(before.value) || !isNumber(after.value)) {
    return before.value === after.value ? 0 : Number.POSITIVE_INFINITY
  }
  return Math.abs(after.value - before.value) / Math.max(Math.abs(before.value), 1e-9)
}
