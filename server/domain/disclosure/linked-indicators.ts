import type { IdentityRule } from './identity.ts'

/**
 * The name of the group that an indicator is in: those in one group hang together by rules of the catalogue, so that what
 * is hidden of one may be worked out from another. No number of one group tells anything of another's.
 */
export function groupsOfIndicators(rules: readonly IdentityRule[]): (indicator: string) => string {
  const parents = new Map<string, string>()
  const find = (indicator: string): string => {
    let at = indicator
    for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) at = parent
    return at
  }
  for (const { whole, plus, minus } of rules) {
    for (const { indicator } of [...plus, ...minus]) {
      const [a, b] = [find(whole.indicator), find(indicator)]
      if (a !== b) parents.set(b, a)
    }
  }
  return find
}
