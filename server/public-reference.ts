import type { Indicator } from './contract/catalogue.ts'
import type { Reference } from './reference.ts'

/** What ships with the program as the public may see it: not even that there are restricted indicators can be told. */
export const publicReference = (reference: Reference): Reference =>
  referenceOf(reference, ({ restricted }) => !restricted)

/**
 * The reference with some of the indicators only, and without whatever names another. A scorecard or a
 * publication only loses the name; a scorecard with nothing left goes. Make it once and keep it.
 */
export function referenceOf(reference: Reference, isSeen: (indicator: Indicator) => boolean): Reference {
  const hidden = new Set(reference.indicators.filter((each) => !isSeen(each)).map(({ id }) => id))
  // `cla-rate:count` and `cla-rate/fostering` name the indicator too.
  const isPublic = (name: string) => !hidden.has(name.split(/[:/]/, 1)[0] ?? '')
  const indicators = reference.indicators.filter(({ id, derived }) =>
    [id, derived?.plus, derived?.minus].every((each) => each === undefined || isPublic(each)),
  )
  const seen = new Set(indicators.map(({ id }) => id))
  return {
    ...reference,
    indicators,
    scorecards: reference.scorecards
      .map((scorecard) => ({ ...scorecard, indicators: scorecard.indicators.filter(isPublic) }))
      .filter(({ indicators }) => indicators.length > 0),
    calendar: reference.calendar.map((publication) => ({
      ...publication,
      measures: publication.measures.filter(isPublic),
    })),
    breaks: reference.breaks.filter(({ indicator }) => isPublic(indicator)),
    // What the papers state is in the registers, which have an edition of their own.
    targets: [],
    seeds: [],
    datasets: [],
    indicator: (id) => (seen.has(id) ? reference.indicator(id) : undefined),
  }
}
