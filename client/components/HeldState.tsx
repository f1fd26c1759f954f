import { HELD_STATES, type HeldState, STATE_WORDS } from '../../server/domain/held.ts'

/** How a cell is drawn; the word and the sign say the same. */
const KINDS: Partial<Record<HeldState, string>> = {
  final: 'sure',
  revised: 'sure',
  illustrative: 'made-up',
  late: 'late',
}

export const stateClass = (state: HeldState) => `app-state app-state--${KINDS[state] ?? 'plain'}`

/** A sign and a word for what is held. */
export function StateWord({ state }: { state: HeldState }) {
  const { sign, word } = STATE_WORDS[state]
  return (
    <>
      <span aria-hidden="true">{sign}</span> {word}
    </>
  )
}

/** What the words mean that stand in a grid: only those that do. */
export function StateKey({ states }: { states: ReadonlySet<HeldState> }) {
  return (
    <ul className="app-state-key" aria-label="What the words in the table mean">
      {HELD_STATES.filter((state) => states.has(state)).map((state) => (
        <li key={state}>
          <span className={stateClass(state)}>
            <StateWord state={state} />
          </span>{' '}
          {STATE_WORDS[state].meaning}
        </li>
      ))}
    </ul>
  )
}
