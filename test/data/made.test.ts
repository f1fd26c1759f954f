import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { illustrativeReturns } from '../../data/make/illustrative.ts'
import { makePublished } from '../../data/make/published.ts'
import { hasSharedData, sharedData } from '../support/shared-data.ts'

const shipped = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')

test('the illustrative returns come out of their script the same each time', () => {
  expect(illustrativeReturns).toBe(shipped('illustrative/blackpool-quarterly-returns.csv'))
})

describe.skipIf(!hasSharedData)('published figures', () => {
  test('come out of the files as downloaded exactly as they are shipped', async () => {
    const files = await makePublished(sharedData('dfe/'), sharedData('lait/measures.csv'))
    expect(files.size).toBe(13)
    for (const [path, text] of files) expect(text === shipped(path), path).toBe(true)
  })
})
