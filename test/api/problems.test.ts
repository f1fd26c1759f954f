import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemAnswer } from '../../server/contract/answers.ts'
import { ask } from '../support/uploads.ts'
import { makeWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const refused = async (path: string) => {
  const response = await world.app.request(path)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = problemAnswer.parse(await response.json())
  expect(problem.status).toBe(response.status)
  expect(problem.instance).toBe(`urn:request:${response.headers.get('x-request-id')}`)
  return problem
}

describe('every refusal is a problem that says what to do', () => {
  test.each([
    ['/api/indicators/cla-rates', 404, 'did you mean "cla-rate"?'],
    ['/api/indicators/attendance/series', 404, 'There is no indicator "attendance"'],
    ['/api/indicators/plo-children:count/series', 404, 'is a count already'],
    ['/api/indicators/cla-rate/series?area=E06000999', 404, 'There is no area "E06000999"'],
    ['/api/indicators/cla-rate/series?area=Blackpool', 400, 'use an ONS code such as E06000009'],
    ['/api/indicators/cla-rate/series?by=week', 400, 'by: '],
    ['/api/indicators/cla-rate/series?from=2024', 400, 'from: is not a period'],
    ['/api/indicators/cla-rate/series?asAt=yesterday', 400, 'asAt: is not a day'],
    ['/api/indicators/cla-rate/series?compare=France', 400, 'compare: may hold neighbours'],
    [
      '/api/indicators/cla-rate/series?compare=E06000001,E06000002,E06000003,E06000004,E06000005',
      400,
      'may name 4 other areas at most',
    ],
    ['/api/indicators/cla-rate/series?neighbours=1999&compare=neighbours', 400, 'there are: 2021, 2025'],
    ['/api/indicators/cla-rate/series?dimension=fostering', 400, 'has no breakdown "fostering"'],
    ['/api/indicators/cla-rate/comparison?group=planet', 400, 'group: '],
    ['/api/indicators/cla-rate/realism', 400, 'change: '],
    ['/api/indicators/cla-rate/realism?change=-10&years=20', 400, 'years: is not a list of years'],
    ['/api/scorecards/everything', 404, 'there are: council-plan, mtfs'],
    ['/api/nothing', 404, 'GET /api/openapi.json lists what there is'],
  ])('%s is answered %i: %s', async (path, status, detail) => {
    const problem = await refused(path)
    expect(problem.status).toBe(status)
    expect(problem.detail).toContain(detail)
  })

  test('wrong fields are listed one by one', async () => {
    const problem = await refused('/api/indicators/cla-rate/series?area=x&asAt=y')
    expect(problem.errors?.map((error) => error.path)).toEqual(['area', 'asAt'])
  })
})

test.each(['{"terms": ', '[', ''])(
  'a body that is no JSON (%j) is refused, not answered as our fault',
  async (body) => {
    const response = await ask(world, '/api/targets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(400)
    expect(problemAnswer.parse(await response.json()).detail).toBeTruthy()
  },
)

test('a fault of our own is told without its inside, and logged whole', async () => {
  const broken = await makeWorld()
  await broken.db.destroy()
  const response = await broken.app.request('/api/indicators/cla-rate/series')
  const problem = problemAnswer.parse(await response.json())
  expect(response.status).toBe(500)
  expect(problem.detail).not.toMatch(/sqlite|database|at \w+/i)
  expect(broken.errors).toHaveLength(1)
})
