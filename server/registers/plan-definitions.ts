import {
  type ACTION_STATES,
  actionTerms,
  contractTerms,
  type PLAN_KINDS,
  planTerms,
  type STRAND_KINDS,
} from '../contract/plans.ts'
import { AREA, type Definition, plain, ROLE, SOURCE } from './definition.ts'
import { choice, day, entry, line, list, measures, number, rows, text, under } from './field.ts'
import { planFaults } from './plan-faults.ts'

/** What is being done, by whom and by when: plans, their actions, and the contracts by which others deliver services. */

const PLAN_KIND_WORDS: Record<(typeof PLAN_KINDS)[number], string> = {
  improvement: 'Improvement plan',
  partnership: 'Partnership plan',
  strategy: 'Strategy or programme',
  review: 'Review',
  transition: 'Transition plan',
  annual: 'Annual work plan',
}

export const STRAND_WORDS: Record<(typeof STRAND_KINDS)[number], string> = {
  recommendation: 'Recommendation of the inspection',
  standard: 'Standard',
  priority: 'Priority',
  component: 'Component',
  block: 'Building block, in place already',
}

const STATE_WORDS: Record<(typeof ACTION_STATES)[number], string> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  done: 'Done',
  stopped: 'Stopped',
}

export const PLAN: Definition = {
  register: 'plan',
  title: 'Plans',
  one: 'a plan',
  purpose: 'What is to be put right or built up, by which stages, and who watches over it.',
  schema: plain(planTerms),
  named: 'name',
  asked: planFaults,
  fields: [
    choice('kind', 'What kind of plan', PLAN_KIND_WORDS),
    AREA,
    line('name', 'Name'),
    text('purpose', 'What it is for'),
    text('how', 'How that is to be reached', { optional: true }),
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
    rows('strands', 'What it is made up of', 'part of the plan', [
      choice('kind', 'What it is', STRAND_WORDS),
      line('id', 'Short id', { hint: 'A word that actions name it by, such as r1' }),
      line('name', 'Name'),
      text('text', 'In more words', { optional: true }),
      line('owner', 'Who owns it', { optional: true, ...ROLE }),
      line('body', 'Organisation, or domain of the inspection', { optional: true }),
      measures('indicators', 'Measures that it bears on', { optional: true }),
    ]),
    ...under('Boards, posts and funding', [
      rows('boards', 'Boards', 'board', [
        line('name', 'Name'),
        line('chair', 'Chair', { optional: true, ...ROLE }),
        line('members', 'Members', { optional: true, ...ROLE }),
        line('meets', 'How often it meets', { optional: true }),
        line('note', 'Note', { optional: true }),
      ]),
      rows('cover', 'Posts that are covered', 'post', [
        line('post', 'Post', ROLE),
        line('holder', 'Who covers it', ROLE),
        day('from', 'From', { optional: true }),
        day('to', 'To', { optional: true }),
        line('note', 'Note', { optional: true }),
      ]),
      rows('funding', 'Funding', 'sum', [
        line('funder', 'Who pays'),
        number('amount', 'Amount in pounds'),
        line('period', 'For how long, as printed', { optional: true }),
        line('note', 'Note', { optional: true }),
      ]),
    ]),
    ...under('Money that it saves', [
      entry('savingTarget', 'Target that its spending follows', 'target', { optional: true }),
      number('savingShare', 'How much less is to be spent, in per cent', { optional: true }),
      entry('reinvestTarget', 'Target for what goes into prevention', 'target', { optional: true }),
      number('reinvestShare', 'How much of the savings goes into prevention, in per cent', {
        optional: true,
      }),
    ]),
    ...under('Only for a review', [
      rows('parts', 'Parts looked at', 'part', [
        line('name', 'Name'),
        choice('state', 'State', { done: 'Done', remaining: 'Remaining', added: 'Added on the way' }),
        number('weeks', 'Weeks', { optional: true }),
        line('note', 'Note', { optional: true }),
      ]),
      rows('findings', 'Findings', 'finding', [line('theme', 'Theme'), line('text', 'Finding')]),
      number('weeksPlanned', 'Weeks planned', { optional: true }),
    ]),
    ...under('An inspection that it follows', [
      number('recommendations', 'Number of recommendations that it answers', { optional: true }),
      entry('inspection', 'Inspection that it follows', 'event', { optional: true }),
    ]),
    list('notes', 'Notes', 'note'),
    day('statedOn', 'Stated on'),
    ...SOURCE,
  ],
}

export const ACTION: Definition = {
  register: 'action',
  title: 'Actions',
  one: 'an action',
  purpose: 'What is done for a plan, by which role, by when, and how far it has come.',
  schema: plain(actionTerms),
  named: 'title',
  fields: [
    entry('plan', 'Plan', 'plan'),
    line('reference', 'Number in the plan', { optional: true }),
    line('title', 'What is done'),
    line('stage', 'Stage', { optional: true, hint: 'The short id of a stage of the plan' }),
    line('serves', 'What it serves in the plan', {
      optional: true,
      hint: 'The short id of a recommendation, standard, priority or component of the plan',
    }),
    entry('recommendation', 'Recommendation of scrutiny that it answers', 'recommendation', {
      optional: true,
    }),
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
}

export const CONTRACT: Definition = {
  register: 'contract',
  title: 'Contracts',
  one: 'a contract',
  purpose: 'Services that others deliver, and what they are held to.',
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
    day('endsOn', 'End', { optional: true, hint: 'The last day of its term' }),
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
}
