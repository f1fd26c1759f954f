import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadPath } from '../server/contract/paths.ts'
import type { UploadAnswer } from '../server/contract/uploads.ts'
import { ProblemError } from './api.ts'
import type { FormFault } from './components/ErrorSummary.tsx'

/**
 * Something that is done to an upload: one at a time, and afterwards every screen asks for its figures afresh.
 * `faults` is what the server had against it, at the field that it is about where the form has one (`fields` names
 * them by what the server calls them).
 */
export function useAction(fields: Record<string, string> = {}) {
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<FormFault[]>([])

  /** Says whether it was done. */
  const run = async (act: () => Promise<UploadAnswer>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setFaults([])
    try {
      const upload = await act()
      // What no screen shows now is forgotten, so that none opens with the figures of before.
      queryClient.removeQueries({ type: 'inactive' })
      queryClient.setQueryData([uploadPath(upload.id)], upload)
      await queryClient.invalidateQueries()
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setFaults(faultsOf(error, fields))
      // It may be refused because the upload is no longer what the page shows.
      void queryClient.invalidateQueries()
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, faults }
}

/** What the server had against it, each at its field; what is about none stands by itself. */
export function faultsOf({ problem }: ProblemError, fields: Record<string, string>): FormFault[] {
  const known = (problem.errors ?? []).flatMap(({ path, message }) => {
    const field = fields[path]
    return field === undefined
      ? []
      : [{ field, message: `${message.charAt(0).toUpperCase()}${message.slice(1)}` }]
  })
  return known.length > 0 ? known : [{ field: null, message: problem.detail }]
}
