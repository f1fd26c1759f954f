import { useState } from 'react'
import type { ExcerptAnswer, FindingAnswer } from '../../../server/contract/uploads.ts'
import { markKey, marksOf } from '../../findings.ts'
import { numbered } from '../../numbered.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { LevelSign, SIGNS } from './LevelTag.tsx'

const SHOWN = 12

/** The rows in question as they stand in the file, like in a spreadsheet, with each cell marked that something was found in. */
export function ExcerptTable(props: { excerpt: ExcerptAnswer; findings: readonly FindingAnswer[] }) {
  const { excerpt, findings } = props
  const [all, setAll] = useState(false)
  if (excerpt.rows.length === 0) return null
  const marks = marksOf(findings, excerpt)
  const rows = excerpt.rows.filter(({ row }) => row !== 1)
  return (
    <section aria-labelledby="excerpt-heading" className="app-excerpt">
      <h3 className="govuk-heading-s" id="excerpt-heading">
        The rows in question, as they stand in the file
      </h3>
      <p className="govuk-body">
        The first few of each kind. A sign marks the cell: ✕ to put right, ! to look at again, ✓ put right for
        you.
      </p>
      <ScrollBox label="Rows of the file">
        <table className={`app-sheet ${all ? '' : 'app-sheet--first'}`}>
          <caption className="govuk-visually-hidden">
            Rows of the file; a sign marks each cell that something was found in
          </caption>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {numbered(excerpt.header).map(({ place, value: name }) => (
                <th key={place} scope="col" className={cellClass(marks.get(markKey(1, place)), name)}>
                  <Cell text={name} finding={marks.get(markKey(1, place))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" className={cellClass(marks.get(markKey(row, -1)))}>
                  <Cell text={String(row)} finding={marks.get(markKey(row, -1))} />
                </th>
                {numbered(cells).map(({ place, value: cell }) => (
                  <td key={place} className={cellClass(marks.get(markKey(row, place)), cell)}>
                    <Cell text={cell} finding={marks.get(markKey(row, place))} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > SHOWN && (
        <button
          type="button"
          className="govuk-button govuk-button--secondary app-more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? `Show the first ${SHOWN} rows` : `Show all ${rows.length} rows`}
        </button>
      )}
    </section>
  )
}

const LONG = 40

const cellClass = (finding: FindingAnswer | undefined, text = '') =>
  [
    finding && `app-sheet__marked app-sheet__marked--${finding.level}`,
    text.length > LONG && 'app-sheet__long',
  ]
    .filter(Boolean)
    .join(' ') || undefined

function Cell({ text, finding }: { text: string; finding: FindingAnswer | undefined }) {
  if (!finding) return text
  return (
    <>
      <LevelSign level={finding.level} />{' '}
      {text.trim() === '' ? <span className="app-quiet">nothing</span> : text}
      <span className="govuk-visually-hidden">
        {' '}
        ({SIGNS[finding.level][1]}: {finding.message})
      </span>
    </>
  )
}
