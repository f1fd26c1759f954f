import { useState } from 'react'
import type { FindingAnswer } from '../../../server/contract/uploads.ts'
import type { Group } from '../../findings.ts'
import { numbered } from '../../numbered.ts'
import { capitalised } from '../../words.ts'

/** So many of a kind are read at a glance; the rest come on request, and on paper. */
const SHOWN = 10

/** The findings of one level, by what they are about: where each is, what stands there, what we think it means. */
export function FindingTable({ caption, groups }: { caption: string; groups: readonly Group[] }) {
  return (
    <table className="app-findings">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="app-findings__row">
            Row
          </th>
          <th scope="col" className="app-findings__column">
            Column
          </th>
          <th scope="col" className="app-findings__value">
            In the file
          </th>
          <th scope="col">What was found</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Findings key={group.check} group={group} />
      ))}
    </table>
  )
}

function Findings({ group }: { group: Group }) {
  const { title, remedy, findings } = group
  const [all, setAll] = useState(false)
  return (
    <tbody className={all ? undefined : 'app-findings__first'}>
      <tr className="app-findings__group">
        <th scope="rowgroup" colSpan={4}>
          {capitalised(title)}
          {findings.length > 1 && ` (${findings.length})`}
          {remedy && <Remedy text={remedy} />}
        </th>
      </tr>
      {numbered(findings).map(({ place, value: finding }) => (
        <Line key={place} finding={finding} withRemedy={remedy === null} />
      ))}
      {findings.length > SHOWN && (
        <tr className="app-more">
          <td colSpan={4}>
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              aria-expanded={all}
              onClick={() => setAll(!all)}
            >
              {all ? `Show the first ${SHOWN}` : `Show all ${findings.length}`}
              <span className="govuk-visually-hidden">: {title}</span>
            </button>
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Line({ finding, withRemedy }: { finding: FindingAnswer; withRemedy: boolean }) {
  const { row, column, value, message, remedy } = finding
  const told = (
    <>
      {message}
      {withRemedy && <Remedy text={remedy} />}
    </>
  )
  // What is about no one place has none to show.
  if (row === null && column === null) {
    return (
      <tr>
        <th scope="row" className="app-findings__row">
          All<span className="govuk-visually-hidden"> of the file</span>
        </th>
        <td colSpan={3}>{told}</td>
      </tr>
    )
  }
  return (
    <tr>
      <th scope="row" className="app-findings__row">
        <span className="app-findings__label">Row </span>
        {row ?? 'All'}
      </th>
      <td>
        <span className="app-findings__label">Column </span>
        {column ?? 'the whole row'}
      </td>
      <td>
        <span className="app-findings__label">In the file: </span>
        <Value text={value} />
      </td>
      <td>{told}</td>
    </tr>
  )
}

/** What stands in the cell, in a shape that shows where it begins and ends. */
function Value({ text }: { text: string | null }) {
  if (text === null) return <span className="app-quiet">see the row</span>
  if (text.trim() === '') return <span className="app-quiet">nothing</span>
  return <code className="app-cell">{text.length > 80 ? `${text.slice(0, 79)}…` : text}</code>
}

function Remedy({ text }: { text: string }) {
  if (text === '') return null
  return (
    <span className="app-remedy">
      <strong>What to do:</strong> {text}
    </span>
  )
}
