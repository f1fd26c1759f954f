import { Link } from '@tanstack/react-router'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import type { Shared } from './shared.ts'

type On = Shared & { on?: string | undefined }

/** The plan as it stands against the plan as it was first set: the sentence first, then what is not as it was. */
export function Baseline({
  plan: { baseline, stability, isToday },
  shared,
}: {
  plan: PlanAnswer
  shared: On
}) {
  const { words, actions, own } = baseline
  return (
    <section aria-labelledby="baseline-heading" className="app-plan-part">
      <h2 id="baseline-heading" className="govuk-heading-m">
        Against the plan as it was first set
      </h2>
      <p className="govuk-body app-plan-baseline">{words}</p>
      {actions.length + own.length > 0 && !stability.keepsChanging && (
        <p className="govuk-body app-plan-baseline">
          {stability.words} <span className="app-small">{stability.rule}</span>
        </p>
      )}
      {own.length > 0 && <OwnTable rows={own} now={isToday ? 'Now' : 'On the day shown'} />}
      {actions.length > 0 && (
        <ActionsTable rows={actions} shared={shared} now={isToday ? 'Due now' : 'Due on the day shown'} />
      )}
    </section>
  )
}

type Rows<K extends 'own' | 'actions'> = { rows: PlanAnswer['baseline'][K]; now: string }

function OwnTable({ rows, now }: Rows<'own'>) {
  return (
    <table className="app-stack">
      <caption className="govuk-table__caption govuk-table__caption--s">The plan itself</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">As first set</th>
          <th scope="col">{now}</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, first, now: current, daysWords }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-heading="As first set">{first}</td>
            <td data-heading={now}>{current}</td>
            <td data-heading="Difference">{daysWords ?? 'not one of days'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ActionsTable({ rows, shared, now }: Rows<'actions'> & { shared: On }) {
  return (
    <table className="app-stack app-plan-fates">
      <caption className="govuk-table__caption govuk-table__caption--s">
        Actions that are not as they were first set
      </caption>
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">What was changed</th>
          <th scope="col">Due as first set</th>
          <th scope="col">{now}</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ action, title, what, first, now: current, daysWords }) => (
          <tr key={action}>
            <th scope="row">
              <Link to="/actions/$id" params={{ id: action }} search={shared} className="govuk-link">
                {title}
              </Link>
            </th>
            <td data-heading="What was changed">
              {what.map((words, i) => (
                <span key={words} className={i === 0 ? undefined : 'app-small'}>
                  {words}
                </span>
              ))}
            </td>
            <td data-heading="Due as first set">{first ?? 'no due day'}</td>
            <td data-heading={now}>{current ?? 'no due day'}</td>
            <td data-heading="Difference">{daysWords ?? 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
