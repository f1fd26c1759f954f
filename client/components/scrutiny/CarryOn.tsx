import { useEffect, useRef, useState } from 'react'
import { entryActionPath, entryPath } from '../../../server/contract/paths.ts'
import type { QuestionAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { get, post, put } from '../../api.ts'
import { useChange } from '../../use-change.ts'
import { FieldFault } from '../fields/FieldNotes.tsx'

type Done = { told: string; after: number | null }

/** Carries a question on to the next meeting as one step, and takes that back as one. Each is a version with a reason. */
export function CarryOn({ question }: { question: QuestionAnswer }) {
  const { id, version, carry } = question
  const { run, busy, problem } = useChange()
  const [done, setDone] = useState<Done | null>(null)
  const told = useRef<HTMLParagraphElement>(null)
  // What was pressed is gone or says something else now, so the focus goes to what came of it.
  useEffect(() => {
    if (done) told.current?.focus()
  }, [done])
  const carryOn = async (to: NonNullable<QuestionAnswer['carry']>) => {
    const saved = await run(async () => {
      const { terms } = await get(entryPath('question', id))
      return put(entryPath('question', id), {
        terms: { ...terms, carriedTo: to.to.on },
        after: version,
        reason: to.reason,
      })
    })
    if (saved)
      setDone({
        told: `Carried to the meeting on ${to.to.label}. This is version ${saved.version}.`,
        after: saved.version,
      })
  }
  const undo = async (after: number) => {
    const body = { after, reason: 'Undone after it was carried on' }
    const saved = await run(() => post(entryActionPath('question', id, 'undo'), body))
    if (saved) setDone({ told: `It is as it was before. This is version ${saved.version}.`, after: null })
  }
  const { after = null } = done ?? {}
  const about = <span className="govuk-visually-hidden">: {question.question}</span>
  return (
    <div className="app-carry">
      {done && (
        <p ref={told} tabIndex={-1} className="app-carry__told">
          {done.told}
        </p>
      )}
      {problem && (
        <div role="alert">
          <FieldFault error={problem.detail} />
        </div>
      )}
      {after !== null ? (
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          aria-disabled={busy}
          onClick={() => void undo(after)}
        >
          Undo{about}
        </button>
      ) : (
        carry && (
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            aria-disabled={busy}
            onClick={() => void carryOn(carry)}
          >
            Carry to the meeting on {carry.to.label}
            {about}
          </button>
        )
      )}
    </div>
  )
}
