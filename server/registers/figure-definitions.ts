import { EVENT_KINDS, eventTerms } from '../contract/events.ts'
import { commentaryTerms } from '../contract/scrutiny.ts'
import { commentaryFaults } from './commentary-faults.ts'
import { AREA, type Definition, plain, ROLE } from './definition.ts'
import { choice, day, entry, flag, line, measure, measures, rows, text } from './field.ts'

/** What is written beside the figures: what happened when, and what lies behind a figure. */

export const EVENT: Definition = {
  register: 'event',
  title: 'Events',
  one: 'an event',
  purpose:
    'What happened when: inspections, changes of leadership or of definition. They are marked on the charts.',
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
    entry('plan', 'Plan that it is a milestone of', 'plan', { optional: true }),
    text('doubt', 'Where sources differ', { optional: true }),
    line('source', 'Source'),
  ],
}

export const COMMENTARY: Definition = {
  register: 'commentary',
  title: 'Commentary',
  one: 'a commentary',
  purpose: 'What lies behind a figure, in the words of those who answer for it.',
  schema: plain(commentaryTerms),
  asked: commentaryFaults,
  named: 'text',
  fields: [
    AREA,
    measure('indicator', 'Measure'),
    line('period', 'Period', { hint: 'Such as 2016-17Q3 or 2024-25' }),
    text('text', 'Commentary', { hint: 'What the figure shows, what lies behind it and what follows' }),
    text('cause', 'What lies behind it', { optional: true }),
    text('action', 'What is done', { optional: true }),
    line('owner', 'Who answers for it', { optional: true, ...ROLE }),
    day('recoveryOn', 'Back on the path by', { optional: true }),
    line('by', 'Written by', ROLE),
  ],
}
