import { eventTerms } from '../../contract/events.ts'
import type { PaperNote } from '../../contract/exception-answers.ts'
import { workItemTerms } from '../../contract/scrutiny.ts'
import { isNumber } from '../../domain/figure.ts'
import { formatValue, unitSuffix } from '../../domain/indicator.ts'
import { dayLabel, daysBetween, type Period, periodLabel, quarterLabel } from '../../domain/period.ts'
import { countOf } from '../../domain/sentence.ts'
import type { Database } from '../../store/database.ts'
import { type Dated, loadAreaFigures } from '../area-figures.ts'
import { loadEntries } from '../registers/register.ts'
import type { Setting, Subject } from '../subject.ts'
import { sourceOf } from './exceptions-linked.ts'

/** A report of a quarter is read in the quarter after it. */
const READ_WITHIN_DAYS = 90

const isRead = (period: Period, day: string) => {
  const days = daysBetween(period.end, day)
  return days > 0 && days < READ_WITHIN_DAYS
}

type Asked = { area: string; period: Period; asAt?: string | undefined }

/** What a committee was told of a period as a whole: the performance reports of its work plan that cover it. */
export async function papersOfPeriod(
  db: Database,
  setting: Setting,
  { area, period, asAt }: Asked,
): Promise<PaperNote[]> {
  const covers =
    period.kind === 'quarter' ? quarterLabel(period).replace(/^Quarter (\d).*/, 'Q$1') : 'End of Year'
  const reports = (await loadEntries(db, 'work-item', workItemTerms, asAt))
    .filter(({ retired, terms }) => !retired && terms.kind === 'performance' && terms.area === area)
    .filter(({ terms }) => terms.covers === covers && isReported(period, terms.meeting))
    .map(({ terms }) => {
      const { document, page } = sourceOf(setting, terms)
      return {
        label: dayLabel(terms.meeting),
        text: `${terms.committee}: ${terms.title}. ${terms.note ?? 'What was said of it is not on record here.'}`,
        source: [document, page].filter(Boolean).join(', '),
        doubt: null,
      }
    })
  return [...reports, ...factsOfPeriod(setting, { area, period, asAt })]
}

/** What papers state of the very months of a period beside its figures, such as what else was reported. */
function factsOfPeriod({ reference }: Setting, { area, period, asAt }: Asked): PaperNote[] {
  const [months = ''] = periodLabel(period).split(' (')
  return reference.context
    .filter((fact) => fact.area === area && !fact.sensitive && fact.asAt === months)
    .flatMap((fact) => {
      const paper = reference.document(fact.document)
      if (!paper || (asAt !== undefined && paper.published > asAt)) return []
      return [
        {
          label: months,
          text: fact.text,
          source: [paper.title, fact.page].filter(Boolean).join(', '),
          doubt: fact.conflict,
        },
      ]
    })
}

/** A year's report may come a quarter later than a quarter's. */
const isReported = (period: Period, meeting: string) => {
  const days = daysBetween(period.end, meeting)
  return days > 0 && days < READ_WITHIN_DAYS * 2
}

/** What papers said of one measure while its figure was being read: numbers of later days, and what a meeting made of it. */
export async function papersOfMeasure(
  db: Database,
  subject: Subject,
  { area, period, asAt }: Asked,
): Promise<PaperNote[]> {
  const { facts } = (await loadAreaFigures(db, subject, { areas: [area], asAt }))(area)
  const events = await loadEntries(db, 'event', eventTerms, asAt)
  const told = facts
    .filter(({ at }) => isRead(period, at.end))
    .map((fact) => ({ on: fact.at.end, note: noteOf(fact, subject) }))
  const met = events
    .filter(({ retired, terms }) => !retired && terms.kind === 'meeting' && terms.area === area)
    .filter(({ terms }) => terms.indicators.includes(subject.indicator.id) && isRead(period, terms.on))
    .map(({ terms }) => ({
      on: terms.on,
      note: { label: dayLabel(terms.on), text: `${terms.label}.`, source: terms.source, doubt: terms.doubt },
    }))
  return [...told, ...met].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ note }) => note)
}

function noteOf({ at, value, numerator, source, note, doubt }: Dated, subject: Subject): PaperNote {
  const { localMeasure, wording } = subject
  const rate = isNumber(value) ? `${formatValue(value, localMeasure)}${unitSuffix(localMeasure.unit)}` : ''
  const count = numerator === null || localMeasure.unit === 'percent' ? '' : countOf(numerator, wording)
  return {
    label: dayLabel(at.end),
    text: `${[count, rate].filter(Boolean).join(', ')}.`,
    source: [source.title, note].filter(Boolean).join('. '),
    doubt,
  }
}
