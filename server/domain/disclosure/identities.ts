import { periodOf, stepPeriod } from '../period.ts'
import { type CountedIndicator, countsPeople, hasBase } from './counted.ts'
import { CellIndex, type HeldCell } from './held-cells.ts'
import { type CellName, type Identity, type IdentityRule, seriesKey, type Term } from './identity.ts'
import { tilingsOf } from './tiles.ts'

/** A number that no figure prints but that follows from those that do: the quarter that is not sent, the other parts. */
export type Remainder = { key: string; kind: 'part' | 'revision' }

export type Linked = { identities: Identity[]; remainders: Remainder[] }

/**
 * Every identity among the cells of one area, by which a hidden one could be worked out: count and rest make the whole;
 * a figure is told twice (two indicators, two sources, a month's end and a quarter's); the rules of the catalogue; the
 * parts of a year; a revision. Which numbers the cells have makes no difference.
 */
export function identitiesOf(
  cells: readonly HeldCell[],
  rules: readonly IdentityRule[],
  indicators: (id: string) => CountedIndicator | undefined,
): Linked {
  const current = withoutReplaced(cells)
  const index = new CellIndex(current, indicators)
  const linked: Linked = { identities: [], remainders: [] }
  linkWholes(cells, linked)
  linkVersions(cells, linked)
  linkTwins(index, linked)
  for (const rule of rules) linkByRule(rule, index, linked)
  linkYears(index, lookingBack(rules), indicators, linked)
  return linked
}

/** Only what is left over of those that are held, with the identities that say how much that is, and some that don't. */
export function leftOver(
  cells: readonly HeldCell[],
  rules: readonly IdentityRule[],
  indicators: (id: string) => CountedIndicator | undefined,
): Linked {
  const index = new CellIndex(withoutReplaced(cells), indicators)
  const linked: Linked = { identities: [], remainders: [] }
  linkVersions(cells, linked)
  for (const rule of rules) if (rule.rule === 'within') linkByRule(rule, index, linked)
  linkYears(index, lookingBack(rules), indicators, linked)
  return linked
}

const lookingBack = (rules: readonly IdentityRule[]): ReadonlySet<string> =>
  new Set(rules.filter(({ rule }) => rule === 'looks-back').map(({ whole }) => seriesKey(whole)))

/** An earlier version counts as held only where no current figure has taken its place. */
function withoutReplaced(cells: readonly HeldCell[]): HeldCell[] {
  const own = new Set(cells.filter(({ origin }) => origin === 'own').map(({ figure }) => figure))
  return cells.filter(({ origin, figure }) => origin !== 'earlier' || !own.has(figure))
}

const plus = (cell: string): Term => ({ cell, coefficient: 1 })
const minus = (cell: string): Term => ({ cell, coefficient: -1 })

function linkWholes(cells: readonly HeldCell[], { identities }: Linked): void {
  const versions = Map.groupBy(cells, ({ key }) => key.slice(0, key.lastIndexOf(':')))
  for (const parts of versions.values()) {
    const [count, whole, rest] = (['count', 'whole', 'rest'] as const).map(
      (part) => parts.find((cell) => cell.part === part)?.key,
    )
    if (!count || !whole || !rest) continue
    const terms = [plus(whole), minus(count), minus(rest)]
    identities.push({ terms, same: false, exact: true, says: 'those counted and the rest make the whole' })
  }
}

function linkVersions(cells: readonly HeldCell[], linked: Linked): void {
  const own = new Map(
    cells.filter(({ origin }) => origin === 'own').map((cell) => [`${cell.figure}:${cell.part}`, cell.key]),
  )
  for (const { origin, figure, part, key } of cells) {
    const current = origin === 'earlier' ? own.get(`${figure}:${part}`) : undefined
    if (!current) continue
    const revision = `revision of ${key}`
    linked.remainders.push({ key: revision, kind: 'revision' })
    const terms = [plus(current), minus(key), minus(revision)]
    linked.identities.push({ terms, same: false, exact: true, says: 'a figure and what it was before' })
  }
}

function linkTwins(index: CellIndex, { identities }: Linked): void {
  for (const [first, ...others] of index.groups()) {
    for (const other of others) {
      if (first) identities.push(sameness(first, other, 'one number of one day or time'))
    }
  }
}

const sameness = (a: HeldCell, b: HeldCell, says: string): Identity => ({
  terms: [plus(a.key), minus(b.key)],
  same: true,
  exact: true,
  says,
})

function linkByRule(rule: IdentityRule, index: CellIndex, linked: Linked): void {
  const { whole, exact, says } = rule
  if (rule.rule === 'looks-back') return
  for (const total of index.of(whole)) {
    const period = periodOf(total.period)
    const found = (names: readonly CellName[]) => names.flatMap((name) => index.at(name, period) ?? [])
    const [added, taken] = [found(rule.plus), found(rule.minus)]
    const isFull = added.length === rule.plus.length && taken.length === rule.minus.length
    const terms = [plus(total.key), ...keys(added).map(minus), ...keys(taken).map(plus)]
    const [twin] = added
    if (rule.rule === 'same' && twin) {
      linked.identities.push({ ...sameness(total, twin, says), exact })
    } else if (rule.rule === 'within' && added.length > 0) {
      const rest = `others of ${total.key}, ${added.map(seriesKey).join(' ')}`
      linked.remainders.push({ key: rest, kind: 'part' })
      linked.identities.push({ terms: [...terms, minus(rest)], same: false, exact, says })
    } else if (rule.rule === 'parts' && isFull) {
      linked.identities.push({ terms, same: false, exact, says })
    } else if (rule.rule === 'balance' && isFull && period.kind !== 'day') {
      const before = index.at(whole, stepPeriod(period, -1))
      if (before) linked.identities.push({ terms: [...terms, minus(before.key)], same: false, exact, says })
    }
  }
}

const keys = (cells: readonly HeldCell[]) => cells.map(({ key }) => key)

/** What happened in a year is what happened in its quarters; a quarter that is not sent is what the others leave. */
function linkYears(
  index: CellIndex,
  withoutSums: ReadonlySet<string>,
  indicators: (id: string) => CountedIndicator | undefined,
  linked: Linked,
): void {
  for (const [total] of index.groups()) {
    const indicator = total && indicators(total.indicator)
    if (!indicator || !addsUp(total, indicator, withoutSums)) continue
    for (const tiling of tilingsOf(periodOf(total.period))) {
      const parts = tiling.flatMap((period) => index.at(total, period) ?? [])
      if (parts.length === 0) continue
      const says = `${tiling.length === 4 ? 'quarters' : 'months'} add up`
      const terms = [plus(total.key), ...keys(parts).map(minus)]
      if (parts.length < tiling.length) {
        const rest = `not sent of ${total.key}, of ${tiling.length}`
        linked.remainders.push({ key: rest, kind: 'part' })
        terms.push(minus(rest))
      }
      linked.identities.push({ terms, same: false, exact: total.origin === 'own', says })
    }
  }
}

/** Counts of what happened, and bases that are counted like them; neither stocks nor what looks back over a year. */
function addsUp(cell: HeldCell, indicator: CountedIndicator, withoutSums: ReadonlySet<string>): boolean {
  if (indicator.kind !== 'flow' && indicator.kind !== 'rolling-year') return false
  if (!countsPeople(indicator, cell.dimension) || withoutSums.has(seriesKey({ ...cell, part: 'count' }))) {
    return false
  }
  return cell.part === 'count' || (hasBase(indicator) && indicator.denominatorKind === 'counted')
}
