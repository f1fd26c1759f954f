import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  areasAnswer,
  healthAnswer,
  indicatorAnswer,
  indicatorsAnswer,
} from '../../server/contract/answers.ts'
import { comparisonAnswer, realismAnswer } from '../../server/contract/comparison-answers.ts'
import { paperAnswer, papersAnswer } from '../../server/contract/papers.ts'
import { comparisonPath, csvPath, filePath, scorecardPath, seriesPath } from '../../server/contract/paths.ts'
import { programmeAnswer, programmesAnswer } from '../../server/contract/programmes.ts'
import { qualityAnswer } from '../../server/contract/quality.ts'
import {
  entryAnswer,
  entryFormAnswer,
  registerAnswer,
  registersAnswer,
} from '../../server/contract/registers.ts'
import { savingsAnswer } from '../../server/contract/savings.ts'
import { scenarioAnswer } from '../../server/contract/scenario.ts'
import { scorecardAnswer, scorecardsAnswer } from '../../server/contract/scorecard-answers.ts'
import { seriesAnswer } from '../../server/contract/series-answers.ts'
import { strategyAnswer, strategySavingsAnswer } from '../../server/contract/strategy.ts'
import {
  projectionAnswer,
  targetPageAnswer,
  targetRealismAnswer,
  targetsAnswer,
  trajectoryAnswer,
} from '../../server/contract/target-answers.ts'
import { figuresAnswer, templateAnswer } from '../../server/contract/uploads.ts'
import { XLSX_TYPE } from '../../server/door/wanted-format.ts'
import { importFile } from '../../server/imports/run.ts'
import { ask } from '../support/uploads.ts'
import { rowsOf } from '../support/workbook.ts'
import { makeWorld, SANDWELL, TODAY, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

describe('answers are what the contract says', () => {
  test.each<[string, z.ZodType]>([
    ['/api/health', healthAnswer],
    ['/api/areas', areasAnswer],
    ['/api/indicators', indicatorsAnswer],
    ['/api/indicators/cla-rate', indicatorAnswer],
    ['/api/scorecards', scorecardsAnswer],
    ['/api/scorecards/mtfs', scorecardAnswer],
    ['/api/scorecards/workforce?by=financial-year', scorecardAnswer],
    ['/api/scorecards/front-door?by=quarter&period=2019-20Q4', scorecardAnswer],
    [`/api/scorecards/mtfs?area=${SANDWELL}&asAt=2018-01-16`, scorecardAnswer],
    ['/api/indicators/cla-rate/comparison', comparisonAnswer],
    ['/api/indicators/cpp-2yr-pct/comparison?group=england', comparisonAnswer],
    [`/api/indicators/contacts-rate/comparison?area=${SANDWELL}`, comparisonAnswer],
    [`/api/indicators/cla-rate/realism?change=-47&years=5&area=${SANDWELL}`, realismAnswer],
    ['/api/indicators/contacts-rate/realism?change=-10&years=1,2', realismAnswer],
    ['/api/programmes', programmesAnswer],
    ['/api/programmes/mtfs-2021', programmeAnswer],
    ['/api/programmes/council-plan-2015', programmeAnswer],
    ['/api/programmes/mtfs-2021/savings', savingsAnswer],
    ['/api/strategy', strategyAnswer],
    ['/api/strategy?programme=council-plan-2015', strategyAnswer],
    [`/api/strategy?area=${SANDWELL}`, strategyAnswer],
    ['/api/strategy/savings', strategySavingsAnswer],
    [`/api/strategy/savings?area=${SANDWELL}`, strategySavingsAnswer],
    ['/api/targets?all=1', targetsAnswer],
    ['/api/targets/mtfs-care', targetPageAnswer],
    ['/api/targets/council-plan-care', targetPageAnswer],
    ['/api/targets/mtfs-care/trajectory', trajectoryAnswer],
    ['/api/targets/mtfs-care/projection', projectionAnswer],
    ['/api/targets/mtfs-ifa/projection', projectionAnswer],
    ['/api/targets/council-plan-care/realism', targetRealismAnswer],
    ['/api/scenario?starts=145', scenarioAnswer],
    ['/api/scenario?area=E09000001', scenarioAnswer],
    ['/api/registers', registersAnswer],
    ['/api/registers/action', registerAnswer],
    ['/api/registers/plan/improvement-2019', entryAnswer],
    ['/api/registers/plan/form', entryFormAnswer],
    ['/api/papers', papersAnswer],
    ['/api/papers/scrutiny-agenda-2017', paperAnswer],
    ['/api/figures', figuresAnswer],
    [`/api/figures?area=${SANDWELL}&asAt=2026-01-01`, figuresAnswer],
    ['/api/templates/quarterly-return', templateAnswer],
    [`/api/templates/quarterly-return?area=${SANDWELL}&period=2025-26Q2`, templateAnswer],
    ['/api/quality', qualityAnswer],
    [`/api/quality?area=${SANDWELL}&year=2018`, qualityAnswer],
    ['/api/quality?asAt=2017-04-27', qualityAnswer],
  ])('%s', async (path, schema) => {
    const response = await world.app.request(path)
    expect(response.status).toBe(200)
    schema.parse(await response.json())
  })

  test('the series of every indicator, for Blackpool by quarter and for Sandwell by year', async () => {
    for (const { id } of world.reference.indicators) {
      for (const query of [
        'by=quarter&compare=neighbours,region,england',
        `area=${SANDWELL}&by=financial-year`,
      ]) {
        const response = await ask(world, `/api/indicators/${id}/series?${query}`)
        expect(response.status, id).toBe(200)
        seriesAnswer.parse(await response.json())
      }
    }
  })
})

describe('an unchanged answer', () => {
  const askAgain = (etag?: string) =>
    world.app.request(seriesPath('cla-rate', {}), { headers: etag ? { 'if-none-match': etag } : {} })

  test('costs a 304 to whoever has it', async () => {
    const etag = (await askAgain()).headers.get('etag') ?? ''
    const again = await askAgain(etag)
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('changes with the next release', async () => {
    const etag = (await askAgain()).headers.get('etag') ?? ''
    const report = await importFile(world.db, world.reference, {
      bytes: Buffer.from(
        'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note\n' +
          `2025-26Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,\n`,
      ),
      fileName: 'return.csv',
      by: 'test',
      reason: null,
      mode: 'publish',
      now: `${TODAY}T10:00:00.000Z`,
    })
    expect(report.outcome).toBe('published')
    await new Promise((resolve) => setTimeout(resolve, 150))
    const after = await askAgain(etag)
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(etag)
    const sandwell = await world.app.request(seriesPath('cla-rate', { area: SANDWELL, by: 'quarter' }))
    expect(((await sandwell.json()) as { points: unknown[] }).points).toHaveLength(1)
  })

  test('comes compressed to whoever can read that', async () => {
    const response = await world.app.request(seriesPath('cla-rate', {}), {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('vary')).toContain('accept-encoding')
  })
})

describe('the same figures as CSV', () => {
  const csv = async (path: string, headers: Record<string, string> = {}) => {
    const response = await world.app.request(path, { headers })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    return { text: await response.text(), name: response.headers.get('content-disposition') }
  }

  test('by the suffix of the address or by the Accept header', async () => {
    const path = seriesPath('cla-rate', { by: 'financial-year' })
    const bySuffix = await csv(csvPath(path))
    const byHeader = await csv(path, { accept: 'text/csv' })
    expect(bySuffix.text).toBe(byHeader.text)
    expect(bySuffix.name).toBe('attachment; filename="cla-rate_blackpool_financial-year.csv"')
  })

  test('hold everything that the chart shows', async () => {
    const { text } = await csv(csvPath(seriesPath('cla-rate', { by: 'financial-year' })))
    const lines = text.split('\r\n')
    expect(lines[0]).toMatch(
      /^indicator_id,indicator_name,.*time_period,.*value,numerator,denominator,status/,
    )
    expect(text).toContain('own,E06000009,Blackpool,2024-25,31 March 2025,2025-03-31,184,531,28923,final')
    expect(text).toContain('neighbours,,Similar councils (mean of 10),2024-25,31 March 2025,2025-03-31,124.5')
    expect(text).toContain('paper,E06000009,Blackpool,2017-03-24')
  })

  test('say that a figure is illustrative, and write the symbol of a hidden one', async () => {
    const { text } = await csv(csvPath(seriesPath('cpp-reviews-pct', { by: 'quarter' })))
    expect(text).toContain('2016-17Q1,30 June 2016 (Quarter 1 2016/17),2016-06-30,c,,,illustrative')
  })

  test.each([
    [csvPath(scorecardPath('mtfs', {})), 'mtfs_blackpool_2024-25.csv'],
    [csvPath(comparisonPath('cla-rate', {})), 'cla-rate_comparison_2024-25.csv'],
    ['/api/areas.csv', 'areas.csv'],
    ['/api/indicators.csv', 'indicators.csv'],
  ])('%s is called %s', async (path, name) => {
    expect((await csv(path)).name).toBe(`attachment; filename="${name}"`)
  })
})

describe('the same table as an Excel workbook', () => {
  const workbook = async (path: string, headers: Record<string, string> = {}) => {
    const response = await world.app.request(path, { headers })
    expect(response.headers.get('content-type')).toBe(XLSX_TYPE)
    return {
      rows: await rowsOf(await response.bytes()),
      name: response.headers.get('content-disposition'),
    }
  }

  test('by the suffix of the address or by the Accept header', async () => {
    const path = seriesPath('cla-rate', { by: 'financial-year' })
    const bySuffix = await workbook(filePath(path, 'xlsx'))
    const byHeader = await workbook(path, { accept: XLSX_TYPE })
    expect(bySuffix.rows).toEqual(byHeader.rows)
    expect(bySuffix.name).toBe('attachment; filename="cla-rate_blackpool_financial-year.xlsx"')
  })

  test.each([
    seriesPath('cla-rate', { by: 'financial-year' }),
    seriesPath('cpp-reviews-pct', { by: 'quarter' }),
    scorecardPath('mtfs', {}),
    comparisonPath('cla-rate', {}),
    '/api/papers',
  ])('%s holds what the CSV holds', async (path) => {
    const { rows } = await workbook(filePath(path, 'xlsx'))
    const text = await (await world.app.request(csvPath(path))).text()
    const withoutEmptyEnds = (cells: string[]) => cells.join('\t').trimEnd()
    expect(rows.map(withoutEmptyEnds)).toEqual((parse(text) as string[][]).map(withoutEmptyEnds))
  })

  test('is made anew for each who asks, so that nobody keeps it', async () => {
    const response = await world.app.request('/api/areas.xlsx')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and names every address', async () => {
    const response = await world.app.request('/api/openapi.json')
    const document = (await response.json()) as { openapi: string; paths: Record<string, unknown> }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/account',
      '/api/account/sessions',
      '/api/account/sessions/end-others',
      '/api/account/sessions/{id}',
      '/api/account/tokens',
      '/api/account/tokens/{id}',
      '/api/areas',
      '/api/audit',
      '/api/audit/chain',
      '/api/commentary',
      '/api/contracts',
      '/api/exceptions',
      '/api/figures',
      '/api/health',
      '/api/indicators',
      '/api/indicators/{id}',
      '/api/indicators/{id}/actions',
      '/api/indicators/{id}/comparison',
      '/api/indicators/{id}/realism',
      '/api/indicators/{id}/series',
      '/api/invitations/{secret}',
      '/api/papers',
      '/api/papers/{id}',
      '/api/people',
      '/api/people/invitations',
      '/api/people/invitations/{id}',
      '/api/people/tokens/{id}',
      '/api/people/{id}',
      '/api/people/{id}/close',
      '/api/people/{id}/end-sessions',
      '/api/people/{id}/erase',
      '/api/people/{id}/password-link',
      '/api/people/{id}/reopen',
      '/api/people/{id}/reset-second-step',
      '/api/plans',
      '/api/plans/actions/{id}',
      '/api/plans/due.ics',
      '/api/plans/{id}',
      '/api/programmes',
      '/api/programmes/{id}',
      '/api/programmes/{id}/savings',
      '/api/quality',
      '/api/registers',
      '/api/registers/{register}',
      '/api/registers/{register}/form',
      '/api/registers/{register}/{id}',
      '/api/registers/{register}/{id}/bring-back',
      '/api/registers/{register}/{id}/form',
      '/api/registers/{register}/{id}/retire',
      '/api/registers/{register}/{id}/undo',
      '/api/savings',
      '/api/savings/{id}',
      '/api/savings/{id}/bring-back',
      '/api/savings/{id}/retire',
      '/api/savings/{id}/undo',
      '/api/scenario',
      '/api/scorecards',
      '/api/scorecards/{id}',
      '/api/scrutiny',
      '/api/scrutiny/prompts',
      '/api/scrutiny/questions',
      '/api/scrutiny/tracker',
      '/api/session',
      '/api/strategy',
      '/api/strategy/savings',
      '/api/targets',
      '/api/targets/{id}',
      '/api/targets/{id}/bring-back',
      '/api/targets/{id}/projection',
      '/api/targets/{id}/realism',
      '/api/targets/{id}/retire',
      '/api/targets/{id}/trajectory',
      '/api/targets/{id}/undo',
      '/api/templates/quarterly-return',
      '/api/uploads',
      '/api/uploads/annotate',
      '/api/uploads/progress/{key}',
      '/api/uploads/{id}',
      '/api/uploads/{id}/compare',
      '/api/uploads/{id}/file',
      '/api/uploads/{id}/findings',
      '/api/uploads/{id}/publish',
      '/api/uploads/{id}/withdraw',
    ])
  })

  test('says what may be asked and what comes back', async () => {
    const response = await world.app.request('/api/openapi.json')
    const document = (await response.json()) as {
      paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, unknown> } }>
      components: { schemas: Record<string, unknown> }
    }
    const series = document.paths['/api/indicators/{id}/series']?.get
    expect(series?.parameters.map((parameter) => parameter.name)).toEqual(
      expect.arrayContaining(['id', 'area', 'from', 'to', 'by', 'compare', 'neighbours', 'method', 'asAt']),
    )
    expect(Object.keys(series?.responses ?? {})).toEqual(expect.arrayContaining(['200', '304', '400', '404']))
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Series', 'Point', 'Comparator']),
    )
  })
})
