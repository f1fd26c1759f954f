import { useState } from 'react'
import { ProblemError } from './api.ts'
import type { FormFault } from './components/ErrorSummary.tsx'

/** A form that is sent once at a time. `check` says what the form itself finds wrong; what the server refuses is told too. */
export function useForm(check: () => FormFault[]) {
  const [sent, setSent] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<FormFault[]>([])
  const own = sent === 0 ? [] : check()
  const faults = own.length > 0 ? own : refused

  const submit = (act: () => Promise<void>, unchecked = false) => {
    if (busy) return
    setRefused([])
    setSent((times) => times + 1)
    if (!unchecked && check().length > 0) return
    setBusy(true)
    act()
      .catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error
        const { errors, detail } = error.problem
        setRefused(
          errors?.map(({ path, message }) => ({ field: path, message: capital(message) })) ?? [
            { field: null, message: detail },
          ],
        )
        setSent((times) => times + 1)
      })
      .finally(() => setBusy(false))
  }
  return {
    faults,
    sent,
    busy,
    submit,
    at: (field: string) => faults.find((fault) => fault.field === field)?.message,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
