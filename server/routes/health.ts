import { Hono } from 'hono'
import { type HealthAnswer, healthAnswer } from '../contract/answers.ts'
import type { Database } from '../store/database.ts'
import { countFigures } from '../store/figures.ts'
import { readRevision } from '../store/revision.ts'
import { describe } from './respond.ts'

/** Asks the database each time: an answer means that the program and its data are there. For whoever watches the program: open to all, and says nothing about anybody. */
export function healthRoutes(db: Database, version: string) {
  return new Hono().get(
    '/',
    describe('Whether the program and its database are there', healthAnswer),
    async (c) => {
      const answer: HealthAnswer = {
        status: 'ok',
        version,
        revision: await readRevision(db),
        figures: await countFigures(db),
      }
      return c.json(answer, 200, { 'cache-control': 'no-store' })
    },
  )
}
