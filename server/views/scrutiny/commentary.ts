import type { CommentariesAnswer, CommentaryAnswer } from '../../contract/exception-answers.ts'
import type { CommentaryTerms } from '../../contract/scrutiny.ts'
import { type CheckedNumber, checkNumbers } from '../../domain/commentary-check.ts'
import { toneInWords } from '../../domain/commentary-tone.ts'
import { isSound } from '../../domain/figure.ts'
import { dayLabel, periodLabel, periodOf } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { loadAreaFigures, newestRhythm } from '../area-figures.ts'
import { viewOneEntry } from '../registers/entries.ts'
import { type Entry, nameOf } from '../registers/register.ts'
import { findSubject, type Setting, type Subject } from '../subject.ts'
import { loadSurroundings } from '../surroundings.ts'
import { commentaryEntries, unsaidIn } from './commentary-entries.ts'
import type { Known } from './commentary-known.ts'
import { knownNumbers } from './commentary-numbers.ts'
import { figureStandingOf } from './commentary-standing.ts'
import { listOf } from './exceptions-words.ts'

/** The list of similar councils that a commentary may name the average of. */
const NEIGHBOURS = '2025'

/** Everything that was written of a measure of an area, the newest period first. */
export async function viewCommentaries(
  db: Database,
  setting: Setting,
  query: { indicator: string; area?: string | undefined },
): Promise<CommentariesAnswer> {
  const subject = findSubject(setting, query.indicator, '', query.area)
  const { indicator, area } = subject
  const commentaries = await commentariesOf(db, setting, subject)
  const own = (await loadAreaFigures(db, subject, { areas: [area.id] }))(area.id)
  const rhythm = newestRhythm(own)
  const newest = rhythm && own[rhythm].findLast(isSound)
  const count = commentaries.length
  return {
    indicator: { id: indicator.id, name: indicator.name },
    area: { id: area.id, name: area.name },
    newestPeriod: newest?.period ?? null,
    words:
      count === 0
        ? `Nobody has written a commentary on this measure for ${area.name} yet.`
        : `${count === 1 ? 'One commentary' : `${count} commentaries`} on this measure for ${area.name}, the newest period first.`,
    commentaries,
  }
}

/** The commentaries of a subject that stand, the newest period first; with `asAt` as they stood on that day. */
export async function commentariesOf(
  db: Database,
  setting: Setting,
  subject: Subject,
  { periods, asAt }: { periods?: readonly string[]; asAt?: string | undefined } = {},
): Promise<CommentaryAnswer[]> {
  const about = { indicator: subject.indicator.id, area: subject.area.id, asAt }
  const entries = await commentaryEntries(db, periods ? { ...about, periods } : about)
  return Promise.all(entries.map((entry) => viewCommentary(db, setting, subject, entry, asAt)))
}

async function viewCommentary(
  db: Database,
  setting: Setting,
  subject: Subject,
  { id, version, versions, madeAt, terms }: Entry<CommentaryTerms>,
  asAt: string | undefined,
): Promise<CommentaryAnswer> {
  const period = periodOf(terms.period)
  const query = { neighbours: NEIGHBOURS, asAt }
  const surroundings = await loadSurroundings(db, setting, subject, query)
  const known = await knownNumbers(db, setting, subject, surroundings, period, query)
  const written = [terms.text, terms.cause, terms.action].filter(Boolean).join('\n')
  // Who writes a number twice has written one number.
  const numbers = [...new Map(checkNumbers(written, known).map((each) => [each.text, each])).values()]
  const claimed = [terms.text, terms.cause].filter(Boolean).join('\n')
  const standing = await figureStandingOf(db, setting, subject, surroundings, period, query)
  const { history } = await viewOneEntry(db, setting, 'commentary', id)
  return {
    id,
    version,
    period: { id: period.id, label: periodLabel(period) },
    text: terms.text,
    cause: terms.cause,
    action: terms.action,
    owner: terms.owner,
    recovery: terms.recoveryOn && dayLabel(terms.recoveryOn),
    unsaid: unsaidIn(terms),
    by: terms.by,
    changedLabel: `${dayLabel(madeAt.slice(0, 10))}, by ${nameOf(versions.at(-1)?.madeBy ?? '')}`,
    numbers,
    numbersWords: numbersInWords(numbers, known),
    flagged: known.length > 0 && numbers.some(({ is }) => is === null),
    known: known.map(({ text, words }) => ({ text, words })),
    tone: toneInWords(claimed, standing),
    history: history.filter((each) => each.version <= version),
  }
}

/** "2 of its 5 numbers are not among the figures of this measure: 41 and about 600. …" */
export function numbersInWords(numbers: readonly CheckedNumber[], known: readonly Known[]): string {
  if (numbers.length === 0) return 'It names no number.'
  const all =
    numbers.length === 1 ? 'The one number that it names' : `All ${numbers.length} numbers that it names`
  if (known.length === 0)
    return 'There is no figure for this period to hold its numbers against: they are not checked.'
  const strange = numbers.filter(({ is }) => is === null).map(({ text }) => text)
  if (strange.length === 0)
    return `${all} ${numbers.length === 1 ? 'is' : 'are'} among the figures of this measure.`
  const one = strange.length === 1
  const which = numbers.length === 1 ? all : `${strange.length} of its ${numbers.length} numbers`
  return `${which} ${one ? 'is' : 'are'} not among the figures of this measure: ${listOf(strange)}. ${one ? 'It' : 'They'} may be right and about something else: check before reading ${one ? 'it' : 'them'} out.`
}
