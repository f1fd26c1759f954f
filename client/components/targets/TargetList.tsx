import { Link } from '@tanstack/react-router'
import type { TargetAnswer } from '../../../server/contract/target-answers.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import { capitalised } from '../../words.ts'
import { RatingTag } from '../RatingTag.tsx'
import { Tag } from '../Tag.tsx'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** The targets of an area, by the programme that they are part of. On a narrow screen each becomes a card. */
export function TargetList({ targets, shared }: { targets: readonly TargetAnswer[]; shared: Shared }) {
  const programmes = Map.groupBy(targets, ({ programme }) => programme?.name ?? 'Part of no programme')
  return (
    <table className="app-stack app-target-list">
      <caption className="govuk-visually-hidden">Targets and how they stand</caption>
      <thead>
        <tr>
          <th scope="col">Target</th>
          <th scope="col">Newest figure</th>
          <th scope="col">Goal</th>
          <th scope="col">How it stands</th>
          <th scope="col">Whose</th>
        </tr>
      </thead>
      {[...programmes].map(([programme, members]) => (
        <tbody key={programme}>
          <tr className="app-target-list__group">
            <th scope="rowgroup" colSpan={5}>
              {programme}
            </th>
          </tr>
          {members.map((target) => (
            <Row key={target.id} target={target} shared={shared} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ target, shared }: { target: TargetAnswer; shared: Shared }) {
  const { measure, point, goal, rating } = target
  return (
    <tr>
      <th scope="row">
        <span className="app-target-list__measure">
          {measure.name}
          {measure.unitShort && `, ${measure.unitShort}`}
        </span>
        <Link to="/targets/$id" params={{ id: target.id }} search={shared} className="govuk-link">
          {target.title}
        </Link>
      </th>
      <td data-heading="Newest figure">
        <strong>{point?.text ?? 'none'}</strong>
        {point && <span className="app-small">{point.label}</span>}
        {target.illustrative && <Tag kind="illustrative" />}
      </td>
      <td data-heading="Goal">
        <strong>{goal?.text ?? 'no figure'}</strong>
        <span className="app-small">{target.dueLabel ? `due ${target.dueLabel}` : 'no due day is set'}</span>
      </td>
      <td data-heading="How it stands">
        <RatingTag state={rating.state} />
        {rating.expected && (
          <span className="app-small">{rating.expected.text} asked for by the day of the figure</span>
        )}
        {target.state === 'in-force' && !rating.expected && <span className="app-small">{rating.words}</span>}
        {target.state !== 'in-force' && <span className="app-small">{target.stateWords}</span>}
      </td>
      <td data-heading="Whose">
        {target.owner}
        <span className="app-small">{capitalised(target.setBy)}</span>
        <span className="app-small">
          {target.reviewOn ? `Review: ${dayLabel(target.reviewOn)}` : 'No review is set'}
        </span>
      </td>
    </tr>
  )
}
