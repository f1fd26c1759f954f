import type { UploadAnswer } from '../../server/contract/uploads.ts'
import type { World } from './world.ts'

export const HEADING = 'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note'

/**
 * Asks the program as somebody who is signed in: the analyst, unless another is named, here or as `by` in a body of JSON,
 * which is not sent.
 */
export async function ask(world: World, path: string, init: RequestInit = {}, name?: string) {
  const headers = new Headers(init.headers)
  const { by, body } = signedBy(init.body)
  if (!headers.has('cookie')) headers.set('cookie', await world.as(name ?? by))
  return world.app.request(path, { ...init, ...(body === undefined ? {} : { body }), headers })
}

function signedBy(body: RequestInit['body']) {
  if (typeof body !== 'string' || !body.includes('"by"')) return { by: undefined, body }
  const { by, ...rest } = JSON.parse(body) as { by?: string }
  return { by, body: JSON.stringify(rest) }
}

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
  name?: string,
) => ask(world, '/api/uploads', { method: 'POST', body: formOf(text, fields) }, name)

/** Hands a file in that is good, and gives the draft. */
export async function draft(world: World, text: string, fields: Record<string, string> = {}, name?: string) {
  const response = await upload(world, text, fields, name)
  if (response.status !== 201) throw new Error(await response.text())
  return (await response.json()) as UploadAnswer
}

/** Posts JSON. */
export const post = (world: World, path: string, body: unknown = {}, name?: string) =>
  ask(
    world,
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    name,
  )
