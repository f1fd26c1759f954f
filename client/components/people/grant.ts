import type { GrantAnswer, InviteRequest, PersonAnswer } from '../../../server/contract/people.ts'
import type { FormFault } from '../ErrorSummary.tsx'

/** What somebody is to be given, as it is chosen; `''` while no role is. */
export type GrantDraft = {
  role: InviteRequest['role'] | ''
  rights: InviteRequest['rights']
  allThemes: boolean
  themes: NonNullable<InviteRequest['themes']>
}

export const NO_GRANT: GrantDraft = { role: '', rights: [], allThemes: true, themes: [] }

export const draftOf = ({ role, rights, themes }: GrantAnswer): GrantDraft => ({
  role,
  rights: rights.map(({ id }) => id),
  allThemes: themes === null,
  themes: themes?.map(({ id }) => id) ?? [],
})

/** What is missing, at the fields of a form whose ids begin with `id`. */
export const grantFaults = (id: string, draft: GrantDraft): FormFault[] => [
  ...(draft.role === '' ? [{ field: `${id}-role`, message: 'Choose a role' }] : []),
  ...(!draft.allThemes && draft.themes.length === 0
    ? [{ field: `${id}-themes`, message: 'Choose at least one theme, or all of them' }]
    : []),
  ...(!draft.allThemes && draft.themes.length > 0 && draft.role === 'admin'
    ? [
        {
          field: `${id}-themes`,
          message: 'An administrator sees all measures: choose all, or another role',
        },
      ]
    : []),
]

/** What is sent; throws for a draft that {@link grantFaults} finds wrong. */
export function grantRequest(draft: GrantDraft): Pick<InviteRequest, 'role' | 'rights' | 'themes'> {
  if (draft.role === '') throw new Error('No role is chosen.')
  return { role: draft.role, rights: draft.rights, themes: draft.allThemes ? null : draft.themes }
}

/** What somebody is to be called and given, as it is chosen. */
export type PersonDraft = { name: string; grant: GrantDraft }

type Kept = GrantAnswer & Pick<PersonAnswer, 'name'>

export const personDraftOf = (person: Kept): PersonDraft => ({ name: person.name, grant: draftOf(person) })

/**
 * A draft that was begun on `base`, over what others made of the person meanwhile: what was touched in it stays, and all
 * else is as it is now.
 */
export function rebased(draft: PersonDraft, base: Kept, now: Kept): PersonDraft {
  const [was, is] = [personDraftOf(base), personDraftOf(now)]
  const touched = (own: unknown, before: unknown) => JSON.stringify(own) !== JSON.stringify(before)
  const { grant } = draft
  const themes = ({ allThemes, themes }: GrantDraft) => [allThemes, themes]
  return {
    name: touched(draft.name, was.name) ? draft.name : is.name,
    grant: {
      role: touched(grant.role, was.grant.role) ? grant.role : is.grant.role,
      rights: touched(grant.rights, was.grant.rights) ? grant.rights : is.grant.rights,
      ...(touched(themes(grant), themes(was.grant))
        ? { allThemes: grant.allThemes, themes: grant.themes }
        : { allThemes: is.grant.allThemes, themes: is.grant.themes }),
    },
  }
}
