import type { ProblemAnswer } from '../server/contract/answers.ts'
import { annotatePath, uploadsPath } from '../server/contract/paths.ts'
import type { UploadAnswer } from '../server/contract/uploads.ts'
import { ask, ProblemError, problemOf, unreachable } from './api.ts'

/** What can be said of a file when it is sent. `key` names it, so that one can ask how far its checking is. */
export type UploadOptions = {
  period?: string | undefined
  sheet?: string | undefined
  mapping?: string | undefined
  /** '1' asks what the headings mean even where that was said before. */
  remap?: string | undefined
  key?: string | undefined
}

/** The file comes last, so that the server knows what was said of it before its first byte. */
function formOf(file: File, options: UploadOptions): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(options)) if (value) form.append(name, value)
  form.append('file', file)
  return form
}

/**
 * Sends a file to be checked. `onSent` is told how much of it is through, from 0 to 1: that is what fetch can't tell,
 * and why this is an XMLHttpRequest.
 */
export function uploadFile(
  file: File,
  options: UploadOptions,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const refuse = (problem: ProblemAnswer) => reject(new ProblemError(problem))
    request.open('POST', uploadsPath)
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total)
    }
    request.upload.onload = () => onSent(1)
    request.onload = () => {
      const { status, responseText } = request
      if (status === 201) return resolve(JSON.parse(responseText) as UploadAnswer)
      refuse(problemOf(uploadsPath, status, request.getResponseHeader('content-type'), responseText))
    }
    request.onerror = async () => refuse(await whyNotSent(file, uploadsPath))
    request.onabort = () => reject(new DOMException('The transfer was given up.', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(formOf(file, options))
  })
}

/** The file with a column that says in every row what was found there. Nothing is stored. */
export async function annotateFile(file: File, options: UploadOptions): Promise<Blob> {
  try {
    const response = await ask(annotatePath, { method: 'POST', body: formOf(file, options) })
    return await response.blob()
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 0)
      throw new ProblemError(await whyNotSent(file, annotatePath))
    throw error
  }
}

/** A browser reads a chosen file only as it sends it, and refuses to once the file has been saved anew. */
async function whyNotSent(file: File, path: string): Promise<ProblemAnswer> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return unreachable(path)
  } catch {
    return {
      ...unreachable(path),
      title: 'The file can’t be read any more',
      detail: `${file.name} was changed, moved or opened elsewhere since you chose it. Save and close it, then choose it again.`,
    }
  }
}

/** Saves what was made in the page as a file of the reader's. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser reads it after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
