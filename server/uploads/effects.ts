import type { EffectsAnswer } from '../contract/uploads.ts'
import type { Figure } from '../domain/figure.ts'
import { comparePeriods, periodOf } from '../domain/period.ts'
import type { Changes } from '../imports/compare.ts'
import type { Database } from '../store/database.ts'
import { findDraftFigures, findFiguresOfSeries, findSeriesOfRelease } from '../store/figures.ts'
import { protectEdition } from '../store/protect.ts'
import { publishRelease } from '../store/releases.ts'
import { lockForWriting } from '../store/revision.ts'
import type { Upload } from '../store/uploads.ts'
import { countShownBeside, findWithheldOf } from '../store/withheld.ts'
import type { Setting } from '../views/subject.ts'
import { compareStandings, type Standing, viewBeforeAfter, viewStanding } from '../views/uploads/effects.ts'
import type { HiddenFigures } from '../views/uploads/hidden.ts'

/** How many series are drawn before and after. */
const MOST_CHARTS = 6
/** How many new figures are listed one by one. */
const MOST_ADDITIONS = 300
/** How many series of a draft are looked at for what it touches; national files have tens of thousands. */
const MOST_SERIES = 2000

class Foreseen {
  readonly standing: Standing
  readonly hidden: HiddenFigures | null
  constructor(standing: Standing, hidden: HiddenFigures | null) {
    this.standing = standing
    this.hidden = hidden
  }
}

/** As it is kept with the upload; the screen has it in words. */
export type Foresight = Omit<EffectsAnswer, 'hidden'> & { additions: Figure[]; hidden: HiddenFigures | null }
/** Of a return with more figures, of many areas at once, it is told only after publishing what the public sees. */
const MOST_JUDGED = 20_000
/** How many hidden figures are listed one by one. */
const MOST_HIDDEN = 300

/**
 * What publishing a draft would do to ranks and exceptions, and what of it the public would not see: publishes it in a
 * transaction, looks, and rolls back. So what is foreseen is what every screen would show, by the same code.
 */
export async function foreseeEffects(
  db: Database,
  setting: Setting,
  upload: Upload,
  changes: Changes,
  now: string,
): Promise<Foresight> {
  const series = (await findSeriesOfRelease(db, upload.release_id)).slice(0, MOST_SERIES)
  const drafted = (await findDraftFigures(db, upload.release_id, series)).map((each) => each.figure)
  const areas = new Set(drafted.map((figure) => figure.area))
  const area = areas.has(setting.home) ? setting.home : ([...areas][0] ?? setting.home)
  const own = drafted.filter((figure) => figure.area === area)
  const known = (id: string) => setting.reference.indicator(id) !== undefined
  const indicators = [...new Set(own.map((figure) => figure.indicator))].filter(known)
  const newest = own
    .map((figure) => periodOf(figure.period))
    .sort(comparePeriods)
    .at(-1)
  const by = newest?.kind === 'quarter' || newest?.kind === 'month' ? 'quarter' : 'financial-year'

  const before = await viewStanding(db, setting, area, indicators, by)
  let after = before
  let hidden: HiddenFigures | null = null
  try {
    await db.transaction().execute(async (tx) => {
      await lockForWriting(tx)
      await publishRelease(tx, upload.release_id, now)
      const isSmall = upload.kind === 'return' && upload.figures <= MOST_JUDGED
      const hidden = isSmall ? await findHidden(tx, setting, upload.release_id) : null
      throw new Foreseen(await viewStanding(tx, setting, area, indicators, by), hidden)
    })
  } catch (error) {
    if (!(error instanceof Foreseen)) throw error
    after = error.standing
    hidden = error.hidden
  }

  const revised = new Map(changes.revisions.map((revision) => [keyOf(revision.after), revision.after]))
  const charts = []
  for (const subject of [...revised.values()].slice(0, MOST_CHARTS)) {
    const figures = drafted.filter((figure) => keyOf(figure) === keyOf(subject))
    const chart = await viewBeforeAfter(db, setting, subject, figures.length > 0 ? figures : [subject])
    if (chart) charts.push(chart)
  }
  const additions = upload.kind === 'return' ? await findAdditions(db, series, drafted) : []
  const place = new Map(setting.reference.indicators.map(({ id }, i) => [id, i]))
  additions.sort((a, b) => (place.get(a.indicator) ?? 0) - (place.get(b.indicator) ?? 0))
  return {
    area,
    ...compareStandings(before, after),
    charts,
    additions: additions.slice(0, MOST_ADDITIONS),
    hidden,
  }
}

/** What is kept from the public of a release that was just published in this transaction. */
async function findHidden(tx: Database, { reference }: Setting, release: number): Promise<HiddenFigures> {
  const before = await countShownBeside(tx, release)
  const { exposed } = await protectEdition(tx, reference)
  const figures = await findWithheldOf(tx, release)
  return {
    count: figures.length,
    figures: figures.slice(0, MOST_HIDDEN),
    others: Math.max(0, before - (await countShownBeside(tx, release))),
    exposed: exposed.length,
  }
}

/** The figures of a draft that nothing is published for yet. */
async function findAdditions(
  db: Database,
  series: readonly number[],
  drafted: readonly Figure[],
): Promise<Figure[]> {
  const held = await findFiguresOfSeries(db, series)
  const known = new Set(
    [...held.values()].flatMap((figures) =>
      [...figures.values()].map((figure) => `${keyOf(figure)} ${figure.period}`),
    ),
  )
  return drafted.filter((figure) => !known.has(`${keyOf(figure)} ${figure.period}`))
}

const keyOf = ({ indicator, area, dimension }: Pick<Figure, 'indicator' | 'area' | 'dimension'>) =>
  `${indicator} ${area} ${dimension}`
