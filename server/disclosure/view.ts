import { type CountedIndicator, countsPeople, hasBase } from '../domain/disclosure/counted.ts'
import type { HeldCell } from '../domain/disclosure/held-cells.ts'
import { identitiesOf } from '../domain/disclosure/identities.ts'
import { figureKey, type Identity, type IdentityRule, type Part } from '../domain/disclosure/identity.ts'
import { type Figure, isNumber } from '../domain/figure.ts'
import { PER } from '../domain/indicator.ts'

/**
 * What somebody who reads the public edition can know: every number that it shows, every number that it hides, and how
 * they hang together. Of the code that hides it shares what figures are about, not how it decides.
 */

/**
 * `shown` is in the council's own figures; `public` from elsewhere, or from before; `hidden` has its place but no
 * number; `remainder` no figure prints. `least` and `most` are what it can be, read by itself.
 */
export type SeenCell = {
  cell: string
  as: 'shown' | 'public' | 'hidden' | 'remainder'
  least: number
  most: number
}

export type PublicView = { cells: readonly SeenCell[]; identities: readonly Identity[] }

/** `own` are the council's figures as the public edition gives them: `suppressed` where it hides them. Of one area. */
export function publicView(edition: {
  own: readonly Figure[]
  published: readonly Figure[]
  earlier: readonly Figure[]
  rules: readonly IdentityRule[]
  indicator: (id: string) => CountedIndicator | undefined
}): PublicView {
  const { own, published, earlier, rules, indicator } = edition
  const held: HeldCell[] = []
  const cells: SeenCell[] = []
  const see = (figure: Figure, origin: HeldCell['origin'], version: number) => {
    const about = indicator(figure.indicator)
    if (!about || !(about.derived || countsPeople(about, figure.dimension))) return
    const { indicator: id, dimension, period } = figure
    const decimals = (origin === 'published' ? null : about.localDecimals) ?? about.decimals
    for (const [part, seen] of seenParts(figure, about, decimals)) {
      // What another source hides is not ours to protect: nobody knows it, and nothing is made of it.
      if (origin !== 'own' && seen.as === 'hidden') continue
      const key = `${origin} ${version} ${figureKey(figure)}:${part}`
      held.push({ key, indicator: id, dimension, period, part, origin, figure: figureKey(figure) })
      const as = seen.as === 'shown' && (origin !== 'own' || about.derived) ? 'public' : seen.as
      cells.push({ ...seen, as, cell: key })
    }
  }
  for (const figure of own) see(figure, 'own', 0)
  for (const figure of published) see(figure, 'published', 0)
  for (const [version, figure] of earlier.entries()) see(figure, 'earlier', version)
  const { identities, remainders } = identitiesOf(held, rules, indicator)
  for (const { key, kind } of remainders) {
    const least = kind === 'part' ? 0 : Number.NEGATIVE_INFINITY
    cells.push({ cell: key, as: 'remainder', least, most: Number.POSITIVE_INFINITY })
  }
  return { cells, identities }
}

type Seen = Omit<SeenCell, 'cell'>

const hidden = (least: number): Seen => ({ as: 'hidden', least, most: Number.POSITIVE_INFINITY })
const shown = (least: number, most = least): Seen => ({ as: 'shown', least, most })

function seenParts(figure: Figure, about: CountedIndicator, decimals: number): [Part, Seen][] {
  const { value, numerator, denominator } = figure
  const parts: [Part, Seen][] = []
  if (value === 'suppressed') {
    parts.push(['count', hidden(about.derived ? Number.NEGATIVE_INFINITY : 0)])
    if (hasBase(about)) parts.push(['whole', denominator === null ? hidden(0) : shown(denominator)])
    if (hasBase(about) && about.unit === 'percent') parts.push(['rest', hidden(0)])
    return parts
  }
  const count = numerator === null ? impliedCount(figure, about, decimals) : shown(numerator)
  if (count) parts.push(['count', count])
  if (!hasBase(about) || denominator === null) return parts
  parts.push(['whole', shown(denominator)])
  if (count && about.unit === 'percent' && isNumber(value)) {
    parts.push(['rest', shown(Math.max(0, denominator - count.most), denominator - count.least)])
  }
  return parts
}

/** The whole numbers whose rate or percentage is printed like this. */
function impliedCount(
  { value, denominator }: Figure,
  about: CountedIndicator,
  decimals: number,
): Seen | undefined {
  if (!isNumber(value)) return undefined
  if (about.unit === 'count') return shown(value)
  if (denominator === null) return undefined
  const per = PER[about.unit]
  const half = 0.5 / 10 ** decimals
  const least = Math.max(0, Math.ceil(((value - half) * denominator) / per - 1e-9))
  const most = Math.floor(((value + half) * denominator) / per + 1e-9)
  return least > most ? undefined : shown(least, most)
}
