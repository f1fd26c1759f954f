import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import {
  progressAnswer,
  type UploadAnswer,
  uploadAnswer,
  uploadsAnswer,
} from '../../server/contract/uploads.ts'
import { openDatabase } from '../../server/store/database.ts'
import { findFigures } from '../../server/store/figures.ts'
import { countReleases } from '../../server/store/releases.ts'
import { ask, draft, formOf, HEADING, post, upload } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld, makeWorld, SANDWELL } from '../support/world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
})
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const care = (period: string, count: number, area = SANDWELL) =>
  `${HEADING}\n${period},cla-rate,${area},,${count},88593,${(count / 8.8593).toFixed(1)},illustrative,\n`
const problemOf = async (response: Response): Promise<ProblemAnswer> =>
  problemAnswer.parse(await response.json())
const careOf = async (period: string, area = SANDWELL) =>
  (await findFigures(world.db, { indicator: 'cla-rate', dimension: '', areas: [area] })).find(
    (figure) => figure.period === period,
  )?.numerator

describe('a good file', () => {
  test('becomes a draft that says what it would do, and changes nothing yet', async () => {
    const response = await upload(world, care('2025-26Q1', 900), {}, 'Ann')
    expect(response.status).toBe(201)
    const answer = uploadAnswer.parse(await response.json())
    expect(answer).toMatchObject({
      state: 'draft',
      format: 'Quarterly return',
      rows: 1,
      figures: 1,
      uploadedBy: 'Ann',
      fileName: 'return.csv',
      changes: {
        new: 1,
        revised: 0,
        unchanged: 0,
        additions: [
          {
            name: 'Children in care',
            label: expect.stringContaining('Quarter 1'),
            figure: { text: '101.6' },
          },
        ],
      },
      stale: false,
    })
    expect(await careOf('2025-26Q1')).toBeUndefined()
    const { uploads } = uploadsAnswer.parse(await (await ask(world, '/api/uploads')).json())
    expect(uploads[0]?.id).toBe(answer.id)
  })

  test('published with a reason it is what every reader sees; withdrawn it is gone, and asAt shows both', async () => {
    const { id } = await draft(world, care('2024-25Q4', 910))
    const path = `/api/indicators/cla-rate/series?area=${SANDWELL}&by=quarter&from=2024-25Q4&to=2024-25Q4`
    const points = async (query = '') => {
      const answer = (await (await ask(world, path + query)).json()) as {
        points: { numerator: number | null }[]
      }
      return answer.points.map((point) => point.numerator)
    }
    expect(await points()).toEqual([])

    const published = await post(world, `/api/uploads/${id}/publish`, { reason: 'Quarter 4' }, 'Ben')
    expect(published.status).toBe(200)
    expect(uploadAnswer.parse(await published.json())).toMatchObject({
      state: 'published',
      publishedBy: 'Ben',
      reason: 'Quarter 4',
    })
    expect(await points()).toEqual([910])
    expect(await points('&asAt=2026-01-01')).toEqual([])

    const withdrawn = await post(world, `/api/uploads/${id}/withdraw`, { reason: 'wrong team' }, 'Ben')
    expect(await withdrawn.json()).toMatchObject({ state: 'withdrawn', withdrawnReason: 'wrong team' })
    expect(await points()).toEqual([])
  })

  test('a revision shows the old and the new value, and after a withdrawal the old one stands again', async () => {
    const first = await draft(world, care('2024-25Q3', 880))
    await post(world, `/api/uploads/${first.id}/publish`, { reason: 'first' })
    const second = await draft(world, care('2024-25Q3', 905))
    expect(second.changes.revisions).toMatchObject([
      {
        name: 'Children in care',
        areaName: 'Sandwell',
        period: '2024-25Q3',
        before: { value: 99.3, numerator: 880 },
        after: { value: 102.2, numerator: 905 },
      },
    ])
    expect(second.changes.effects?.charts[0]?.sentence).toMatch(/99\.3 before, 102\.2 after\.$/)
    expect(second.changes.effects?.charts[0]?.points.at(-1)).toMatchObject({ before: 99.3, after: 102.2 })
    expect(second.counts.warn).toBe(1)
    await post(world, `/api/uploads/${second.id}/publish`, {
      reason: 'late recording',
      warningsReason: 'checked with the team',
    })
    expect(await careOf('2024-25Q3')).toBe(905)
    await post(world, `/api/uploads/${second.id}/withdraw`, { reason: 'it was right before' })
    expect(await careOf('2024-25Q3')).toBe(880)
  })

  test('what publishing does to exceptions is foreseen', async () => {
    const rows = [
      `2020-21Q4,cla-rate,${BLACKPOOL},,900,28278,318.3,illustrative,`,
      `2020-21Q4,cpp-rate,${BLACKPOOL},,30,28278,10.6,illustrative,`,
    ]
    const { changes } = await draft(world, [HEADING, ...rows].join('\n'))
    expect(changes.effects?.sentence).toMatch(/worth asking about/)
    expect(changes.effects?.area).toBe(BLACKPOOL)
  })

  test('with a count of three it is taken, and says what the public will see of it', async () => {
    const text = `${HEADING}
2025-26Q2,cpp-2yr-pct,${SANDWELL},,3,353,0.8,final,
2025-26Q2,cpp-rate,${SANDWELL},,353,88593,39.8,final,
`
    const taken = await draft(world, text)
    expect(taken.counts).toMatchObject({ stop: 0, fixed: 1 })
    expect(taken.changes.effects?.hidden).toEqual({
      sentence:
        'The public sees a reason in place of 1 of 2 figures, in every table, chart and download; whoever may see small numbers sees them all.',
      count: 1,
      figures: [
        {
          indicator: 'cpp-2yr-pct',
          name: expect.stringContaining('two years'),
          area: SANDWELL,
          areaName: 'Sandwell',
          period: '2025-26Q2',
          label: expect.stringContaining('Quarter 2'),
          why: 'It counts 1 to 5',
        },
      ],
      others: 0,
      exposed: 0,
    })
    await post(world, `/api/uploads/${taken.id}/publish`, { reason: 'Quarter 2' })
    const path = `/api/indicators/cpp-2yr-pct/series?area=${SANDWELL}&by=quarter`
    const seen = await (await world.app.request(path)).json()
    expect(seen.points.at(-1)).toMatchObject({ period: '2025-26Q2', value: null, missing: 'suppressed' })
    expect(JSON.stringify(seen)).not.toContain('0.8')
    const whole = await (await ask(world, path)).json()
    expect(whole.points.at(-1)).toMatchObject({ value: 0.8, numerator: 3 })
    expect((await post(world, `/api/uploads/${taken.id}/withdraw`, { reason: 'A test' })).status).toBe(200)
  })

  test('without any small number the public sees all of it', async () => {
    const taken = await draft(world, care('2025-26Q2', 905))
    expect(taken.changes.effects?.hidden).toMatchObject({
      sentence: 'The public sees every figure of this file.',
      count: 0,
      figures: [],
    })
  })

  test('is kept byte for byte, and comes with its findings as a column', async () => {
    const text = `\ufeff${care('2023-24Q4', 900)}`
    const { id } = await draft(world, text, { fileName: 'Q4 return £.csv' })
    const file = await ask(world, `/api/uploads/${id}/file`)
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from(text))
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''Q4%20return%20%C2%A3.csv")
    const annotated = await (await ask(world, `/api/uploads/${id}/findings.csv`)).text()
    expect(annotated.split('\r\n')[0]).toMatch(/,status,note,findings$/)
    expect(annotated.split('\r\n')[1]).toContain('Put right: Removed a hidden marker')
  })

  test('survives the program being stopped and started again', async () => {
    const { id, changes } = await draft(world, care('2023-24Q1', 890))
    await world.uploads.close()
    const open = () => openDatabase(world.databaseUrl)
    const restarted = await makeWorld(open, { demonstration: false, databaseUrl: world.databaseUrl })
    const answer = uploadAnswer.parse(await (await ask(restarted, `/api/uploads/${id}`)).json())
    expect(answer).toMatchObject({ state: 'draft', changes: { new: changes.new } })
    const published = await post(restarted, `/api/uploads/${id}/publish`, { reason: 'after the restart' })
    expect(published.status).toBe(200)
    expect(await careOf('2023-24Q1')).toBe(890)
    await restarted.uploads.close()
    await restarted.db.destroy()
  })

  test('discarded it is gone, its file too', async () => {
    const { id } = await draft(world, care('2023-24Q3', 900))
    const releases = await countReleases(world.db)
    expect((await ask(world, `/api/uploads/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(world, `/api/uploads/${id}`)).status).toBe(404)
    expect((await ask(world, `/api/uploads/${id}/file`)).status).toBe(404)
    expect(await countReleases(world.db)).toBe(releases - 1)
  })

  test('tells how far its checking has got to whoever knows the key', async () => {
    await draft(world, care('2023-24Q2', 900), { key: 'abcdefgh12345678' })
    const answer = await (await ask(world, '/api/uploads/progress/abcdefgh12345678')).json()
    expect(progressAnswer.parse(answer)).toEqual({ phase: 'done', part: 1 })
  })
})

describe('a file with faults', () => {
  const faulty = `${HEADING}\nQ2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,\n2025-26Q2,cla-rates,${SANDWELL},,900,88593,101.6,illustrative,\n`

  test('is refused with every fault at its place, and nothing of it is stored', async () => {
    const before = [await countReleases(world.db), (await (await ask(world, '/api/uploads')).text()).length]
    const response = await upload(world, faulty)
    expect(response.status).toBe(422)
    const problem = await problemOf(response)
    expect(problem.detail).toBe('2 things have to be put right first. Nothing was stored.')
    expect(problem.findings).toMatchObject([
      { check: 'period', row: 2, column: 'period', value: 'Q2', level: 'stop' },
      { check: 'unknown-indicator', row: 3, column: 'indicator_id', value: 'cla-rates', level: 'stop' },
    ])
    expect(problem.findings?.every((finding) => finding.title.length > 3)).toBe(true)
    expect(problem.excerpt?.rows.map((row) => row.row)).toEqual([2, 3])
    const after = [await countReleases(world.db), (await (await ask(world, '/api/uploads')).text()).length]
    expect(after).toEqual(before)
  })

  test('comes back as a copy with the findings in a column, without being stored', async () => {
    const releases = await countReleases(world.db)
    const response = await ask(world, '/api/uploads/annotate', { method: 'POST', body: formOf(faulty) })
    const lines = (await response.text()).split('\r\n')
    expect(lines[1]).toContain('To put right (period): ""Q2"" is not a period.')
    expect(lines[2]).toContain('did you mean ""cla-rate""?')
    expect(await countReleases(world.db)).toBe(releases)
  })

  test('that is for another quarter than chosen is told so', async () => {
    const problem = await problemOf(await upload(world, care('2024-25Q1', 900), { period: '2025-26Q2' }))
    expect(problem.findings).toMatchObject([{ check: 'wrong-period', row: 2, column: 'period' }])
  })
})

describe('publishing', () => {
  test('a file that changes nothing is refused, and says why', async () => {
    const text = care('2022-23Q4', 900)
    const { id } = await draft(world, text)
    await post(world, `/api/uploads/${id}/publish`, { reason: 'first' })
    const again = await draft(world, text)
    expect(again.changes).toMatchObject({ new: 0, revised: 0, unchanged: 1 })
    const response = await post(world, `/api/uploads/${again.id}/publish`, { reason: 'second' })
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain('There is nothing to publish')
  })

  test('what would do something else than was shown is refused until it is worked out again', async () => {
    const ours = await draft(world, care('2022-23Q3', 900))
    const theirs = await draft(world, care('2022-23Q3', 700))
    await post(world, `/api/uploads/${theirs.id}/publish`, { reason: 'theirs' })
    const response = await post(world, `/api/uploads/${ours.id}/publish`, { reason: 'ours' })
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain('Work the changes out again')

    const compared = await post(world, `/api/uploads/${ours.id}/compare`)
    expect(uploadAnswer.parse(await compared.json())).toMatchObject({
      stale: false,
      changes: { new: 0, revised: 1 },
    })
    expect((await post(world, `/api/uploads/${ours.id}/publish`, { reason: 'ours' })).status).toBe(200)
  })

  test('what something unrelated was published beside goes through', async () => {
    const ours = await draft(world, care('2022-23Q2', 900))
    const other = await draft(world, care('2022-23Q1', 700))
    await post(world, `/api/uploads/${other.id}/publish`, { reason: 'other' })
    expect((await post(world, `/api/uploads/${ours.id}/publish`, { reason: 'ours' })).status).toBe(200)
  })

  test.each([
    ['publish', {}],
    ['publish', { reason: ' ' }],
    ['withdraw', { reason: '' }],
  ])('to %s without a reason is refused at the field', async (verb, body) => {
    const { id } = await draft(world, care('2021-22Q4', 900))
    const response = await post(world, `/api/uploads/${id}/${verb}`, body)
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map((error) => error.path)).toEqual(['reason'])
  })

  test.each([
    ['publish', 'draft any more'],
    ['compare', 'draft any more'],
  ])('what is published cannot be put to %s again', async (verb, words) => {
    const { id } = await draft(world, care(verb === 'publish' ? '2021-22Q3' : '2021-22Q2', 900))
    await post(world, `/api/uploads/${id}/publish`, { reason: 'once' })
    const response = await post(world, `/api/uploads/${id}/${verb}`, { reason: 'twice' })
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain(words)
    expect((await ask(world, `/api/uploads/${id}`, { method: 'DELETE' })).status).toBe(409)
  })

  test('a draft cannot be withdrawn, and what is withdrawn not once more', async () => {
    const { id } = await draft(world, care('2021-22Q1', 900))
    const early = await post(world, `/api/uploads/${id}/withdraw`, { reason: 'too early' })
    expect((await problemOf(early)).detail).toContain('is not published yet')
    await post(world, `/api/uploads/${id}/publish`, { reason: 'all right' })
    await post(world, `/api/uploads/${id}/withdraw`, { reason: 'wrong after all' })
    const twice = await post(world, `/api/uploads/${id}/withdraw`, { reason: 'wrong after all' })
    expect((await problemOf(twice)).detail).toContain('is withdrawn already')
  })

  test('where a second person is asked for, the uploader may not publish', async () => {
    const strict = await makeFileWorld({ demonstration: false, twoPersons: true })
    const { id, needsApproval } = await draft(strict, care('2025-26Q1', 900), {}, 'Ann')
    expect(needsApproval).toBe(true)
    const own = await post(strict, `/api/uploads/${id}/publish`, { reason: 'mine' }, 'Ann')
    expect(own.status).toBe(403)
    expect((await problemOf(own)).detail).toContain('somebody else has to publish it')
    const other = await post(strict, `/api/uploads/${id}/publish`, { reason: 'looked at it' }, 'Ben')
    expect(await other.json()).toMatchObject({ state: 'published', uploadedBy: 'Ann', publishedBy: 'Ben' })
    await strict.end()
  })

  test('where a second person is asked for, a program is none, and neither is whose program sent the file', async () => {
    const strict = await makeFileWorld({ demonstration: false, twoPersons: true })
    const made = await post(
      strict,
      '/api/account/tokens',
      {
        name: 'Loader',
        permissions: ['read', 'see-uploads', 'upload', 'publish'],
        edition: 'restricted',
        days: 7,
      },
      'Ann',
    )
    const { secret } = (await made.json()) as { secret: string }
    const authorization = `Bearer ${secret}`
    const sent = await strict.app.request('/api/uploads', {
      method: 'POST',
      headers: { authorization },
      body: formOf(care('2025-26Q1', 900)),
    })
    const { id, uploadedBy } = (await sent.json()) as UploadAnswer
    expect(uploadedBy).toBe('Loader (Ann)')
    const byProgram = await strict.app.request(`/api/uploads/${id}/publish`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'looked at it' }),
    })
    expect(byProgram.status).toBe(403)
    expect((await problemOf(byProgram)).detail).toContain('a program can’t')
    const byOwner = await post(strict, `/api/uploads/${id}/publish`, { reason: 'mine' }, 'Ann')
    expect((await problemOf(byOwner)).detail).toContain('somebody else has to publish it')
    const byOther = await post(strict, `/api/uploads/${id}/publish`, { reason: 'looked at it' }, 'Ben')
    expect(byOther.status).toBe(200)
    await strict.end()
  })
})

describe('the way in', () => {
  const send = (headers: Record<string, string> = {}) =>
    world.app.request('/api/uploads', { method: 'POST', body: formOf(care('2025-26Q1', 900)), headers })

  test('whoever is not signed in is told to', async () => {
    const response = await send()
    expect(response.status).toBe(401)
    expect((await problemOf(response)).detail).toBe(
      'Uploading a file needs an account. Sign in, and go on where you were.',
    )
  })

  test('a leader may look, and may not upload', async () => {
    const cookie = await world.as('Lea', { role: 'leader' })
    expect((await world.app.request('/api/uploads', { headers: { cookie } })).status).toBe(200)
    const response = await send({ cookie })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).detail).toContain('Your account does not allow uploading a file')
  })

  test('reading uploads is closed in the same way', async () => {
    expect((await world.app.request('/api/uploads')).status).toBe(401)
  })

  test.each<[string, Record<string, string>]>([
    ['by its origin', { origin: 'https://elsewhere.example' }],
    ['by its fetch metadata', { 'sec-fetch-site': 'cross-site' }],
  ])('a page of another site is answered 403, known %s', async (_how, headers) => {
    const response = await send({ cookie: await world.as(), ...headers })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).detail).toContain('another site')
  })

  test.each<[string, RequestInit, number, string]>([
    ['no form', { method: 'POST', body: 'x' }, 400, 'multipart/form-data'],
    ['a form without a file', { method: 'POST', body: new FormData() }, 400, 'no file in the field'],
    [
      'a broken form',
      {
        method: 'POST',
        body: '--x\r\nnonsense',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      },
      400,
      'Send the file again',
    ],
    [
      'a form that says it is huge',
      {
        method: 'POST',
        body: '--x--',
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '999999999' },
      },
      413,
      'MB at most',
    ],
  ])('%s is refused', async (_what, init, status, words) => {
    const response = await ask(world, '/api/uploads', init)
    expect(response.status).toBe(status)
    expect((await problemOf(response)).detail).toContain(words)
  })

  test('a wrong field of the form is named', async () => {
    const response = await upload(world, care('2025-26Q1', 900), { period: '2025' })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toEqual([
      { path: 'period', message: 'is not a quarter: use 2025-26Q2' },
    ])
  })

  test('an id that is none, and one that leads nowhere', async () => {
    expect((await ask(world, '/api/uploads/1')).status).toBe(400)
    expect((await ask(world, '/api/uploads/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

test('answers about uploads are never kept by anybody', async () => {
  const response = await ask(world, '/api/uploads')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('etag')).toBeNull()
})
