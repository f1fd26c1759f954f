import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** Who watches over a plan. */
export function Boards({ plan: { boards } }: { plan: PlanAnswer }) {
  if (boards.length === 0) return null
  return (
    <section aria-labelledby="boards-heading" className="app-plan-part">
      <h2 id="boards-heading" className="govuk-heading-m">
        Boards
      </h2>
      <table className="app-stack">
        <caption className="govuk-visually-hidden">Boards that watch over the plan</caption>
        <thead>
          <tr>
            <th scope="col">Board</th>
            <th scope="col">Chair</th>
            <th scope="col">Members</th>
            <th scope="col">Meets</th>
          </tr>
        </thead>
        <tbody>
          {boards.map(({ name, chair, members, meets, note }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {note && <span className="app-small">{note}</span>}
              </th>
              <td data-heading="Chair">{chair ?? 'not stated'}</td>
              <td data-heading="Members">{members ?? 'not stated'}</td>
              <td data-heading="Meets">{meets ?? 'not stated'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
