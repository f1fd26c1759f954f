import type { PublicationAnswer } from '../../server/contract/quality.ts'
import { StateWord, stateClass } from './HeldState.tsx'

/** The national publications: up to when they are held, and when the next is due. */
export function PublicationsTable({ publications }: { publications: readonly PublicationAnswer[] }) {
  if (publications.length === 0) return null
  return (
    <table className="app-stack">
      <caption className="govuk-table__caption">National publications and when the next is due</caption>
      <thead>
        <tr>
          <th scope="col">Publication</th>
          <th scope="col">Newest figures held</th>
          <th scope="col">Came out</th>
          <th scope="col">Next</th>
        </tr>
      </thead>
      <tbody>
        {publications.map((each) => (
          <tr key={each.family}>
            <th scope="row">
              {each.name}
              <span className="app-small">
                {each.measures} {each.measures === 1 ? 'measure' : 'measures'}
              </span>
            </th>
            <td data-heading="Newest figures held">
              {each.newest.label}
              <span className="app-small">{each.newest.age} ago</span>
            </td>
            <td data-heading="Came out">{each.cameOut}</td>
            <td data-heading="Next">
              {each.next?.late && (
                <span className={stateClass('late')}>
                  <StateWord state="late" />
                </span>
              )}{' '}
              <Next {...each} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Next({ next, note }: PublicationAnswer) {
  if (!next?.due) return <>{note ?? 'Nothing more will come.'}</>
  return (
    <>
      {next.label}
      <span className="app-small">
        {next.late ? 'was due in' : 'due in'} {next.due}
      </span>
    </>
  )
}
