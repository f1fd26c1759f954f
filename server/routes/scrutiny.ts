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
import { describe, respond, type Services } from './respond.ts'

/** What a committee follows up. Its entries are changed through their registers. */
export function scrutinyRoutes({ db, setting }: Services) {
  return new Hono()
    .get(
      '/',
      describe(
        'What a committee follows up: recommendations, work plan, decisions, questions, topics',
        scrutinyAnswer,
        { problems: [400, 404] },
      ),
      valid('query', scrutinyQuery),
      (c) => respond(c, viewScrutiny(db, setting(), c.req.valid('query'))),
    )
    .get(
      '/tracker',
      describe('The recommendations of a committee, and what became of them', trackerAnswer, {
        csv: true,
        problems: [400, 404],
      }),
      valid('query', scrutinyQuery),
      (c) => respond(c, viewTracker(db, setting(), onDay(setting(), c.req.valid('query'))), trackerCsv),
    )
    .get(
      '/questions',
      describe('What members asked, of one measure or of all', questionsAnswer, { problems: [400, 404] }),
      valid('query', questionsQuery),
      (c) => {
        const { indicator, ...query } = c.req.valid('query')
        if (indicator !== undefined) findSubject(setting(), indicator, '', query.area)
        return respond(c, viewQuestions(db, setting(), onDay(setting(), query), indicator))
      },
    )
    .get(
      '/prompts',
      describe('Questions that members could ask, made from the figures', promptsAnswer, {
        problems: [400, 404],
      }),
      valid('query', promptsQuery),
      (c) => respond(c, viewPrompts(db, setting(), c.req.valid('query'))),
    )
}
