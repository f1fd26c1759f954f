import { Link } from '@tanstack/react-router'
import type { ExceptionRow, ExceptionsAnswer } from '../../../server/contract/exception-answers.ts'
import type { ExceptionRule } from '../../../server/domain/exception.ts'
import { placeOf } from './ExceptionCard.tsx'

/** What each rule says of a measure, in a word or two. */
const WHY: Record<ExceptionRule, string> = {
  previous: 'away from its aim',
  'year-before': 'away from its aim',
  'off-path': 'red',
  'process-chart': 'unlikely by chance',
}

const isFirst = (each: string, i: number, all: readonly string[]) => all.indexOf(each) === i
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What is listed, a line each, with the way to what is said of it further down. */
export function Listed({ answer }: { answer: ExceptionsAnswer }) {
  const { listed, by } = answer
  const word = by === 'quarter' ? 'quarter' : 'year'
  const inARow = `${word === 'quarter' ? 'Quarters' : 'Years'} in a row`
  return (
    <table className="app-listed">
      <caption className="govuk-visually-hidden">What is listed, what is red first</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Figure</th>
          <th scope="col">On the {word} before</th>
          <th scope="col">Why</th>
          <th scope="col">{inARow}</th>
          <th scope="col">Commentary</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <ToMeasure row={row} />
            </th>
            <td>
              <strong>{row.point?.text}</strong>
              {row.unitText && ` ${row.unitText}`}
            </td>
            <td>{row.change?.movement ? row.change.words : 'none to tell'}</td>
            <td>
              {capital(
                row.exceptions
                  .map(({ rule }) => WHY[rule])
                  .filter(isFirst)
                  .join(', '),
              )}
            </td>
            <td data-heading={inARow}>{runOf(row)}</td>
            <td data-heading="Commentary">{commentaryOf(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Leads to the card of a measure on the same page. */
export const ToMeasure = ({ row }: { row: { id: string; name: string } }) => (
  <Link to="/exceptions" search={(previous) => previous} hash={placeOf(row)} className="govuk-link">
    {row.name}
  </Link>
)

const runOf = ({ run: { listed, red } }: ExceptionRow) =>
  red === 0 ? String(listed) : `${listed} (red ${red})`

function commentaryOf({ commentaries, commentaryMissing, changeNote }: ExceptionRow): string {
  const written = commentaries.length > 0
  if (commentaryMissing) return written ? '! Incomplete' : '! Missing'
  if (written) return 'Given'
  return changeNote === null ? 'Not required' : 'Asked for'
}
