import type { ReactNode } from 'react'
import { Changes } from './Changes.tsx'
import { type Move, type MoveAction, MoveForm } from './MoveForm.tsx'
import type { Said } from './use-version.ts'
import type { HeldVersion } from './Versions.tsx'

const UNDONE: Record<HeldVersion['kind'], string> = {
  set: 'the setting of it',
  changed: 'this change',
  retired: 'that it was taken out',
  'brought-back': 'that it was brought back',
}

/** What a move does, and what its button says. */
export type MoveWords = { button: string; text: string }

/** What else may be done with something than change what it says: none of it loses anything. */
export function Moves<T>(props: {
  thing: string
  retired: boolean
  history: readonly HeldVersion[]
  words: { retire: MoveWords; bringBack: MoveWords }
  send: (action: MoveAction, said: Said) => Promise<T>
  pathOf: (answer: T) => string
  onDone: (answer: T) => void
}) {
  const { retired, history, words, ...shared } = props
  const [newest] = history
  return (
    <>
      {newest && history.length > 1 && (
        <MoveSection
          {...shared}
          heading="Undo the last change"
          why="Why you undo it"
          move={{ action: 'undo', button: 'Undo the last change' }}
        >
          <p className="govuk-body">
            Version {newest.version}, by {newest.madeBy}, is undone: {UNDONE[newest.kind]}. It becomes what it
            was before, as a new version. Nothing is deleted.
          </p>
          <Changes changed={newest.changed} />
        </MoveSection>
      )}
      {retired ? (
        <MoveSection
          {...shared}
          key="bring-back"
          heading="Bring it back"
          why="Why you bring it back"
          move={{ action: 'bring-back', button: words.bringBack.button }}
        >
          <p className="govuk-body">{words.bringBack.text}</p>
        </MoveSection>
      ) : (
        <MoveSection
          {...shared}
          key="retire"
          heading="Take it out"
          why="Why you take it out"
          move={{ action: 'retire', button: words.retire.button, warning: true }}
        >
          <p className="govuk-body">{words.retire.text}</p>
        </MoveSection>
      )}
    </>
  )
}

function MoveSection<T>({
  heading,
  move,
  children,
  ...form
}: {
  thing: string
  heading: string
  why: string
  move: Move
  send: (action: MoveAction, said: Said) => Promise<T>
  pathOf: (answer: T) => string
  onDone: (answer: T) => void
  children: ReactNode
}) {
  const id = `${move.action}-heading`
  return (
    <section aria-labelledby={id} className="app-act">
      <h2 className="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {children}
      <MoveForm {...form} id={move.action} label={heading} moves={[move]} />
    </section>
  )
}
