import { Link } from '@tanstack/react-router'
import type { ProgrammeAnswer, ProgrammeTarget } from '../../../server/contract/programmes.ts'
import { RatingTag } from '../RatingTag.tsx'
import { StatusTag } from '../Tag.tsx'

/** Every target in a line that can be read aloud: the newest figure, asked for by then, goal, status. */
export function TargetTable({ targets, groups }: Pick<ProgrammeAnswer, 'targets' | 'groups'>) {
  const byId = new Map(targets.map((each) => [each.target.id, each]))
  return (
    <table className="app-stack app-standings">
      <caption className="govuk-visually-hidden">Where each target stands</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Newest figure</th>
          <th scope="col">Asked for by then</th>
          <th scope="col">Goal</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      {groups.map(({ title, targets: ids }) => (
        <tbody key={title}>
          <tr className="app-standings__group">
            <th scope="rowgroup" colSpan={5}>
              {title}
            </th>
          </tr>
          {ids.map((id) => {
            const each = byId.get(id)
            return each && <Row key={id} {...each} />
          })}
        </tbody>
      ))}
    </table>
  )
}

function Row({ target: { id, measure, point, rating, goal, dueLabel, state, stateWords } }: ProgrammeTarget) {
  return (
    <tr>
      <th scope="row">
        <Link to="/targets/$id" params={{ id }} className="govuk-link">
          {measure.name}
        </Link>
        {measure.unitShort && <span className="app-small">{measure.unitShort}</span>}
      </th>
      <td data-heading="Newest figure">
        {point ? <strong>{point.text}</strong> : 'No figure'}
        {point && <span className="app-small app-standings__on-screen">{point.label}</span>}
        {point && <span className="app-small app-standings__on-paper">{point.shortLabel}</span>}
        {point?.status === 'illustrative' && <StatusTag status={point.status} />}
      </td>
      <td data-heading="Asked for by then">{rating.expected?.text ?? '–'}</td>
      <td data-heading="Goal">
        {goal?.text ?? 'No figure'}
        {dueLabel && <span className="app-small">{dueLabel}</span>}
      </td>
      <td data-heading="Status">
        <RatingTag state={rating.state} />
        {state !== 'in-force' && <span className="app-small">{stateWords}</span>}
      </td>
    </tr>
  )
}
