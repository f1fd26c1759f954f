import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import { peoplePath } from '../../server/contract/paths.ts'
import { type PeopleAnswer, type PersonAnswer, peopleAnswer } from '../../server/contract/people.ts'
import { ask } from './uploads.ts'
import type { World } from './world.ts'

/** Asks with a body as JSON, as somebody who is signed in: the analyst, who may do everything, unless another is named. */
export const send = (world: World, method: string, path: string, body?: unknown, name?: string) =>
  ask(
    world,
    path,
    body === undefined
      ? { method }
      : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    name,
  )

export const problemOf = async (response: Response): Promise<ProblemAnswer> =>
  problemAnswer.parse(await response.json())

export const readPeople = async (world: World): Promise<PeopleAnswer> =>
  peopleAnswer.parse(await (await ask(world, peoplePath)).json())

/** The account of this name. */
export async function personNamed(world: World, name: string): Promise<PersonAnswer> {
  const person = (await readPeople(world)).people.find((each) => each.name === name)
  if (!person) throw new Error(`There is no account of ${name}.`)
  return person
}

/** What is told to whoever asks with these headers. */
export const statusFor = async (world: World, headers: Record<string, string>, path: string) =>
  (await world.app.request(path, { headers })).status
