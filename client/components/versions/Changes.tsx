import type { EntryVersionAnswer } from '../../../server/contract/registers.ts'
import '../../styles/versions.scss'

/** What a version changed, before and after, under the names that the form gives the fields. */
export function Changes({ changed }: Pick<EntryVersionAnswer, 'changed'>) {
  if (changed.length === 0) return null
  return (
    <ul className="govuk-list app-changed">
      {changed.map(({ field, before, after }) => (
        <li key={field}>
          <strong>{field}:</strong> <span className="govuk-visually-hidden">from </span>
          <span className="app-changed__before">{before}</span> <span aria-hidden="true">→</span>{' '}
          <span className="govuk-visually-hidden">to </span>
          {after}
        </li>
      ))}
    </ul>
  )
}
