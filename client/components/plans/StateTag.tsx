import type { PlanAction } from '../../../server/contract/plan-action-answers.ts'

/** A sign and a word before it is a colour. */
const SIGNS: Record<PlanAction['state'], string> = {
  done: '✓',
  'under-way': '▸',
  'not-started': '○',
  stopped: '■',
}

/** Where an action stands; one that is overdue says by how many days, and since when nothing was heard of it. */
export function StateTag({ action }: { action: PlanAction }) {
  const { state, stateWords, overdueWords, unheard, lastWord } = action
  return (
    <>
      <span className={`app-plan-state app-plan-state--${state}`}>
        <span aria-hidden="true">{SIGNS[state]}</span> {stateWords}
      </span>
      {overdueWords && (
        <span className={`app-plan-state ${unheard ? 'app-plan-state--unheard' : 'app-plan-state--overdue'}`}>
          <span aria-hidden="true">{unheard ? '?' : '!'}</span> {overdueWords}
          {unheard && `; not heard of since ${lastWord.label}`}
        </span>
      )}
    </>
  )
}
