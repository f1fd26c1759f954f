import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ProblemAnswer } from '../server/contract/answers.ts'
import type { Mapping, MappingProposal } from '../server/contract/mapping.ts'
import { uploadPath, uploadsPath } from '../server/contract/paths.ts'
import type { UploadAnswer } from '../server/contract/uploads.ts'
import { ProblemError } from './api.ts'
import { type UploadOptions, uploadFile } from './upload-file.ts'

/** Where a file is on its way: being sent, being checked, or refused with the reasons. */
export type UploadState =
  | { step: 'idle' }
  | { step: 'cancelled'; file: File }
  | { step: 'sending'; file: File; part: number }
  | { step: 'checking'; file: File; key: string }
  | {
      step: 'refused'
      file: File
      options: UploadOptions
      problem: ProblemAnswer
      proposal?: MappingProposal
    }

/** What was refused stays while somebody looks something up on another screen; nothing of it is on the server. */
let refused: UploadState = { step: 'idle' }

/** Only letters and digits; `randomUUID` is not there on a plain http address in the council's own network. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Sends a file and follows it. `onDraft` is told what became of it when it was taken, `onRefused` that it wasn't. */
export function useUpload(onDraft: (draft: UploadAnswer) => void, onRefused?: () => void) {
  const [state, setState] = useState<UploadState>(refused)
  const running = useRef<AbortController>(null)
  const queryClient = useQueryClient()
  const change = (next: UploadState) => {
    refused = next.step === 'refused' ? next : { step: 'idle' }
    setState(next)
  }

  // Whoever leaves while the file is on its way has given it up; once it is checked it is among the drafts.
  useEffect(() => () => running.current?.abort(), [])

  const start = async (file: File, options: UploadOptions) => {
    const proposal = state.step === 'refused' ? (state.problem.mapping ?? state.proposal) : undefined
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    const key = newKey()
    const onSent = (part: number) =>
      change(part < 1 ? { step: 'sending', file, part } : { step: 'checking', file, key })
    change({ step: 'sending', file, part: 0 })
    try {
      const draft = await uploadFile(file, { ...options, key }, onSent, control.signal)
      queryClient.setQueryData([uploadPath(draft.id)], draft)
      await queryClient.invalidateQueries({ queryKey: [uploadsPath] })
      change({ step: 'idle' })
      onDraft(draft)
    } catch (error) {
      if (control.signal.aborted) return
      if (!(error instanceof ProblemError)) throw error
      const kept = options.mapping && proposal ? { proposal } : {}
      change({ step: 'refused', file, options, problem: error.problem, ...kept })
      onRefused?.()
    }
  }

  const cancel = (file: File) => {
    running.current?.abort()
    change({ step: 'cancelled', file })
  }

  /** Opens the form of a mapping again, as it was sent, where what was found may be the mapping's fault. */
  const remap = () => {
    if (state.step !== 'refused' || !state.proposal || !state.options.mapping) return
    const mapping = JSON.parse(state.options.mapping) as Mapping
    change({ ...state, problem: { ...state.problem, mapping: { ...state.proposal, mapping, unsure: [] } } })
  }
  return { state, start, cancel, remap }
}
