import type { PaperAnswer, PapersAnswer } from '../contract/papers.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

export function papersCsv({ papers }: PapersAnswer): CsvFile {
  return {
    name: fileName('papers'),
    rows: [
      ['document_id', 'title', 'publisher', 'published', 'facts'],
      ...papers.map(({ id, title, publisher, published, facts }) => [id, title, publisher, published, facts]),
    ],
  }
}

/** Everything that is held from a paper, a row a fact, with the screen that shows it. */
export function paperCsv({ id, title, groups }: PaperAnswer): CsvFile {
  const heading = [
    'document_id',
    'document',
    'group',
    'about',
    'text',
    'more',
    'when',
    'place',
    'doubt',
    'shown_at',
  ]
  const rows = groups.flatMap((group) =>
    group.items.map(({ about, text, more, when, place, doubt, path }) => [
      id,
      title,
      group.id,
      about,
      text,
      more.join(' | ') || null,
      when,
      place,
      doubt,
      path,
    ]),
  )
  return { name: fileName('paper', id), rows: [heading, ...rows] }
}
