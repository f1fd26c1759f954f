import { Link } from '@tanstack/react-router'
import type { UploadListItem } from '../../../server/contract/uploads.ts'
import { useMay } from '../../use-session.ts'
import { countOf, momentInWords } from '../../words.ts'
import { StateTag } from './StateTag.tsx'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }
type Props = { uploads: readonly UploadListItem[]; shared: Shared }

/** What is checked and waits to be published. */
export function Drafts({ uploads, shared }: Props) {
  const mayPublish = useMay('publish')
  const drafts = uploads.filter((upload) => upload.state === 'draft')
  return (
    <section aria-labelledby="drafts-heading" className="app-part">
      <h2 className="govuk-heading-m" id="drafts-heading">
        Drafts{drafts.length > 0 && ` (${drafts.length})`}
      </h2>
      {drafts.length === 0 ? (
        <p className="app-empty">
          No drafts. A file that was checked waits here until it is published or discarded.
        </p>
      ) : (
        <ul className="govuk-list app-drafts">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <Link to="/uploads/$id" params={{ id: draft.id }} search={shared} className="govuk-link">
                {mayPublish ? 'Resume' : 'Look at'} <strong>{draft.fileName}</strong>
              </Link>
              <span className="app-small">
                {draft.title}: {countOf(draft.figures, 'figure')}, {toLookAt(draft.counts.warn)}.{' '}
                {draft.uploadedBy}, {momentInWords(draft.uploadedAt)}.
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const toLookAt = (warnings: number) =>
  `${warnings === 0 ? 'nothing' : countOf(warnings, 'thing')} to look at again`

/** What was published, and what was taken back. */
export function Published({ uploads, shared }: Props) {
  const shown = uploads.filter((upload) => upload.state !== 'draft')
  return (
    <section aria-labelledby="published-heading" className="app-part">
      <h2 className="govuk-heading-m" id="published-heading">
        Published and withdrawn{shown.length > 0 && ` (${shown.length})`}
      </h2>
      {shown.length === 0 ? (
        <p className="app-empty">Nothing has been published from here yet.</p>
      ) : (
        <table className="app-uploads">
          <caption className="govuk-visually-hidden">Uploads, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">State</th>
              <th scope="col">Who and when</th>
              <th scope="col">Figures</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((upload) => (
              <tr key={upload.id}>
                <th scope="row">
                  <Link to="/uploads/$id" params={{ id: upload.id }} search={shared} className="govuk-link">
                    {upload.fileName}
                  </Link>
                  <span className="app-small">{upload.title}</span>
                </th>
                <td>
                  <StateTag state={upload.state} />
                </td>
                <td>
                  <Fate upload={upload} />
                </td>
                <td>
                  {countOf(upload.figures, 'figure')}
                  {upload.counts.warn > 0 && (
                    <span className="app-small">{countOf(upload.counts.warn, 'warning')} accepted</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Who did the last thing to it, when and why. */
function Fate({ upload }: { upload: UploadListItem }) {
  const withdrawn = upload.state === 'withdrawn'
  const who = withdrawn ? upload.withdrawnBy : upload.publishedBy
  const when = withdrawn ? upload.withdrawnAt : upload.publishedAt
  const why = withdrawn ? upload.withdrawnReason : upload.reason
  return (
    <>
      {who}
      {when && `, ${momentInWords(when)}`}
      {why && <span className="app-small">“{why}”</span>}
    </>
  )
}
