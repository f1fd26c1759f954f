import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../../server/imports/run.ts'
import { countReleases } from '../../server/store/releases.ts'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { makeWorld, TODAY, type World } from '../support/world.ts'

/** DfE's files exactly as downloaded. */
const files = hasSharedData
  ? readdirSync(sharedData('dfe/'))
      .filter((name) => name.endsWith('.csv'))
      .map((name) => sharedData(`dfe/${name}`))
  : []

const importDownload = (world: World, path: string) =>
  importFile(world.db, world.reference, {
    bytes: readFileSync(path),
    fileName: basename(path),
    by: 'analyst',
    reason: null,
    mode: 'publish',
    now: `${TODAY}T10:00:00.000Z`,
  })

describe.skipIf(!hasSharedData)('files as downloaded', () => {
  let empty: World
  let filled: World
  beforeAll(async () => {
    empty = await makeWorld(undefined, { demonstration: false })
    filled = await makeWorld()
  })
  afterAll(async () => {
    await empty.db.destroy()
    await filled.db.destroy()
  })

  test.each(files.map((path) => [basename(path), path]))(
    '%s is recognised and published without a question',
    async (_name, path) => {
      const report = await importDownload(empty, path)
      expect(report.findings.filter((finding) => finding.level !== 'fixed')).toEqual([])
      expect(report.outcome).toBe('published')
      expect(report.changes.new).toBe(report.figures)
    },
  )

  test.each(files.map((path) => [basename(path), path]))(
    '%s a second time changes nothing, and says so',
    async (_name, path) => {
      const releases = await countReleases(empty.db)
      expect((await importDownload(empty, path)).outcome).toBe('unchanged')
      expect(await countReleases(empty.db)).toBe(releases)
    },
  )

  test.each(files.map((path) => [basename(path), path]))(
    '%s holds exactly what ships with the program',
    async (_name, path) => {
      const report = await importDownload(filled, path)
      expect(report.changes).toMatchObject({ new: 0, revised: 0 })
    },
  )
})
