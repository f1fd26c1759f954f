import { posix } from 'node:path'
import type { Archive } from './archive.ts'
import { damaged, type Limits, Refusal, SAVE_AGAIN } from './refusal.ts'
import { type Attributes, readXml } from './xml.ts'

export type Sheet = { name: string; hidden: boolean; part: string | undefined }

/** What a workbook has, and where in the archive. */
export type Contents = {
  sheets: Sheet[]
  from1904: boolean
  strings: string | undefined
  styles: string | undefined
}

type Relation = { id: string; kind: string; part: string }

const isTrue = (text: string | undefined) => text === '1' || text === 'true'

/** Reads which sheets a workbook has, in its order; Refusal where the archive is no workbook. */
export async function readContents(archive: Archive, limits: Limits): Promise<Contents> {
  const root = await readRelations(archive, '', limits)
  const part = root.find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml'
  refuseOtherKinds(archive, part)
  const relations = await readRelations(archive, part, limits)
  const partOf = (kind: string) => relations.find((each) => each.kind === kind)?.part
  const byId = new Map(relations.map((each) => [each.id, each]))

  const sheets: Sheet[] = []
  let from1904 = false
  await readXml(
    archive.read(part, limits.partBytes),
    'workbook',
    {
      open(name, attributes, depth, parent) {
        if (depth === 2 && name === 'workbookPr') from1904 = isTrue(attributes.date1904)
        if (parent !== 'sheets' || name !== 'sheet') return
        const relation = byId.get(relationOf(attributes))
        // A chart can fill a sheet of its own; there is no table in it.
        if (relation && relation.kind !== 'worksheet') return
        const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
        sheets.push({ name: attributes.name ?? '', hidden, part: relation?.part })
        if (sheets.length > limits.sheets) throw damaged()
      },
    },
    limits,
  )
  if (sheets.length === 0) throw new Refusal('The workbook has no sheet with a table.', SAVE_AGAIN)
  return { sheets, from1904, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

const relationOf = (attributes: Attributes) =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

/** What a part of the archive (or the archive, '') refers to. */
async function readRelations(archive: Archive, part: string, limits: Limits): Promise<Relation[]> {
  const folder = posix.dirname(`/${part}`)
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`).slice(1)
  if (!archive.has(file)) return []
  const relations: Relation[] = []
  await readXml(
    archive.read(file, limits.partBytes),
    'Relationships',
    {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
        const target = posix.resolve(folder, Target).slice(1)
        relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), part: target })
        if (relations.length > limits.relations) throw damaged()
      },
    },
    limits,
  )
  return relations
}

/** Other things that are zip files too, by a part that only they have. */
const OTHERS: [part: RegExp, what: string][] = [
  [/^mimetype$/, 'This is an OpenDocument file (.ods), not an Excel workbook.'],
  [/^xl\/workbook\.bin$/, 'This is a binary workbook (.xlsb), which cannot be read here.'],
  [/^word\//, 'This is a Word document, not a workbook.'],
  [/^ppt\//, 'This is a presentation, not a workbook.'],
]

function refuseOtherKinds(archive: Archive, part: string): void {
  const other = OTHERS.find(([pattern]) => archive.some(pattern))
  if (other) {
    throw new Refusal(
      other[1],
      'Choose the workbook with the table. Or open this file and choose Save as, Excel workbook (.xlsx) or CSV UTF-8.',
    )
  }
  if (archive.has(part)) return
  throw new Refusal(
    'This is a zip file, and there is no Excel workbook in it.',
    'If the table is inside it, unpack it and choose the table.',
  )
}
