import { z } from 'zod'
import { THEMES, type Theme } from '../domain/indicator.ts'
import { PERMISSIONS, RIGHTS, ROLES } from '../domain/permission.ts'

const themeId = z.enum(Object.keys(THEMES) as [Theme, ...Theme[]])
const edition = z.enum(['public', 'restricted'])
const named = <T extends z.ZodType>(id: T) => z.object({ id, name: z.string() })

/** What somebody is given: a role, rights beside it, and the themes that they see. */
const grantFields = {
  role: z.enum(ROLES, 'choose a role'),
  rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length),
  themes: z
    .array(themeId)
    .min(1, 'choose at least one theme, or all')
    .max(Object.keys(THEMES).length)
    .nullable()
    .describe('The themes of measures that the person sees; null for all'),
}
/** Who says what others may see could lift a limit of their own. */
const seesAll: [(grant: { role: string; themes: unknown }) => boolean, { path: string[]; message: string }] =
  [
    ({ role, themes }) => role !== 'admin' || themes === null,
    { path: ['themes'], message: 'an administrator sees all measures: choose all, or another role' },
  ]
const name = z
  .string()
  .trim()
  .min(1, 'write the person’s name, as others are to see it')
  .max(100, 'is longer than 100 characters')
const reason = z.string().trim().min(3, 'say why, in a few words').max(500, 'is longer than 500 characters')

export const inviteRequest = z
  .strictObject({
    email: z.email('is not an email address').max(200, 'is longer than 200 characters'),
    name,
    ...grantFields,
  })
  .refine(...seesAll)
export type InviteRequest = z.infer<typeof inviteRequest>
export const changePersonRequest = z
  .strictObject({
    name: name.optional(),
    ...grantFields,
    version: z
      .int('is not a number')
      .min(0)
      .describe('The `version` of the person that the change was made from; refused if it is not the newest'),
    reason,
  })
  .refine(...seesAll)
export const personReasonRequest = z.strictObject({ reason })

/** A link that opens once; it is told here and never again. */
export const linkAnswer = z
  .object({
    id: z.string(),
    path: z.string().describe('Put the address of the dashboard in front'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink' })
export type LinkAnswer = z.infer<typeof linkAnswer>

const grantAnswer = z.object({
  role: z.enum(ROLES),
  roleName: z.string(),
  rights: z.array(named(z.enum(RIGHTS))),
  themes: z.array(named(themeId)).nullable().describe('Null for all'),
})
export type GrantAnswer = z.infer<typeof grantAnswer>

export const personAnswer = grantAnswer
  .extend({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    state: z.enum(['active', 'closed']),
    closedAt: z.iso.datetime().nullable(),
    secondFactor: z.boolean().describe('Whether signing in takes a second step'),
    lastSeen: z.iso.datetime().nullable(),
    version: z.int().describe('Grows whenever somebody changes the account'),
    isYou: z.boolean(),
  })
  .meta({ id: 'Person' })
export type PersonAnswer = z.infer<typeof personAnswer>

export const openInvitationAnswer = grantAnswer
  .extend({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    madeBy: z.string().nullable().describe('Null where it was made by nobody who has an account now'),
    madeAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    expired: z.boolean(),
  })
  .meta({ id: 'OpenInvitation' })
export type OpenInvitationAnswer = z.infer<typeof openInvitationAnswer>

/** A key for a program; never what opens anything. */
export const tokenAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    owner: z.string(),
    permissions: z.array(named(z.enum(PERMISSIONS))),
    edition,
    madeAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    usedOn: z.iso.date().nullable().describe('The day it was last used'),
    state: z.enum(['open', 'expired', 'revoked']),
  })
  .meta({ id: 'Token' })
export type TokenAnswer = z.infer<typeof tokenAnswer>

/** What a role allows, or a right adds. */
const powersAnswer = <T extends z.ZodType>(id: T) =>
  z.object({
    id,
    name: z.string(),
    may: z.string(),
    permissions: z.array(z.enum(PERMISSIONS)),
    edition,
  })

export const peopleAnswer = z
  .object({
    people: z.array(personAnswer),
    invitations: z.array(openInvitationAnswer),
    tokens: z.array(tokenAnswer),
    permissions: z.array(named(z.enum(PERMISSIONS))),
    roles: z.array(powersAnswer(z.enum(ROLES))),
    rights: z.array(powersAnswer(z.enum(RIGHTS))).describe('What each adds to a role'),
    themes: z.array(named(themeId)),
  })
  .meta({ id: 'People' })
export type PeopleAnswer = z.infer<typeof peopleAnswer>
