import {
  CHECKLIST_QUESTIONS,
  checklistTerms,
  decisionTerms,
  howOf,
  questionTerms,
  recommendationTerms,
  TRACKER_RAGS,
  workItemTerms,
} from '../contract/scrutiny.ts'
import { AREA, type Definition, plain, ROLE, SOURCE } from './definition.ts'
import { choice, day, entry, flag, flagWith, line, measure, measures, text } from './field.ts'

/** What members ask for, look at and decide. */

export const RECOMMENDATION: Definition = {
  register: 'recommendation',
  title: 'Recommendations of scrutiny',
  one: 'a recommendation',
  purpose: 'What a committee asked for, with its target date and what was reported of it since.',
  schema: plain(recommendationTerms),
  named: 'text',
  fields: [
    line('committee', 'Committee'),
    AREA,
    day('madeOn', 'Date of recommendation'),
    text('text', 'Recommendation'),
    line('targetText', 'Target date', { hint: 'As it is said: Ongoing, Tbc, 31 May 2016' }),
    day('targetOn', 'Target date as a day, if there is one', { optional: true }),
    line('officer', 'Responsible officer', ROLE),
    text('update', 'Update'),
    choice('rag', 'RAG rating', TRACKER_RAGS),
    entry('action', 'Action', 'action', { optional: true }),
    measures('indicators', 'Measures that it bears on', { optional: true }),
    day('asOf', 'As at'),
    ...SOURCE,
  ],
}

export const WORK_ITEM: Definition = {
  register: 'work-item',
  title: 'Work plan of scrutiny',
  one: 'an item of the work plan',
  purpose: 'What a committee looks at, at which meeting.',
  schema: plain(workItemTerms),
  named: 'title',
  fields: [
    line('committee', 'Committee'),
    AREA,
    day('meeting', 'Meeting'),
    line('title', 'Item'),
    choice('kind', 'Kind', {
      overview: 'Overview',
      performance: 'Performance',
      thematic: 'Thematic discussion',
      update: 'Update',
      board: 'Safeguarding board',
    }),
    line('covers', 'Quarter or year that it reports on', { optional: true }),
    line('lead', 'Lead', { optional: true, ...ROLE }),
    text('note', 'Note', { optional: true }),
    ...SOURCE,
  ],
}

export const DECISION: Definition = {
  register: 'decision',
  title: 'Decisions',
  one: 'a decision',
  purpose: 'What was decided, by whom and when.',
  schema: plain(decisionTerms),
  named: 'title',
  fields: [
    AREA,
    line('reference', 'Reference', { optional: true }),
    day('on', 'Date'),
    line('maker', 'Decided by', ROLE),
    line('title', 'Decision'),
    text('outcome', 'Outcome'),
    ...SOURCE,
  ],
}

export const QUESTION: Definition = {
  register: 'question',
  title: 'Questions of members',
  one: 'a question',
  purpose: 'What members asked about a measure, and what was answered.',
  schema: plain(questionTerms),
  named: 'question',
  fields: [
    AREA,
    measure('indicator', 'Measure'),
    line('period', 'Period', { optional: true, hint: 'Such as 2016-17Q3 or 2024-25' }),
    text('question', 'Question'),
    line('askedBy', 'Asked by', ROLE),
    day('askedOn', 'Asked on'),
    day('meeting', 'For the meeting of', { optional: true }),
    text('answer', 'Answer', { optional: true }),
    line('answeredBy', 'Answered by', { optional: true, ...ROLE }),
    day('answeredOn', 'Answered on', { optional: true }),
    day('carriedTo', 'Carried on to the meeting of', { optional: true }),
    flag('closed', 'The committee is content with the answer'),
  ],
}

const QUESTIONS = Object.entries(CHECKLIST_QUESTIONS) as [keyof typeof CHECKLIST_QUESTIONS, string][]

export const CHECKLIST: Definition = {
  register: 'checklist',
  title: 'Topics for scrutiny',
  one: 'a topic',
  purpose: 'What members suggest that a committee looks at, and what the committee decided.',
  schema: plain(checklistTerms),
  named: 'title',
  fields: [
    AREA,
    line('title', 'Topic'),
    text('details', 'What would be looked at'),
    ...QUESTIONS.flatMap(([name, label]) =>
      flagWith(
        flag(name, label),
        text(howOf(name), `How: ${label.charAt(0).toLowerCase()}${label.slice(1)}`, { optional: true }),
      ),
    ),
    line('completedBy', 'Completed by', ROLE),
    day('completedOn', 'Date'),
    text('outcome', 'What the committee decided', { optional: true }),
  ],
  asked: (terms) =>
    QUESTIONS.filter(([name]) => terms[name] === true && terms[howOf(name)] === null).map(([name]) => ({
      path: `terms.${howOf(name)}`,
      message: 'is needed where the answer is yes: say how the topic meets this, in a sentence',
    })),
}
