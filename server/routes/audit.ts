import { Hono } from 'hono'
import type { Who } from '../auth/who.ts'
import { auditAnswer, auditChainAnswer, auditQuery } from '../contract/audit.ts'
import type { AuditEvent } from '../domain/audit.ts'
import { wantedFormat } from '../door/wanted-format.ts'
import { auditCsv } from '../exports/audit-csv.ts'
import { findAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { valid } from '../valid.ts'
import { viewAudit } from '../views/audit/audit.ts'
import { viewAuditChain } from '../views/audit/audit-chain.ts'
import { at, type Services } from './access.ts'
import { describe, respond } from './respond.ts'

/** How many records a page has, and how many a file. */
const PAGE = 50
const FILE = 10_000

/** Who did what, for those who may read it; that they read it is on record too. */
export function auditRoutes({ may }: Services, record: (event: AuditEvent) => Promise<void>) {
  return new Hono()
    .get(
      '/',
      may('read-audit'),
      describe('Who did what, when and why, the newest first', auditAnswer, {
        csv: true,
        problems: [400, 401, 403],
      }),
      valid('query', auditQuery),
      async (c) => {
        const copy = wantedFormat(c) !== 'json'
        const { db, who } = c.var.access
        await noteReading(db, record, { who, copy, now: new Date() })
        const asked = { ...c.req.valid('query'), most: copy ? FILE : PAGE }
        return respond(c, viewAudit(...at(c), asked), auditCsv)
      },
    )
    .get(
      '/chain',
      may('read-audit'),
      describe('Whether a record was removed or altered past the program', auditChainAnswer, {
        problems: [401, 403],
      }),
      (c) => respond(c, viewAuditChain(...at(c))),
    )
}

/** To page and to choose is one reading; to take a file is one each time. */
const ONE_READING_MS = 60 * 60_000

async function noteReading(
  db: Database,
  record: (event: AuditEvent) => Promise<void>,
  { who, copy, now }: { who: Who; copy: boolean; now: Date },
): Promise<void> {
  const [last] = await findAudit(db, { most: 1, actor: who.key, action: 'audit-read' })
  if (!copy && last && now.getTime() - Date.parse(last.at) < ONE_READING_MS) return
  await record({
    at: now.toISOString(),
    actor: who.key,
    action: 'audit-read',
    about: null,
    before: null,
    after: copy ? { copy } : null,
    why: null,
  })
}
