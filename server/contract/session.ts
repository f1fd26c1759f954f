import { z } from 'zod'
import { PERMISSIONS, RIGHTS, ROLES } from '../domain/permission.ts'

/** Who asks, what they may do, and how one signs in here. */
export const sessionAnswer = z
  .object({
    person: z
      .object({
        name: z.string(),
        role: z.enum(ROLES),
        roleName: z.string(),
        rights: z.array(z.enum(RIGHTS)),
      })
      .nullable()
      .describe('Null without a session'),
    permissions: z.array(z.enum(PERMISSIONS)),
    edition: z.enum(['public', 'restricted']),
    words: z.string().describe('Which edition this is, to read'),
    provider: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe("The council's own directory to sign in with; null where there is none"),
    secondPerson: z.boolean().describe('Whoever publishes a file is not who uploaded it'),
  })
  .meta({ id: 'Session' })
export type SessionAnswer = z.infer<typeof sessionAnswer>

const passwordField = z.string().max(200)

/** What a one-time link leads to. */
export const invitationAnswer = z
  .object({
    kind: z.enum(['first', 'join', 'password']),
    email: z.string().nullable(),
    name: z.string().nullable(),
    words: z.string().describe('What the link is for, to read'),
  })
  .meta({ id: 'Invitation' })
export type InvitationAnswer = z.infer<typeof invitationAnswer>

export const joinRequest = z.strictObject({
  email: z.email('is not an email address').max(200).optional(),
  name: z.string().trim().min(1, 'say your name, as others are to see it').max(100).optional(),
  password: passwordField,
})
export const joinedAnswer = z.object({ email: z.string() }).meta({ id: 'Joined' })
