import type { EntryAnswer } from '../../../server/contract/registers.ts'
import { EntryChanges } from './EntryChanges.tsx'
import { EntryMoveForm } from './EntryMoveForm.tsx'

type Props = { entry: EntryAnswer; onDone: (entry: EntryAnswer) => void }

/** What else may be done with an entry than change what it says: none of it loses anything. */
export function EntryMoves({ entry, onDone }: Props) {
  return (
    <>
      {entry.history.length > 1 && <UndoForm entry={entry} onDone={onDone} />}
      {entry.retired ? (
        <EntryMoveForm
          entry={entry}
          action="bring-back"
          heading="Bring it back"
          button="Bring it back"
          why="Why you bring it back"
          onDone={onDone}
        >
          <p className="govuk-body">It is shown again from now on, as it was when it was taken out.</p>
        </EntryMoveForm>
      ) : (
        <EntryMoveForm
          entry={entry}
          action="retire"
          heading="Take it out"
          button="Take it out"
          why="Why you take it out"
          warning
          onDone={onDone}
        >
          <p className="govuk-body">
            It is left out of every list. This page, its history and your reason stay, and it can be brought
            back.
          </p>
        </EntryMoveForm>
      )}
    </>
  )
}

const DONE = {
  set: 'the adding of it',
  changed: 'this change',
  retired: 'that it was taken out',
  'brought-back': 'that it was brought back',
}

function UndoForm({ entry, onDone }: Props) {
  const [newest] = entry.history
  if (!newest) return null
  return (
    <EntryMoveForm
      entry={entry}
      action="undo"
      heading="Undo the last change"
      button="Undo the last change"
      why="Why you undo it"
      onDone={onDone}
    >
      <p className="govuk-body">
        Version {newest.version}, by {newest.madeBy}, is undone: {DONE[newest.kind]}. It becomes what it was
        before, as a new version. Nothing is deleted.
      </p>
      <EntryChanges changed={newest.changed} />
    </EntryMoveForm>
  )
}
