import type { ColumnUse, Mapping, MappingProposal, MeasureUse, Part } from '../server/contract/mapping.ts'

/**
 * A mapping while it is filled in. `undefined` is a measure that nobody has decided about: leaving one out must be
 * somebody's choice and never an oversight.
 */
export type MappingDraft = Omit<Mapping, 'measures' | 'areas'> & {
  measures: Record<string, MeasureUse | null | undefined>
  areas: Record<string, string | null | undefined>
}

const undecided = <T>(record: Record<string, T | null>, unsure: readonly string[]) =>
  Object.fromEntries(
    Object.entries(record).map(([text, use]) => [
      text,
      use === null && unsure.includes(text) ? undefined : use,
    ]),
  )

export function draftOf({ mapping, unsure }: MappingProposal): MappingDraft {
  return {
    ...mapping,
    measures: undecided(mapping.measures, unsure),
    areas: undecided(mapping.areas, unsure),
  }
}

/** The mapping as it is sent, once every measure is decided about. */
export function mappingOf(draft: MappingDraft): Mapping {
  const decided = <T>(record: Record<string, T | null | undefined>) =>
    Object.fromEntries(Object.entries(record).map(([text, use]) => [text, use ?? null]))
  return { ...draft, measures: decided(draft.measures), areas: decided(draft.areas) }
}

export type MappingFault = { field: string; message: string }

/** Field ids, by the place of what they are about: its text can hold anything. */
export const FIELDS = {
  area: 'map-area',
  column: (place: number) => `map-column-${place}`,
  measure: (place: number) => `map-measure-${place}`,
  place: (place: number) => `map-place-${place}`,
}

/** What is still to be said before the sheet can be read. */
export function faultsOf(draft: MappingDraft, period: string | undefined): MappingFault[] {
  const faults: MappingFault[] = []
  const uses = Object.values(draft.columns)
  if (!period && uses.some(({ use }) => use === 'this-period' || use === 'previous-period')) {
    faults.push({ field: 'quarter', message: 'Choose the quarter that the return is for' })
  }
  if (draft.areaColumn === null && draft.area === null)
    faults.push({ field: FIELDS.area, message: 'Choose whose figures these are' })
  for (const [i, use] of uses.entries()) {
    if (use.use === 'period' && use.period === '')
      faults.push({
        field: FIELDS.column(i),
        message: `Choose the quarter of “${Object.keys(draft.columns)[i]}”`,
      })
  }
  for (const [i, [text, use]] of Object.entries(draft.measures).entries()) {
    if (use === undefined)
      faults.push({ field: FIELDS.measure(i), message: `Say what “${text}” is, or leave it out` })
  }
  for (const [i, [text, area]] of Object.entries(draft.areas).entries()) {
    if (area === undefined)
      faults.push({ field: FIELDS.place(i), message: `Say which area “${text}” is, or leave it out` })
  }
  return faults
}

export const PART_NAMES: Record<Part, string> = {
  value: 'the figure itself',
  numerator: 'counted (numerator)',
  denominator: 'out of (denominator)',
}

/** What a column can be, by the value of its choice. */
export const USES: readonly (readonly [value: string, label: string])[] = [
  ['dated value', 'Figures of the quarter in the heading'],
  ['dated numerator', 'What is counted (numerator), of the quarter in the heading'],
  ['dated denominator', 'Out of how many (denominator), of the quarter in the heading'],
  ['this-period', 'Figures of the quarter that the return is for'],
  ['previous-period', 'Figures of the quarter before that'],
  ['period', 'Figures of another quarter'],
  ['target', 'Targets (they are not read)'],
  ['note', 'Notes on the figures'],
  ['ignore', 'Leave out'],
]

export const choiceOf = (use: ColumnUse): string => (use.use === 'dated' ? `dated ${use.part}` : use.use)

export function columnUseOf(value: string): ColumnUse {
  const [use, part] = value.split(' ')
  switch (use) {
    case 'dated':
      return { use, part: part as Part }
    case 'period':
      return { use, period: '' }
    case 'this-period':
    case 'previous-period':
    case 'target':
    case 'note':
      return { use }
    default:
      return { use: 'ignore' }
  }
}
