import type { z } from 'zod'
import {
  type ACTION_STATES,
  actionTerms,
  contractTerms,
  decisionTerms,
  EVENT_KINDS,
  eventTerms,
  type PLAN_KINDS,
  planTerms,
  recommendationTerms,
  TRACKER_RAGS,
  workItemTerms,
} from '../contract/plans.ts'
import { CHECKLIST_QUESTIONS, checklistTerms, commentaryTerms, questionTerms } from '../contract/scrutiny.ts'
import type { Register } from '../domain/register.ts'
import {
  area,
  choice,
  day,
  entry,
  type Field,
  flag,
  line,
  list,
  measure,
  measures,
  number,
  rows,
  text,
} from './field.ts'

/**
 * The registers of plain entries: what each is called, the schema of its terms, and the fields of its form in their
 * order. Targets and savings have forms of their own.
 */
export type Definition = {
  register: Register
  title: string
  /** What one entry is: "an action". */
  one: string
  schema: z.ZodType<Record<string, unknown>>
  /** The field that an entry is called by. */
  named: string
  fields: readonly Field[]
}

const AREA = area('area', 'Area')
const SOURCE = [
  line('document', 'Paper', { hint: 'Its title, or its id in the list of papers' }),
  line('page', 'Place in the paper', { optional: true }),
]
const ROLE = { hint: 'A role, not a name' }

const PLAN_KIND_WORDS: Record<(typeof PLAN_KINDS)[number], string> = {
  improvement: 'Improvement plan',
  partnership: 'Partnership plan',
  strategy: 'Strategy or programme',
  review: 'Review',
  transition: 'Transition plan',
  annual: 'Annual work plan',
}

const STATE_WORDS: Record<(typeof ACTION_STATES)[number], string> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  done: 'Done',
  stopped: 'Stopped',
}

/** Any object is a record of its fields; the schema itself is as strict as before. */
const plain = (schema: z.ZodType): Definition['schema'] => schema as Definition['schema']

