import type { TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { ChangedFields } from './History.tsx'
import { MoveForm } from './MoveForm.tsx'

type Props = { page: TargetPageAnswer; onDone: (page: TargetPageAnswer) => void }

/** What else may be done with a target than change its terms: none of it loses anything. */
export function RetireForm({ page, onDone }: Props) {
  const retired = page.target.state === 'retired'
  return (
    <>
      {page.history.length > 1 && <UndoForm page={page} onDone={onDone} />}
      {retired ? (
        <MoveForm
          page={page}
          action="bring-back"
          heading="Bring it back"
          button="Bring this target back"
          why="Why you bring it back"
          onDone={onDone}
        >
          <p className="govuk-body">It counts again from now on, as it was when it was taken out.</p>
        </MoveForm>
      ) : (
        <MoveForm
          page={page}
          action="retire"
          heading="Take it out"
          button="Take this target out"
          why="Why you take it out"
          warning
          onDone={onDone}
        >
          <p className="govuk-body">
            It counts no more: nothing is rated by it, and it is left out of every count of targets. Its page,
            its history and your reason stay, and it can be brought back.
          </p>
        </MoveForm>
      )}
    </>
  )
}

const DONE = {
  set: 'the setting of it',
  changed: 'this change',
  retired: 'that it was taken out',
  'brought-back': 'that it was brought back',
}

function UndoForm({ page, onDone }: Props) {
  const [newest] = page.history
  if (!newest) return null
  return (
    <MoveForm
      page={page}
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
      <ChangedFields version={newest} />
    </MoveForm>
  )
}
