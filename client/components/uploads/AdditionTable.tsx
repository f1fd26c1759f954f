import { useState } from 'react'
import type { AdditionAnswer } from '../../../server/contract/uploads.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { StatusTag } from '../Tag.tsx'

/** So many are shown until somebody asks for all. */
const FIRST = 10

/** The figures that nothing is published for yet, so that one under the wrong measure is seen before it is published. */
export function AdditionTable({ additions, all }: { additions: readonly AdditionAnswer[]; all: number }) {
  const [whole, setWhole] = useState(false)
  const areas = new Set(additions.map((addition) => addition.area))
  const [first] = additions
  const shown = whole ? additions : additions.slice(0, FIRST)
  return (
    <>
      <p className="govuk-body">
        {all === 1 ? 'One new figure' : `${all.toLocaleString('en-GB')} new figures`}
        {areas.size === 1 && first ? ` of ${first.areaName}` : ''}.
        {additions.length < all && ` The first ${additions.length} are listed.`}
      </p>
      <ScrollBox label="New figures">
        <table className="govuk-table app-table app-revisions">
          <caption className="govuk-visually-hidden">New figures: measure, when, and the figure</caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {areas.size > 1 && <th scope="col">Area</th>}
              <th scope="col">When</th>
              <th scope="col" className="app-number">
                Figure
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ indicator, name, area, areaName, period, label, figure }) => (
              <tr key={`${indicator} ${name} ${area} ${period}`}>
                <th scope="row" className="app-revisions__name">
                  {name}
                </th>
                {areas.size > 1 && <td>{areaName}</td>}
                <td>
                  {label} <StatusTag status={figure.status} />
                </td>
                <td className="app-number">
                  <span className="app-findings__label">Figure </span>
                  <strong>{figure.text}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {!whole && additions.length > FIRST && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setWhole(true)}>
          Show all {additions.length} new figures
        </button>
      )}
    </>
  )
}
