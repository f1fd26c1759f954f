import { Link } from '@tanstack/react-router'
import { SCENARIO_KEYS } from '../../../server/contract/paths.ts'
import type { ScenarioAnswer } from '../../../server/contract/scenario.ts'
import { Choice } from '../Choice.tsx'
import { Dial } from './Dial.tsx'
import { useAssumptions } from './use-assumptions.ts'

export type Fault = { path: string; message: string }

/** What is set for placements and costs is come to by the end, not at once. */
const groupsOf = (end: string) =>
  [
    ['flow', 'Entering and leaving care'],
    ['mix', `Where children in care live by ${end}`],
    ['cost', `What a place costs on average by ${end}`],
  ] as const

const YEARS = Array.from({ length: 10 }, (_, i) => String(i + 1))
const NOTHING_SET = Object.fromEntries(SCENARIO_KEYS.map((key) => [key, undefined]))

/** Everything that may be set. `faults` are what the server found wrong with it. */
export function Controls({ answer, faults }: { answer: ScenarioAnswer; faults: readonly Fault[] }) {
  const { textOf, set, forget } = useAssumptions()
  return (
    <form
      className="app-whatif__form"
      aria-label="What may change"
      onSubmit={(event) => event.preventDefault()}
    >
      {groupsOf(answer.quarters.at(-1)?.label ?? 'the end').map(([group, legend]) => (
        <fieldset key={group} className="app-whatif__group">
          <legend>{legend}</legend>
          {answer.assumptions
            .filter((each) => each.group === group)
            .map((assumption) => (
              <Dial
                key={assumption.id}
                assumption={assumption}
                asked={textOf(assumption.id)}
                error={faults.find(({ path }) => path === assumption.id)?.message}
                onChange={(text) => set(assumption.id, text)}
              />
            ))}
          {group === 'mix' && <Rest rest={answer.rest} />}
          <SoFar answer={answer} />
        </fieldset>
      ))}
      <div className="app-whatif__last">
        <Choice
          label="How far ahead"
          value={textOf('years') ?? String(answer.years)}
          options={YEARS.map((value) => ({ value, label: value === '1' ? '1 year' : `${value} years` }))}
          onChoose={(years) => set('years', years)}
        />
        <Link
          to="/what-if"
          search={(previous) => ({ ...previous, ...NOTHING_SET })}
          resetScroll={false}
          onClick={forget}
          className="govuk-button govuk-button--secondary"
        >
          Reset everything
        </Link>
      </div>
    </form>
  )
}

/** Nobody sets the share of other places: it is what the two others leave. */
function Rest({ rest }: Pick<ScenarioAnswer, 'rest'>) {
  if (!rest) return null
  return (
    <p className="app-whatif__rest">
      <strong>In any other place: {rest.text}</strong> (as it was: {rest.baseText}). What the two above leave:
      for example with their own parents, placed for adoption, or in semi-independent homes.
    </p>
  )
}

/** On a narrow screen the charts are far below: what it comes to stands under each group. */
function SoFar({ answer: { rows } }: { answer: ScenarioAnswer }) {
  const last = rows.at(-1)
  if (!last) return null
  const { adjusted, difference } = last.text
  return (
    <p className="app-whatif__sofar">
      Comes to {adjusted.children} children in care and {adjusted.spend} in {last.label} ({difference}
      {difference === 'the same' ? ' as without changes' : ' than without changes'}).
    </p>
  )
}
