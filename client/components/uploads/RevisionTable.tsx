import type { ChangesAnswer, RevisionAnswer } from '../../../server/contract/uploads.ts'
import { differenceInWords } from '../../difference.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { StatusTag } from '../Tag.tsx'

type Names = { before: string; after: string }

/** Every published figure that changes, the old and the new side by side, the largest change first. */
export function RevisionTable({ changes, names }: { changes: ChangesAnswer; names: Names }) {
  const { revisions, revised } = changes
  const areas = new Set(revisions.map((revision) => revision.area))
  const [first] = revisions
  const whose = areas.size === 1 && first ? ` of ${first.areaName}` : ''
  return (
    <>
      <p className="govuk-body">
        {revised === 1 ? 'One published figure' : `${revised.toLocaleString('en-GB')} published figures`}
        {whose}, the largest change first.
        {revisions.length < revised && ` The ${revisions.length} largest are listed.`}
      </p>
      <ScrollBox label="Figures that change">
        <table className="govuk-table app-table app-revisions">
          <caption className="govuk-visually-hidden">
            Published figures that change: {names.before}, {names.after} and the difference
          </caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {areas.size > 1 && <th scope="col">Area</th>}
              <th scope="col">When</th>
              <th scope="col" className="app-number">
                {names.before}
              </th>
              <th scope="col" className="app-number">
                {names.after}
              </th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((revision) => (
              <tr key={`${revision.name} ${revision.area} ${revision.period}`}>
                <th scope="row" className="app-revisions__name">
                  {revision.name}
                </th>
                {areas.size > 1 && <td>{revision.areaName}</td>}
                <td>
                  {revision.label}
                  <span className="app-small">from “{revision.source}”</span>
                  {revision.before.status === revision.after.status && (
                    <StatusTag status={revision.after.status} />
                  )}
                </td>
                <Figure revision={revision} which="before" name={names.before} />
                <Figure revision={revision} which="after" name={names.after} />
                <td className="app-revisions__difference">
                  <span className="app-findings__label">Difference </span>
                  {differenceInWords(revision.before, revision.after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

function Figure(props: { revision: RevisionAnswer; which: 'before' | 'after'; name: string }) {
  const { revision, which, name } = props
  const figure = revision[which]
  const { numerator, denominator } = figure
  // A count is its own numerator.
  const isMade = numerator !== null && (denominator !== null || numerator !== figure.value)
  return (
    <td className="app-number">
      <span className="app-findings__label">{name} </span>
      <strong>{figure.text}</strong>
      {isMade && <span className="app-small">{madeOf(figure)}</span>}
      {revision.before.status !== revision.after.status && <StatusTag status={figure.status} />}
    </td>
  )
}

const number = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 1 })

function madeOf({ numerator, denominator }: RevisionAnswer['before']): string {
  if (numerator === null) return ''
  return denominator === null ? number(numerator) : `${number(numerator)} of ${number(denominator)}`
}
