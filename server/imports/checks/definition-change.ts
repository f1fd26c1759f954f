import type { Figure } from '../../domain/figure.ts'
import { comparePeriods, periodOf } from '../../domain/period.ts'
import type { SeriesCheck, SeriesInFile } from '../checks.ts'
import { marksBreak } from '../history.ts'

/** What is counted by, and that it is another now, in either order and in one sentence. */
const WAY =
  '(?:method|methodology|definitions?|recording|counting|guidance|criteria|thresholds?|coding|(?<!justice )system|database|case management)'
const CHANGED = String.raw`(?:chang\w*|new|different\w*|revised|redefin\w*|replac\w*|introduc\w*|switch\w*|migrat\w*|moved|updated|no longer)`
const SAYS_SO = new RegExp(
  [
    String.raw`\b${WAY}\b[^.;]{0,60}\b${CHANGED}\b`,
    String.raw`\b${CHANGED}\b[^.;]{0,40}\b${WAY}\b`,
    String.raw`\b(?:counted|recorded) differently\b`,
    String.raw`\bnow (?:include|exclude|count)\w*\b`,
    String.raw`\b(?:not|no longer) comparable\b`,
    String.raw`\bbreak in (?:the )?series\b`,
  ].join('|'),
  'i',
)

/**
 * A note that says that the way of counting changed. From such a period on a series is another one, and trends,
 * limits and comparisons have to begin anew: the analyst is asked to mark it. Notes that begin with [b] do; a note
 * that an earlier period has already is not asked about again.
 */
export const definitionChange: SeriesCheck = {
  id: 'definition-change',
  level: 'warn',
  title: 'Ways of counting that changed',
  guidance:
    'Mark a break in series: begin the note with [b]. Charts, trends and comparisons are then split there. If figures before and after can be compared, accept it with the reason.',
  find: (series) =>
    series.figures.flatMap((figure) => {
      const { note } = figure
      if (note === null || marksBreak(figure) || !SAYS_SO.test(note) || isKnown(note, figure, series))
        return []
      const message = `The note says "${shortened(note)}". Mark a break in series: begin the note with [b].`
      return [{ period: figure.period, column: 'value' as const, value: String(figure.value), message }]
    }),
}

/** Whether the note stands already, with or without the mark of a break: at an earlier period, or held at this one. */
function isKnown(note: string, { period }: Figure, { figures, held }: SeriesInFile): boolean {
  const bare = (text: string | null) => text?.replace(/^\[b\]\s*/, '')
  const isEarlier = (each: Figure) => comparePeriods(periodOf(each.period), periodOf(period)) < 0
  return (
    figures.some((each) => bare(each.note) === note && isEarlier(each)) ||
    held.some((each) => bare(each.note) === note && (each.period === period || isEarlier(each)))
  )
}

const LONGEST = 80
const shortened = (note: string) => (note.length > LONGEST ? `${note.slice(0, LONGEST).trimEnd()}…` : note)
