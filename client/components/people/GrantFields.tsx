import type { ReactNode } from 'react'
import type { PeopleAnswer } from '../../../server/contract/people.ts'
import { CheckList } from '../fields/CheckList.tsx'
import { RadioField } from '../fields/RadioField.tsx'
import type { GrantDraft } from './grant.ts'

/** The fields of what somebody is given: a role, rights beside it, the themes that they see. */
export function GrantFields({
  id,
  table,
  draft,
  onChange,
  at,
}: {
  /** What the ids of the fields begin with. */
  id: string
  table: Pick<PeopleAnswer, 'roles' | 'rights' | 'themes'>
  draft: GrantDraft
  onChange: (draft: GrantDraft) => void
  at: (field: string) => ReactNode
}) {
  const error = (field: string) => {
    const message = at(`${id}-${field}`)
    return typeof message === 'string' ? message : undefined
  }
  return (
    <>
      <RadioField
        id={`${id}-role`}
        label="Role"
        error={error('role')}
        value={draft.role}
        options={table.roles.map((role) => ({ value: role.id, label: `${role.name}: ${role.may}` }))}
        onChange={(value) => {
          const role = table.roles.find((each) => each.id === value)?.id
          if (role) onChange({ ...draft, role })
        }}
      />
      <CheckList
        id={`${id}-rights`}
        label="Beside the role (optional)"
        error={error('rights')}
        options={table.rights.map((right) => ({ value: right.id, label: `${right.name}: ${right.may}` }))}
        chosen={draft.rights}
        onChange={(rights) => onChange({ ...draft, rights })}
      />
      <RadioField
        id={`${id}-all`}
        label="Themes"
        value={draft.allThemes ? 'all' : 'some'}
        options={[
          { value: 'all', label: 'All measures' },
          {
            value: 'some',
            label: 'Only the measures of some themes, without uploads',
            more: (
              <CheckList
                id={`${id}-themes`}
                label="Which themes"
                error={error('themes')}
                options={table.themes.map((theme) => ({ value: theme.id, label: theme.name }))}
                chosen={draft.themes}
                onChange={(themes) => onChange({ ...draft, themes })}
              />
            ),
          },
        ]}
        onChange={(value) => onChange({ ...draft, allThemes: value === 'all' })}
      />
    </>
  )
}
