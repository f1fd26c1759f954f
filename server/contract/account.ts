import { z } from 'zod'
import { PERMISSIONS } from '../domain/permission.ts'
import { LONGEST_TOKEN_DAYS } from '../domain/permission-words.ts'
import { tokenAnswer } from './people.ts'

const edition = z.enum(['public', 'restricted'])
const permission = z.object({ id: z.enum(PERMISSIONS), name: z.string() })

/** One's own account, and what it allows. */
export const accountAnswer = z
  .object({
    name: z.string(),
    email: z.string(),
    roleName: z.string(),
    words: z.string().describe('The role, with what stands beside it, to read'),
    permissions: z.array(permission),
    edition,
    themes: z.array(z.string()).nullable().describe('The only themes that are seen; null for all'),
    secondFactor: z.boolean(),
    hasPassword: z.boolean().describe('False for whoever signs in with the council’s directory only'),
  })
  .meta({ id: 'Account' })
export type AccountAnswer = z.infer<typeof accountAnswer>

/** Where one is signed in. */
export const sessionsAnswer = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        startedAt: z.iso.datetime(),
        usedAt: z.iso.datetime(),
        device: z.string().describe('In words, as far as the browser said'),
        isThis: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Sessions' })
export type SessionsAnswer = z.infer<typeof sessionsAnswer>

export const tokensAnswer = z
  .object({
    tokens: z.array(tokenAnswer),
    permissions: z
      .array(permission)
      .describe('What a new key can be made for; none for whoever may make none'),
    editions: z.array(edition).describe('What a new key can be made to see'),
    longestDays: z.number(),
  })
  .meta({ id: 'Tokens' })
export type TokensAnswer = z.infer<typeof tokensAnswer>

export const makeTokenRequest = z.strictObject({
  name: z.string().trim().min(1, 'say what the key is for').max(60, 'is longer than 60 characters'),
  permissions: z.array(z.enum(PERMISSIONS)).min(1, 'choose at least one').max(PERMISSIONS.length),
  edition,
  days: z
    .int('is a number of whole days')
    .min(1, 'is at least one day')
    .max(LONGEST_TOKEN_DAYS, `is at most ${LONGEST_TOKEN_DAYS} days`),
})
export type MakeTokenRequest = z.infer<typeof makeTokenRequest>

/** A new key; it is told here and never again. */
export const tokenMadeAnswer = z
  .object({ id: z.string(), secret: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'TokenMade' })
export type TokenMadeAnswer = z.infer<typeof tokenMadeAnswer>
