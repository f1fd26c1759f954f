import type { EventAnswer, LinkedEntry } from '../contract/points.ts'
import { dayLabel } from '../domain/period.ts'
import type { Setting } from './subject.ts'

type Told = {
  /** What tells the days of one entry apart. */
  key: string
  on: string
  /** In a sentence of its own, without its full stop. */
  label: string
  shortLabel: string
  source: { document: string; page: string | null }
}

const KIND_LABELS: Record<LinkedEntry['register'], string> = {
  action: 'Action',
  recommendation: 'Recommendation',
}

/** A day of an action or a recommendation, as it stands among the events of a chart. */
export function linkedEvent({ reference }: Setting, entry: LinkedEntry, told: Told): EventAnswer {
  const { document, page } = told.source
  const source = [reference.document(document)?.title ?? document, page].filter(Boolean).join(', ')
  return {
    id: `${entry.register}/${entry.id}/${told.key}`,
    date: told.on,
    until: null,
    when: dayLabel(told.on),
    kind: entry.register,
    kindLabel: KIND_LABELS[entry.register],
    label: told.label,
    shortLabel: told.shortLabel,
    judgements: [],
    body: null,
    publishedLabel: null,
    abnormal: false,
    doubt: null,
    sources: [{ text: source, url: null }],
    entry,
  }
}

/** So much of a text as a card over a chart has room for, without its full stop. */
export function cut(text: string, most = 110): string {
  const bare = text.trim().replace(/\.$/, '')
  if (bare.length <= most) return bare
  return `${bare.slice(0, most).replace(/\s+\S*$/, '')}…`
}

/** Those that say something: a name without words is left out. */
export const factsOf = (...pairs: readonly (readonly [string, string | null])[]): LinkedEntry['facts'] =>
  pairs.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]))