export const DEFINITIONS: readonly Definition[] = [
  {
    register: 'plan',
    title: 'Plans',
    one: 'a plan',
    schema: plain(planTerms),
    named: 'name',
    fields: [
      choice('kind', 'What kind of plan', PLAN_KIND_WORDS),
      AREA,
      line('name', 'Name'),
      text('purpose', 'What it is for'),
      day('from', 'From', { optional: true }),
      day('to', 'To', { optional: true }),
      line('lengthText', 'Length as printed', { optional: true }),
      text('periodNote', 'How these days were come by', { optional: true }),
      rows('stages', 'Stages', 'stage', [
        line('name', 'Name'),
        line('id', 'Short id', { hint: 'A word that actions name it by, such as operational' }),
        day('from', 'From', { optional: true }),
        day('to', 'To', { optional: true }),
        line('text', 'What happens in it', { optional: true }),
      ]),
      rows('boards', 'Boards', 'board', [
        line('name', 'Name'),
        line('chair', 'Chair', { optional: true, ...ROLE }),
        line('members', 'Members', { optional: true, ...ROLE }),
        line('meets', 'How often it meets', { optional: true }),
        line('note', 'Note', { optional: true }),
      ]),
      rows('parts', 'Parts looked at', 'part', [
        line('name', 'Name'),
        choice('state', 'State', { done: 'Done', remaining: 'Remaining', added: 'Added on the way' }),
        number('weeks', 'Weeks', { optional: true }),
        line('note', 'Note', { optional: true }),
      ]),
      rows('findings', 'Findings', 'finding', [line('theme', 'Theme'), line('text', 'Finding')]),
      number('weeksPlanned', 'Weeks planned', { optional: true }),
      number('recommendations', 'Number of recommendations that it answers', { optional: true }),
      entry('inspection', 'Inspection that it follows', 'event', { optional: true }),
      list('notes', 'Notes', 'note'),
      day('statedOn', 'Stated on'),
      ...SOURCE,
    ],
  },
  {
    register: 'action',
    title: 'Actions',
    one: 'an action',
    schema: plain(actionTerms),
    named: 'title',
    fields: [
      entry('plan', 'Plan', 'plan'),
      line('reference', 'Number in the plan', { optional: true }),
      line('title', 'What is done'),
      line('stage', 'Stage', { optional: true, hint: 'The short id of a stage of the plan' }),
      entry('recommendation', 'Recommendation that it answers', 'recommendation', { optional: true }),
      line('owner', 'Who does it', ROLE),
      day('start', 'Start', { optional: true }),
      day('due', 'Due', { optional: true }),
      line('dueText', 'Due as printed', { optional: true }),
      choice('state', 'State', STATE_WORDS),
      line('stateText', 'State as printed', { optional: true }),
      number('progress', 'Progress in per cent', { optional: true }),
      text('update', 'Progress in words', { optional: true }),
      text('next', 'Next steps', { optional: true }),
      text('evidence', 'Evidence', {
        optional: true,
        hint: 'Where it can be seen that it was done. An action is closed only with evidence',
      }),
      measures('indicators', 'Measures that it bears on', { optional: true }),
      day('statedOn', 'Stated on'),
      ...SOURCE,
    ],
  },
  {
    register: 'recommendation',
    title: 'Recommendations of scrutiny',
    one: 'a recommendation',
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
  },
  {
    register: 'work-item',
    title: 'Work plan of scrutiny',
    one: 'an item of the work plan',
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
  },
  {
    register: 'event',
    title: 'Events',
    one: 'an event',
    schema: plain(eventTerms),
    named: 'label',
    fields: [
      AREA,
      day('on', 'Day', { hint: 'The first day where it is a stretch' }),
      day('until', 'Last day, where it is a stretch', { optional: true }),
      choice('precision', 'How exactly the day is known', ['day', 'month', 'quarter', 'year']),
      choice('kind', 'Kind', EVENT_KINDS),
      line('label', 'What happened'),
      rows('judgements', 'Judgements', 'judgement', [line('domain', 'Of'), line('grade', 'Grade')]),
      line('body', 'Inspectorate', { optional: true }),
      day('publishedOn', 'Published on', { optional: true }),
      flag('abnormal', 'A stretch whose figures do not compare with others'),
      measures('indicators', 'Only on the charts of', { optional: true }),
      text('doubt', 'Where sources differ', { optional: true }),
      line('source', 'Source'),
    ],
  },
  {
    register: 'decision',
    title: 'Decisions',
    one: 'a decision',
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
  },
  {
    register: 'contract',
    title: 'Contracts',
    one: 'a contract',
    schema: plain(contractTerms),
    named: 'name',
    fields: [
      AREA,
      line('name', 'Name'),
      line('provider', 'Provider'),
      line('ownedBy', 'Owned by'),
      line('form', 'Form', { optional: true }),
      text('direction', 'Direction that it rests on', { optional: true }),
      day('startedOn', 'Start', { optional: true }),
      line('term', 'Term', { optional: true }),
      line('board', 'Board', { optional: true }),
      text('assurance', 'Who answers for what it delivers'),
      text('reviews', 'Reviews', { optional: true }),
      text('escalation', 'What happens when it fails', { optional: true }),
      rows('measures', 'Measures', 'measure', [
        entry('target', 'Target', 'target'),
        line('review', 'How often it is reviewed', { optional: true }),
        line('consequence', 'What follows a breach', { optional: true }),
      ]),
      text('noMeasures', 'Why there are no measures', { optional: true }),
      list('notes', 'Notes', 'note'),
      day('statedOn', 'Stated on'),
      ...SOURCE,
    ],
  },
  {
    register: 'question',
    title: 'Questions of members',
    one: 'a question',
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
  },
  {
    register: 'commentary',
    title: 'Commentary',
    one: 'a commentary',
    schema: plain(commentaryTerms),
    named: 'text',
    fields: [
      AREA,
      measure('indicator', 'Measure'),
      line('period', 'Period', { hint: 'Such as 2016-17Q3 or 2024-25' }),
      text('text', 'Commentary'),
      text('cause', 'What lies behind it', { optional: true }),
      text('action', 'What is done', { optional: true }),
      line('owner', 'Who answers for it', { optional: true, ...ROLE }),
      day('recoveryOn', 'Back on the path by', { optional: true }),
      line('by', 'Written by', ROLE),
    ],
  },
  {
    register: 'checklist',
    title: 'Topics for scrutiny',
    one: 'a topic',
    schema: plain(checklistTerms),
    named: 'title',
    fields: [
      AREA,
      line('title', 'Topic'),
      text('details', 'What would be looked at'),
      ...Object.entries(CHECKLIST_QUESTIONS).map(([name, label]) => flag(name, label)),
      line('completedBy', 'Completed by', ROLE),
      day('completedOn', 'Date'),
      text('outcome', 'What the committee decided', { optional: true }),
    ],
  },
]

export const definitionOf = (register: string): Definition | undefined =>
  DEFINITIONS.find((definition) => definition.register === register)
