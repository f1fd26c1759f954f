import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { uploadFilePath } from '../../server/contract/paths.ts'
import type { AcceptedAnswer, ReleaseAnswer } from '../../server/contract/quality.ts'
import { useSession } from '../use-session.ts'
import { May } from './May.tsx'

/** How many releases are shown before somebody asks for all. */
const FIRST = 10

const withCommas = (n: number) => n.toLocaleString('en-GB')

/** Every release with what became of it, the newest first. */
export function ReleasesTable({ releases }: { releases: readonly ReleaseAnswer[] }) {
  const [all, setAll] = useState(false)
  if (releases.length === 0) return <p className="govuk-body">Nothing has been published.</p>
  const shown = all ? releases : releases.slice(0, FIRST)
  return (
    <>
      <table className="app-stack">
        <caption className="govuk-visually-hidden">Releases, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Release</th>
            <th scope="col" className="app-number">
              Figures
            </th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((release) => (
            <Row key={release.id} release={release} />
          ))}
        </tbody>
      </table>
      {releases.length > FIRST && (
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? `Show the newest ${FIRST} only` : `Show all ${releases.length} releases`}
        </button>
      )}
    </>
  )
}

function Row({ release }: { release: ReleaseAnswer }) {
  const { withdrawn, reason, upload, fileName } = release
  return (
    <tr>
      <td data-heading="Published" className="app-stack__when">
        {release.publishedLabel}
      </td>
      <th scope="row">
        {release.title}
        <span className="app-small">
          {release.kindWords}, {release.publisher}
        </span>
        {upload && (
          <May permission="see-uploads">
            <span className="app-small">
              <a className="govuk-link" href={uploadFilePath(upload)} download={fileName ?? true}>
                Download the file{fileName && ` ${fileName}`}
              </a>
            </span>
            <span className="app-small">
              <Link to="/uploads/$id" params={{ id: upload }} className="govuk-link">
                What its checks said<span className="govuk-visually-hidden">: {release.title}</span>
              </Link>
            </span>
          </May>
        )}
      </th>
      <td data-heading="Figures" className="app-number">
        {release.figures === 0 ? 'none' : withCommas(release.figures)}
      </td>
      <td data-heading="What became of it">
        {withdrawn && (
          <>
            <span className="app-tag">
              <span aria-hidden="true">✕</span> Withdrawn
            </span>{' '}
            {withdrawn.label}
            {withdrawn.by && `, by ${withdrawn.by}`}
            {withdrawn.reason && <span className="app-small">Why: {withdrawn.reason}</span>}
          </>
        )}
        <span className={withdrawn ? 'app-small' : undefined}>
          Published by {release.by}
          {reason && `: ${reason}`}
        </span>
      </td>
    </tr>
  )
}

/** The files that were published although something in them was warned of, with who accepted that and why. */
export function AcceptedWarnings({ accepted }: { accepted: readonly AcceptedAnswer[] }) {
  const isPublic = useSession()?.edition === 'public'
  if (isPublic) {
    return <p className="govuk-body">Who accepted which warnings, and why, is not in the public edition.</p>
  }
  if (accepted.length === 0) {
    return <p className="govuk-body">No file that counts was published with warnings.</p>
  }
  return (
    <ul className="govuk-list app-facts">
      {accepted.map((each) => (
        <li key={each.release}>
          <strong>
            <May permission="see-uploads" otherwise={each.title}>
              <Link to="/uploads/$id" params={{ id: each.upload }} className="govuk-link">
                {each.title}
              </Link>
            </May>
          </strong>
          : {each.warnings} {each.warnings === 1 ? 'warning' : 'warnings'} accepted by {each.by} on{' '}
          {each.acceptedLabel}.<span className="app-small">Why: {each.reason ?? 'no reason was given'}</span>
          <span className="app-small">
            Warned of: {each.kinds.map(({ title, count }) => `${title} (${count})`).join('; ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
