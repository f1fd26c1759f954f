import type { UploadAnswer } from '../../server/contract/uploads.ts'
import type { World } from './world.ts'

/** A connection from the machine itself, as the server would hand it to the program. */
export const HERE = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

export const HEADING = 'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note'

/** Asks the program from the machine itself. */
export const ask = (world: World, path: string, init: RequestInit = {}) => world.app.request(path, init, HERE)

export function formOf(
  text: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
): FormData {
  const { fileName = 'return.csv', ...rest } = fields
  const form = new FormData()
  for (const [name, value] of Object.entries(rest)) form.set(name, value)
  form.set('file', new File([text], fileName))
  return form
}

/** Hands a file in. */
export const upload = (
  world: World,
  text: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
) => ask(world, '/api/uploads', { method: 'POST', body: formOf(text, fields) })

/** Hands a file in that is good, and gives the draft. */
export async function draft(world: World, text: string, fields: Record<string, string> = {}) {
  const response = await upload(world, text, fields)
  if (response.status !== 201) throw new Error(await response.text())
  return (await response.json()) as UploadAnswer
}

/** Posts JSON. */
export const post = (world: World, path: string, body: unknown = {}) =>
  ask(world, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
