import { savingLinePath } from '../../../server/contract/paths.ts'
import type { SavingLineAnswer } from '../../../server/contract/savings.ts'
import { post } from '../../api.ts'
import { type MoveAction, MoveForm } from '../versions/MoveForm.tsx'

const DONE: Record<MoveAction, string> = {
  retire: 'Taken out. It counts nowhere any more and stays on record.',
  'bring-back': 'Brought back. It counts again.',
  undo: 'Undone. The line is what it was before.',
}

/** Takes a line out, brings it back, or undoes its last change. */
export function LineMoves({ line, onMoved }: { line: SavingLineAnswer; onMoved: (told: string) => void }) {
  const { id, version, retired, terms } = line
  const button = (text: string) => (
    <>
      {text}
      <span className="govuk-visually-hidden">: {terms.title}</span>
    </>
  )
  return (
    <div className="app-act">
      <MoveForm
        id={`move-${id}`}
        label={`Take out or undo: ${terms.title}`}
        thing="line"
        why="Why"
        moves={[
          retired
            ? { action: 'bring-back', button: button('Bring this line back') }
            : { action: 'retire', button: button('Take this line out') },
          ...(version > 1 ? [{ action: 'undo' as const, button: button('Undo the last change') }] : []),
        ]}
        send={(action, said) => post(`${savingLinePath(id)}/${action}`, { after: version, ...said })}
        onDone={(_, action) => onMoved(DONE[action])}
      />
    </div>
  )
}
