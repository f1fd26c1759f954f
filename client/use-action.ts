import type { ProblemAnswer } from '../server/contract/answers.ts'
import type { FormFault } from './components/ErrorSummary.tsx'
import { useChange } from './use-change.ts'

/**
 * A change that a form makes. `faults` is what the server had against it, at the field that it is about where the form
 * has one (`fields` names them by what the server calls them).
 */
export function useAction(fields: Record<string, string> = {}) {
  const { run, busy, problem } = useChange()
  return {
    /** Says whether it was done. */
    run: async <T>(act: () => Promise<T>, pathOf?: (answer: T) => string) =>
      (await run(act, pathOf)) !== null,
    busy,
    faults: problem ? faultsOf(problem, fields) : [],
  }
}

/** What the server had against it, each at its field; what is about none stands by itself. */
export function faultsOf(problem: ProblemAnswer, fields: Record<string, string>): FormFault[] {
  const known = (problem.errors ?? []).flatMap(({ path, message }) => {
    const field = fields[path]
    return field === undefined
      ? []
      : [{ field, message: `${message.charAt(0).toUpperCase()}${message.slice(1)}` }]
  })
  return known.length > 0 ? known : [{ field: null, message: problem.detail }]
}
