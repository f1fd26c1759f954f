import type {
  AcceptedAnswer,
  BreakAnswer,
  HeldGrid,
  PublicationAnswer,
  QualityAnswer,
  ReleaseAnswer,
} from '../../contract/quality.ts'
import { newestQuarterDue, quartersBetween, returnInWords } from '../../domain/due.ts'
import { ageLabel, type Period, periodLabel, periodOf, stepPeriod } from '../../domain/period.ts'
import type { HeldSeries } from './held-series.ts'
import { isQuarterly, type QuarterSetting } from './quarter-grid.ts'

type Sentence = QualityAnswer['summary'][number]
type Parts = {
  held: readonly HeldSeries[]
  setting: QuarterSetting
  quarters: HeldGrid
  publications: readonly PublicationAnswer[]
  breaks: readonly BreakAnswer[]
  /** Null where they are not for the reader. */
  accepted: readonly AcceptedAnswer[] | null
  releases: readonly ReleaseAnswer[]
}

/** What a reader has to know of the data before reading any of it, in sentences. */
export function summarise(parts: Parts): Sentence[] {
  return [
    ...ofQuarters(parts),
    ...ofYears(parts.publications),
    { about: 'breaks', late: false, text: ofBreaks(parts.breaks) },
    { about: 'warnings', late: false, text: ofWarnings(parts.accepted) },
    { about: 'releases', late: false, text: ofReleases(parts.releases) },
  ]
}

function ofQuarters({ held, setting, quarters }: Parts): Sentence[] {
  const sentence = (text: string, late = false): Sentence => ({ about: 'quarters', text, late })
  // What is worked out here from other measures is sent by nobody.
  const derived = held.flatMap(({ indicator }) => (indicator.derived ? [indicator.id] : []))
  const sent = quarters.rows.filter((row) => row.newest !== null && !derived.includes(row.indicator))
  const ends = sent.map((row) => row.newest?.end ?? '').sort()
  const first = sent.find((row) => row.newest?.end === ends.at(-1))?.newest
  if (!first) return [sentence(quarters.note ?? ''), ...waitingFor(null, setting, sentence)]
  const newest = periodOf(first.period)
  const upToDate = sent.filter((row) => row.newest?.end === first.end)
  const never = held.filter(
    ({ dimension, indicator, figures }) =>
      dimension === '' &&
      !indicator.derived &&
      isQuarterly(indicator.frequency) &&
      figures.quarter.length === 0,
  ).length
  const age = ageLabel(newest.end, setting.today)
  const madeUp = upToDate.every((row) => row.newest?.illustrative)
    ? ' All of these newest figures are illustrative: made up to show how the dashboard works.'
    : ''
  const upTo = `${upToDate.length} of ${sent.length} quarterly measures ${upToDate.length === 1 ? 'is' : 'are'} held up to ${periodLabel(newest)}, which ended ${age} ago.${madeUp}`
  const more = `${never} more could be reported by quarter and never were.`
  return [sentence(never > 0 ? `${upTo} ${more}` : upTo), ...waitingFor(newest, setting, sentence)]
}

/** The return that is due, or due next. */
function waitingFor(
  newest: Period | null,
  { today, expected }: QuarterSetting,
  sentence: (text: string, late: boolean) => Sentence,
): Sentence[] {
  if (!expected) return []
  const due = newestQuarterDue(today)
  if (newest && quartersBetween(newest, due) <= 0) {
    return [sentence(returnInWords(stepPeriod(newest, 1), today), false)]
  }
  const before = newest ? quartersBetween(newest, due) - 1 : 0
  const others =
    before === 0
      ? ''
      : before === 1
        ? ' That for the quarter before it is not here either.'
        : ` Those for the ${before} quarters before it are not here either.`
  return [sentence(returnInWords(due, today) + others, true)]
}

function ofYears(publications: readonly PublicationAnswer[]): Sentence[] {
  if (publications.length === 0) return []
  const late = publications.filter(({ next }) => next?.late)
  const names = late.map(({ name, next }) => `${name} (since ${next?.due})`)
  const held = countOf(publications.length, 'national publication')
  if (late.length === 0)
    return [{ about: 'years', late: false, text: `Figures of ${held} are held; none is late.` }]
  const here = late.length === 1 ? 'is due and not here' : 'are due and not here'
  return [{ about: 'years', late: true, text: `${late.length} of ${held} ${here}: ${names.join(', ')}.` }]
}

const ofBreaks = (breaks: readonly BreakAnswer[]) =>
  breaks.length === 0
    ? 'No break in a series is known.'
    : `${countOf(breaks.length, 'break')} in a series or other change of counting ${breaks.length === 1 ? 'is' : 'are'} known.`

function ofWarnings(accepted: readonly AcceptedAnswer[] | null): string {
  if (accepted === null) return 'Which warnings were accepted is not part of the public edition.'
  if (accepted.length === 0) return 'No file was published with warnings.'
  const warnings = accepted.reduce((sum, each) => sum + each.warnings, 0)
  return `${countOf(accepted.length, 'file')} ${accepted.length === 1 ? 'was' : 'were'} published with ${countOf(warnings, 'warning')} accepted.`
}

function ofReleases(releases: readonly ReleaseAnswer[]): string {
  const withdrawn = releases.filter(({ state }) => state === 'withdrawn').length
  const all = `${countOf(releases.length, 'release')} ${releases.length === 1 ? 'was' : 'were'} published`
  return `${all}; ${withdrawn === 0 ? 'none was' : withdrawn === 1 ? '1 was' : `${withdrawn} were`} withdrawn.`
}

const countOf = (n: number, one: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : `${one}s`}`
