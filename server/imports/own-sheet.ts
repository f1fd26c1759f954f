import { type Mapping, type MappingProposal, mappingSchema } from '../contract/mapping.ts'
import type { Database } from '../store/database.ts'
import { findMapping, saveMapping } from '../store/mappings.ts'
import { openTable, type Table } from './file.ts'
import { Findings } from './finding.ts'
import type { Context, FigureReader, Format, NeighbourReader } from './format.ts'
import { looksWide, openWide, proposeMapping, signatureOf } from './formats/wide.ts'
import type { ImportRequest } from './run.ts'
import { unknownFormat } from './whole-file.ts'

/** Sheets with headings of a council's own: how they were read before, how they are read now, what to ask about them. */

/** A council's own sheet has some hundred measures; of a longer one the form asks about the first. */
const MOST_MAPPED_ROWS = 2000

/** A file as far as it could be opened. */
export type Opened = {
  table?: Table
  context?: Context
  format?: Pick<Format, 'name'>
  reader?: FigureReader | NeighbourReader
  /** How sheets with these headings were read before. */
  remembered?: Mapping
}

/** A sheet with headings of a council's own is read by the mapping given or remembered; without one it is guessed at. */
export async function openSheet(
  db: Database,
  table: Table,
  context: Context,
  request: ImportRequest,
  findings: Findings,
): Promise<Opened> {
  const format = { name: 'Sheet with headings of its own' }
  const remembered = await rememberedMapping(db, table.header)
  const mapping = request.mapping ?? (request.remap ? undefined : remembered)
  if (mapping) {
    const reader = openWide(mapping, table.header, context, findings)
    return { table, context, format, ...(reader ? { reader } : {}), ...(remembered ? { remembered } : {}) }
  }
  if (!looksWide(table.header)) {
    findings.add(unknownFormat(table.header))
    return { table }
  }
  findings.add({
    check: 'mapping',
    level: 'stop',
    row: 1,
    column: null,
    value: null,
    message: request.remap
      ? 'You asked to say again what the headings of this sheet mean.'
      : 'This sheet has headings of its own, and nobody has said yet what they mean.',
    remedy: 'Say which column and row is which measure. It is remembered for the next file like it.',
  })
  return { table, context, format, ...(remembered ? { remembered } : {}) }
}

/**
 * What the form for a mapping begins with, where one has to be made or the one remembered does not fit the sheet any
 * more; what was said before stands in it. A mapping that was just made in the form stays in the form.
 */
export async function propose(
  { context, remembered, format }: Opened,
  { bytes, fileName, sheet = null, home = '', mapping }: ImportRequest,
  findings: Findings,
): Promise<MappingProposal | null> {
  const isAsked = findings.list().some((finding) => finding.check === 'mapping' && finding.level === 'stop')
  if (!isAsked || mapping || !context || !format) return null
  const table = await openTable(bytes, new Findings(), { fileName, sheet })
  if (!table) return null
  const rows: string[][] = []
  for await (const batch of table.batches()) {
    rows.push(...batch.rows)
    if (rows.length >= MOST_MAPPED_ROWS) break
  }
  const guess = proposeMapping(table.header, rows, context, { home })
  return remembered ? withRemembered(guess, remembered) : guess
}

function withRemembered(guess: MappingProposal, remembered: Mapping): MappingProposal {
  const { mapping } = guess
  const said = [
    ...Object.keys(remembered.columns),
    ...Object.keys(remembered.measures),
    ...Object.keys(remembered.areas),
    ...Object.keys(remembered.parts),
  ]
  return {
    ...guess,
    mapping: {
      ...remembered,
      columns: { ...mapping.columns, ...remembered.columns },
      measures: { ...mapping.measures, ...remembered.measures },
      areas: { ...mapping.areas, ...remembered.areas },
      parts: { ...mapping.parts, ...remembered.parts },
    },
    unsure: guess.unsure.filter((text) => !said.includes(text)),
  }
}

async function rememberedMapping(db: Database, header: readonly string[]): Promise<Mapping | undefined> {
  const json = await findMapping(db, signatureOf(header))
  return json === undefined ? undefined : mappingSchema.parse(JSON.parse(json))
}

/** A mapping that fits its sheet is worth remembering even if the figures have to be put right first. */
export async function rememberMapping(
  db: Database,
  { table, reader }: Opened,
  { mapping, mode, by, now, onMapped }: ImportRequest,
  findings: Findings,
): Promise<void> {
  if (!mapping || !table || !reader || mode === 'check') return
  if (findings.list().some((finding) => finding.check === 'mapping')) return
  const entry = {
    signature: signatureOf(table.header),
    mapping: JSON.stringify(mapping),
    made_at: now,
    made_by: by,
  }
  await saveMapping(db, entry, onMapped)
}
