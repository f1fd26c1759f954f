import type { CountedIndicator } from '../domain/disclosure/counted.ts'
import { figureKey, type IdentityRule } from '../domain/disclosure/identity.ts'
import { protectionOf } from '../domain/disclosure/withheld.ts'
import type { Database } from './database.ts'
import { findReleases } from './releases.ts'
import { lockForWriting, nextRevision } from './revision.ts'
import { type AreaVersions, versionsByArea } from './versions.ts'
import { type JudgedFigure, judgedByArea, noteWithheld } from './withheld.ts'

/** What has to be known of the catalogue to judge what may be public. */
export type ProtectionRules = {
  indicator: (id: string) => CountedIndicator | undefined
  identities: readonly IdentityRule[]
}

/** Why a version is withheld that was never shown before another took its place. */
const SUPERSEDED = 'superseded'

/**
 * Judges anew which of the council's own figures are kept from the public. To be called in the transaction that publishes
 * or withdraws a release: until it is, what is new is withheld. What was shown before is known, and counts as such; a
 * version that was never shown is not shown once another stands in its place. Gives how many judgements changed, and the
 * numbers that nothing can protect any more, since what gives them away is public already.
 */
export async function protectEdition(
  tx: Database,
  rules: ProtectionRules,
): Promise<{ changed: number; exposed: string[] }> {
  const releases = await findReleases(tx)
  const exposed: string[] = []
  let changed = 0
  for await (const figures of judgedByArea(tx)) {
    for (const area of versionsByArea(figures, releases)) {
      const judged = judge(area, rules)
      const others = judged.verdicts.filter((each) => each.before !== each.withheld)
      await noteWithheld(tx, others)
      changed += others.length
      exposed.push(...judged.exposed)
    }
  }
  if (changed > 0) await nextRevision(tx)
  return { changed, exposed }
}

function judge({ own, current, published }: AreaVersions, { indicator, identities }: ProtectionRules) {
  const { reasons, exposed } = protectionOf({
    own: [...current].map(({ figure }) => figure),
    published,
    earlier: own.filter(({ withheld }) => withheld === '').map(({ figure }) => figure),
    rules: identities,
    indicator,
  })
  const verdictOn = (each: JudgedFigure): string => {
    if (indicator(each.figure.indicator)?.restricted) return 'restricted'
    if (!current.has(each)) return each.withheld ?? SUPERSEDED
    const reason = reasons.get(figureKey(each.figure)) ?? ''
    // A paper is public: what it prints without the numbers behind it is known, and nothing comes out of it.
    return each.kind === 'document' && reason === 'not-checkable' ? '' : reason
  }
  const verdicts = own.map((each) => ({
    series: each.series,
    release: each.release,
    period: each.figure.period,
    before: each.withheld,
    withheld: verdictOn(each),
  }))
  return { verdicts, exposed }
}

/** Judges everything anew by itself: when the program starts, since its rules may have changed since it last ran. */
export const protectNow = (db: Database, rules: ProtectionRules) =>
  db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    return protectEdition(tx, rules)
  })
