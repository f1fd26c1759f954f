import type { PaperItem } from '../../../server/contract/papers.ts'
import { Tag } from '../Tag.tsx'

/** What a paper says in one place: the fact, its day, where it stands, and the screen that shows it. */
export function Fact({ item }: { item: PaperItem }) {
  const { id, about, text, more, when, place, doubt, path, link } = item
  return (
    <li id={id} className="app-paper-fact">
      <p className="govuk-body">
        <strong>{about}:</strong> {text} {doubt && <Tag kind="doubted" />}
      </p>
      {doubt && <p className="govuk-body app-paper-doubt">Our check: {doubt}</p>}
      {more.length > 0 && (
        <ul className="app-paper-more">
          {more.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="app-small">
        {when ?? 'No day is stated'}. In the paper: {place ? place.replace(/\.$/, '') : 'no place is noted'}.
      </p>
      {link && (
        <p className="govuk-body">
          <a className="govuk-link" href={path}>
            {link}
            <span className="govuk-visually-hidden">
              : {about}, {text}
            </span>
          </a>
        </p>
      )}
    </li>
  )
}
