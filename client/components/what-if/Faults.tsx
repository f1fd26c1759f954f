import type { ScenarioAnswer } from '../../../server/contract/scenario.ts'
import type { Fault } from './Controls.tsx'

/**
 * What the server found wrong with what was set. It takes no focus, as nobody sent anything: whoever types or moves a
 * slider goes on, and the fields say it too.
 */
export function Faults(props: { answer: ScenarioAnswer; faults: readonly Fault[]; isUnset: boolean }) {
  const { answer, faults, isUnset } = props
  if (faults.length === 0) return null
  const labelOf = (path: string) => answer.assumptions.find(({ id }) => id === path)?.label ?? path
  const messages = [...Map.groupBy(faults, ({ message }) => message)]
  return (
    <div className="app-whatif__faults" role="alert">
      <p className="govuk-body">
        <strong>Something that you set can’t be.</strong>{' '}
        {isUnset
          ? 'What is shown is without any of your changes.'
          : 'What is shown is from before you set it.'}
      </p>
      <ul className="govuk-list">
        {messages.map(([message, same]) => (
          <li key={message}>
            {/* What two fields have in common names both by itself. */}
            {same.length === 1 && same.map(({ path }) => `${labelOf(path)}: `)}
            {message}.
          </li>
        ))}
      </ul>
    </div>
  )
}
