import { type QuestionTerms, questionTerms } from '../../contract/scrutiny.ts'
import type { QuestionAnswer, QuestionsAnswer } from '../../contract/scrutiny-answers.ts'
import { dayLabel, periodLabel, periodOf } from '../../domain/period.ts'
import {
  compareQuestions,
  daysOpen,
  meetingOf,
  needsCarrying,
  nextMeeting,
  type QuestionState,
  questionState,
} from '../../domain/question.ts'
import type { Database } from '../../store/database.ts'
import { meetingsOf } from '../plans/plan-register.ts'
import { type Entry, loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import { datedOf, datedOrNull, inArea, measureOf, type OnDay } from './scrutiny-shared.ts'
import { daysWords, questionsWords } from './scrutiny-words.ts'

/** What members asked by a day, of one measure or of all, and what officers had answered by then. */
export async function viewQuestions(
  db: Database,
  setting: Setting,
  { area, on }: OnDay,
  indicator?: string,
): Promise<QuestionsAnswer> {
  const entries = (await loadEntries(db, 'question', questionTerms))
    .filter(inArea(area))
    .filter(({ terms }) => terms.askedOn <= on && (indicator === undefined || terms.indicator === indicator))
    .sort((a, b) => compareQuestions(a.terms, b.terms, on))
  const meetings = await meetingsOf(db, area.id)
  const questions = entries.map((entry) => viewQuestion(setting, entry, on, meetings))
  const count = (state: QuestionState) => questions.filter((question) => question.state === state).length
  const counts = { open: count('open'), answered: count('answered'), closed: count('closed') }
  return {
    area: { id: area.id, name: area.name },
    on: datedOf(on),
    questions,
    counts,
    sentence: questionsWords(counts, area.name),
  }
}

function viewQuestion(
  setting: Setting,
  { id, version, terms }: Entry<QuestionTerms>,
  on: string,
  meetings: readonly string[],
): QuestionAnswer {
  const state = questionState(terms, on)
  const days = daysOpen(terms, on)
  const isAnswered = state !== 'open'
  return {
    id,
    question: terms.question,
    measure: measureOf(setting, terms.indicator),
    period: terms.period && periodLabel(periodOf(terms.period)),
    askedBy: terms.askedBy,
    asked: datedOf(terms.askedOn),
    state,
    stateWords: stateWords(state, days),
    days,
    answer: isAnswered ? terms.answer : null,
    answeredBy: isAnswered ? terms.answeredBy : null,
    answered: isAnswered ? datedOrNull(terms.answeredOn) : null,
    meeting: datedOrNull(terms.meeting),
    carriedTo: datedOrNull(terms.carriedTo),
    late: needsCarrying(terms, on)
      ? `Its meeting of ${dayLabel(meetingOf(terms) ?? on)} is over and it has no answer: carry it on to the next one.`
      : null,
    version,
    carry: carryOf(terms, nextMeeting(terms, meetings, on)),
  }
}

/** To which meeting it can be carried on, and the reason that is kept with it. */
function carryOf(terms: QuestionTerms, to: string | null): QuestionAnswer['carry'] {
  if (to === null) return null
  const from = meetingOf(terms)
  const why = from === null ? 'It was asked for no meeting' : `No answer for the meeting of ${dayLabel(from)}`
  return { to: datedOf(to), reason: `${why}: carried on to that of ${dayLabel(to)}` }
}

function stateWords(state: QuestionState, days: number): string {
  if (state === 'open') return days === 0 ? 'Asked on this day' : `Open for ${daysWords(days)}`
  const after = days === 0 ? 'on the day' : `after ${daysWords(days)}`
  return state === 'closed' ? `Answered ${after}, and closed` : `Answered ${after}, not closed yet`
}
