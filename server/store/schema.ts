import type { Generated } from 'kysely'
import type { AuditRow, Link } from '../domain/audit-chain.ts'
import type { MissingReason, SourceKind, Status } from '../domain/figure.ts'
import type { Edition, Role } from '../domain/permission.ts'
import type { Register } from '../domain/register.ts'

/** One accepted file or document, whole. Nothing in it is ever changed; only its state moves on. */
export type ReleaseTable = {
  id: Generated<number>
  kind: SourceKind
  /** What it is: a publication's title, a return's name. */
  title: string
  publisher: string
  licence: string
  /** The period id of when the source came out, for showing: `2025-11` where only the month is known. */
  source_date: string | null
  file_name: string | null
  file_hash: string | null
  state: 'draft' | 'published' | 'withdrawn'
  /** ISO time since when its figures count; `asAt` looks back along it. */
  published_at: string | null
  withdrawn_at: string | null
  loaded_at: string
  loaded_by: string
  reason: string | null
}

/** A series is one breakdown of one indicator for one area; figures hang on its number to keep their rows small. */
export type SeriesTable = {
  id: number
  indicator_id: string
  dimension: string
  area_id: string
}

export type FigureTable = {
  series_id: number
  period: string
  release_id: number
  /** Null when there is no number; `missing` then says why. Never a sentinel. */
  value: number | null
  missing: MissingReason | null
  numerator: number | null
  denominator: number | null
  status: Status
  note: string | null
  doubt: string | null
  /** Why the public is not shown a figure of the council's own; null: nobody has judged it yet; '': it may be shown. */
  withheld: Generated<string | null>
}

/** The public edition of a release: who loaded it and what they wrote is left out; `figures` is for a file how many it has. */
export type PublicReleaseTable = ReleaseTable & { figures: number | null }

/** A model of statistical neighbours: ten authorities for each, the closest first. */
export type NeighbourTable = {
  model: string
  area_id: string
  position: number
  release_id: number
  neighbour_id: string
  closeness: string
}

/** One row, whose number grows by one whenever what may be read changes: caches and ETags hang on it. */
export type RevisionTable = { id: number; number: number }

/** A file that was uploaded or imported: what it was found to be, and who let it through. One for each release that came from a file. */
export type UploadTable = {
  id: string
  release_id: number
  format: string
  file_size: number
  /** The sheet of a workbook that was read. */
  sheet: string | null
  /** The quarter that the analyst said it is for. */
  period: string | null
  rows: number
  figures: number
  /** JSON of what the importer said: see imports/finding.ts. */
  findings: string
  /** JSON of how many findings there were, the sheets of the file, and the rows that findings are about. */
  report: string
  /** JSON of what it would change or changed: see imports/stage.ts. */
  changes: string
  /** JSON of what that does to ranks and exceptions; null until it is worked out. */
  effects: string | null
  /** The revision of the store that the changes were worked out against. */
  compared_at: number
  published_by: string | null
  warnings_reason: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

/** The file itself, compressed. */
export type UploadFileTable = { upload_id: string; bytes: Uint8Array }

/** How to read sheets with a certain row of headings, as an analyst once said. */
export type MappingTable = { signature: string; mapping: string; made_at: string; made_by: string }

/**
 * One version of an entry of a register. Nothing is ever changed or removed: a change, a retirement and an undoing are
 * versions of their own.
 */
export type EntryTable = {
  register: Register
  id: string
  /** 1, 2, 3 … */
  version: number
  /** JSON in the shape of its register: see contract/. */
  body: string
  retired: 0 | 1
  reason: string
  made_by: string
  /** ISO time. What a paper says counts since the day it came out. */
  made_at: string
}

/**
 * A person who may sign in. The names are better-auth's, which keeps this table. Of what it keeps beside it, nobody else
 * reads what is secret: passwords, what sessions and providers go by, second factors.
 */
export type UserTable = {
  id: string
  name: string
  email: string
  emailVerified: unknown
  twoFactorEnabled: unknown
  createdAt: unknown
  updatedAt: unknown
  role: Role
  /** Extra rights, with spaces between. */
  rights: string
  /** The themes of indicators that the person may see, with spaces between; null for all. */
  themes: string | null
  /** ISO time since when the person may not sign in any more. */
  closedAt: string | null
}

/** Somebody who is signed in, as better-auth keeps them; its times are as each database has them. */
export type SessionTable = {
  id: string
  userId: string
  createdAt: unknown
  updatedAt: unknown
  expiresAt: unknown
  userAgent: string | null
}

/** How a person signs in: `credential` is a password of this dashboard. What is secret in it only better-auth reads. */
export type CredentialTable = { id: string; userId: string; providerId: string }
/** The second step of a person's sign-in. */
export type SecondFactorTable = { id: string; userId: string }
/** What better-auth keeps for a few minutes: `value` is the person where it is about one. */
export type VerificationTable = { id: string; value: string; expiresAt: unknown }

/** A one-time link: to the first administrator, to somebody invited, to somebody who forgot the password. */
export type InvitationTable = {
  id: string
  /** SHA-256 of the link's secret. */
  hash: string
  kind: 'first' | 'join' | 'password'
  email: string | null
  name: string | null
  role: Role
  rights: string
  themes: string | null
  user_id: string | null
  /** The key of whoever made it. */
  made_by: string
  made_at: string
  expires_at: string
  used_at: string | null
}

/** What a program signs in with. It may do what it was made for, and never more than the person it belongs to. */
export type ApiTokenTable = {
  id: string
  hash: string
  name: string
  user_id: string
  /** Permissions, with spaces between. */
  permissions: string
  edition: Edition
  made_at: string
  expires_at: string
  /** The day it was last used. */
  used_on: string | null
  revoked_at: string | null
}

/** One thing that happened, in the chain of all of them: see domain/audit.ts. Never changed nor removed. */
export type AuditTable = AuditRow
/** One row: the last record, noted a second time. */
export type AuditHeadTable = { id: number } & Link

export type Schema = {
  release: ReleaseTable
  series: SeriesTable
  figure: FigureTable
  neighbour: NeighbourTable
  revision: RevisionTable
  upload: UploadTable
  upload_file: UploadFileTable
  mapping: MappingTable
  entry: EntryTable
  user: UserTable
  session: SessionTable
  account: CredentialTable
  twoFactor: SecondFactorTable
  verification: VerificationTable
  invitation: InvitationTable
  api_token: ApiTokenTable
  public_release: PublicReleaseTable
  audit: AuditTable
  audit_head: AuditHeadTable
}
