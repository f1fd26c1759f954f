import { PARTS, type Part } from '../../contract/mapping.ts'
import type { Area, Reference } from '../../reference.ts'

const WORDS: Record<Part, RegExp> = {
  value:
    /^(?:values?|rates?|%|percent(?:age)?|per cent|results?|outturn|actual|performance|per 10,?000|ratio)$/i,
  numerator: /^(?:numerators?|num\.?|n)$/i,
  denominator: /^(?:denominators?|den(?:om)?\.?|d)$/i,
}

/** Which part of a figure a cell names in words that can mean nothing else. */
export const partInWords = (text: string): Part | undefined => PARTS.find((part) => WORDS[part].test(text))

const fold = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\b(?:council|borough|city|county|metropolitan|district|unitary|authority|the|of)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * Finds the area that a cell of a council's own sheet names: by ONS code, by DfE's number, or by a name that only one
 * area of today has.
 */
export function openAreaNames(reference: Reference): (text: string) => Area | undefined {
  const current = reference.areas.filter(({ closed }) => closed === '')
  const byName = new Map(current.map((area) => [area.name.toLowerCase(), area]))
  const byFolded = Map.groupBy(current, ({ name }) => fold(name))
  return (text) => {
    const byCode = reference.area(text.toUpperCase()) ?? reference.areaByNumber(text)
    if (byCode) return byCode
    const named = byName.get(text.toLowerCase())
    if (named) return named
    const alike = byFolded.get(fold(text)) ?? []
    return alike.length === 1 ? alike[0] : undefined
  }
}
