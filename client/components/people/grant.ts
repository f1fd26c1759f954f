import type { GrantAnswer, InviteRequest } from '../../../server/contract/people.ts'
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
]

/** What is sent; throws for a draft that {@link grantFaults} finds wrong. */
export function grantRequest(draft: GrantDraft): Pick<InviteRequest, 'role' | 'rights' | 'themes'> {
  if (draft.role === '') throw new Error('No role is chosen.')
  return { role: draft.role, rights: draft.rights, themes: draft.allThemes ? null : draft.themes }
}
