import { Hono } from 'hono'
import {
  promptsAnswer,
  promptsQuery,
  questionsAnswer,
  questionsQuery,
  scrutinyAnswer,
  scrutinyQuery,
  trackerAnswer,
} from '../contract/scrutiny-answers.ts'
import { trackerCsv } from '../exports/tracker-csv.ts'
import { valid } from '../valid.ts'
import { viewScrutiny } from '../views/scrutiny/scrutiny.ts'
import { viewPrompts } from '../views/scrutiny/scrutiny-prompts.ts'
import { viewQuestions } from '../views/scrutiny/scrutiny-questions.ts'
import { onDay } from '../views/scrutiny/scrutiny-shared.ts'
import { viewTracker } from '../views/scrutiny/scrutiny-tracker.ts'
import { findSubject } from '../views/subject.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

/** What a committee follows up. Its entries are changed through their registers. */
export function scrutinyRoutes({ may }: Services) {
  return new Hono()
    .get(
      '/',
      may('read'),
      describe(
        'What a committee follows up: recommendations, work plan, decisions, questions, topics',
        scrutinyAnswer,
        { problems: [400, 404] },
      ),
      valid('query', scrutinyQuery),
      (c) => respond(c, viewScrutiny(...at(c), c.req.valid('query'))),
    )
    .get(
      '/tracker',
      may('read'),
      describe('The recommendations of a committee, and what became of them', trackerAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('query', scrutinyQuery),
      (c) => respond(c, viewTracker(...at(c), onDay(c.var.access.setting, c.req.valid('query'))), trackerCsv),
    )
    .get(
      '/questions',
      may('read'),
      describe('What members asked, of one measure or of all', questionsAnswer, { problems: [400, 404] }),
      valid('query', questionsQuery),
      (c) => {
        const { indicator, ...query } = c.req.valid('query')
        if (indicator !== undefined) findSubject(c.var.access.setting, indicator, '', query.area)
        return respond(c, viewQuestions(...at(c), onDay(c.var.access.setting, query), indicator))
      },
    )
    .get(
      '/prompts',
      may('read'),
      describe('Questions that members could ask, made from the figures', promptsAnswer, {
        problems: [400, 404],
      }),
      valid('query', promptsQuery),
      (c) => respond(c, viewPrompts(...at(c), c.req.valid('query'))),
    )
}
