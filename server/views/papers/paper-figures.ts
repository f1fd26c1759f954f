import { type Figure, isNumber } from '../../domain/figure.ts'
import { formatValue, unitSuffix } from '../../domain/indicator.ts'
import { comparePeriods, periodLabel, periodOf } from '../../domain/period.ts'
import { countOf } from '../../domain/sentence.ts'
import { findDraftFigures, findSeriesOfRelease } from '../../store/figures.ts'
import { findReleases } from '../../store/releases.ts'
import { keptUntilRevision } from '../../store/revision.ts'
import { findSubject } from '../subject.ts'
import { type Paper, screenPath, type Told } from './paper-item.ts'

/** The figures of every paper, by its title: each paper is a release of its own. */
const loadPaperFigures = keptUntilRevision(async (db): Promise<ReadonlyMap<string, Figure[]>> => {
  const byTitle = new Map<string, Figure[]>()
  for (const { id, kind, state, title } of (await findReleases(db)).values()) {
    if (kind !== 'document' || state !== 'published') continue
    const held = await findDraftFigures(db, id, await findSeriesOfRelease(db, id))
    byTitle.set(title, [...(byTitle.get(title) ?? []), ...held.map(({ figure }) => figure)])
  }
  return byTitle
})

/** The figures of a paper in the order of their days. */
export async function figuresFrom(paper: Paper): Promise<Told[]> {
  const figures = (await loadPaperFigures(paper.db)).get(paper.title) ?? []
  return figures
    .toSorted((a, b) => comparePeriods(periodOf(a.period), periodOf(b.period)) || order(a, b))
    .map((figure) => tell(figure, paper))
}

const keyOf = ({ indicator, dimension, area }: Figure) => `${indicator} ${dimension} ${area}`
const order = (a: Figure, b: Figure) => (keyOf(a) < keyOf(b) ? -1 : 1)

function tell(figure: Figure, { setting }: Paper): Told {
  const { indicator, dimension, area, period, note, doubt } = figure
  const subject = findSubject(setting, indicator, dimension, area)
  return {
    about: `${subject.name}, ${subject.area.name}`,
    text: figureInWords(figure, subject),
    more: [],
    when: periodLabel(periodOf(period)),
    place: note,
    doubt,
    path: screenPath(setting, `/indicators/${indicator}`, { area, ...(dimension && { dimension }) }),
    link: 'The chart of this measure',
  }
}

/** "527 children in care, 185.9 per 10,000"; what a paper leaves out is left out. */
function figureInWords(
  { value, numerator }: Figure,
  { localMeasure, wording }: ReturnType<typeof findSubject>,
): string {
  const counted = localMeasure.unit === 'count' && isNumber(value) ? value : numerator
  const count = counted === null ? [] : [countOf(counted, wording)]
  if (localMeasure.unit === 'count' || !isNumber(value)) return count.join('')
  // A whole number was printed without decimals.
  const decimals = Number.isInteger(value) ? 0 : localMeasure.decimals
  const rate = formatValue(value, { ...localMeasure, decimals }) + unitSuffix(localMeasure.unit)
  return [...count, rate].join(', ')
}
