import { Link } from '@tanstack/react-router'
import type { EntryAnswer, RelatedAnswer } from '../../../server/contract/registers.ts'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** What an entry is linked with: what it names, and the entries that name it, each with what it is. */
export function EntryRelated({ entry, shared }: { entry: EntryAnswer; shared: Shared }) {
  const { names, namedBy } = entry
  if (names.length + namedBy.length === 0) return null
  return (
    <section aria-labelledby="related-heading" className="app-part">
      <h2 className="govuk-heading-m" id="related-heading">
        What it is linked with
      </h2>
      <RelatedList heading="It names" related={names} entry={entry} shared={shared} />
      <RelatedList heading="It is named by" related={namedBy} entry={entry} shared={shared} />
    </section>
  )
}

function RelatedList(props: {
  heading: string
  related: readonly RelatedAnswer[]
  entry: EntryAnswer
  shared: Shared
}) {
  const { heading, related, entry, shared } = props
  if (related.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">{heading}</h3>
      <ul className="govuk-list app-related">
        {related.map((each) => (
          <li key={`${each.kind} ${each.id}`}>
            {each.kindWords}: <RelatedLink related={each} entry={entry} shared={shared} />
            {each.retired && ' (taken out)'}
          </li>
        ))}
      </ul>
    </>
  )
}

function RelatedLink(props: { related: RelatedAnswer; entry: EntryAnswer; shared: Shared }) {
  const { related, entry, shared } = props
  const { kind, id, title } = related
  const link = { params: { id }, search: shared, className: 'govuk-link' }
  if (kind === 'measure') {
    // The measure of the area that the entry is about, whatever area the reader looks at.
    const area = typeof entry.terms.area === 'string' ? entry.terms.area : shared.area
    return (
      <Link to="/indicators/$id" {...link} search={{ ...shared, area }}>
        {title}
      </Link>
    )
  }
  if (kind === 'paper') {
    return (
      <Link to="/papers/$id" {...link}>
        {title}
      </Link>
    )
  }
  if (kind === 'target') {
    return (
      <Link to="/targets/$id" {...link}>
        {title}
      </Link>
    )
  }
  return (
    <Link to="/registers/$register/$id" {...link} params={{ register: kind, id }}>
      {title}
    </Link>
  )
}
