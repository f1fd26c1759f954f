import type { Figure } from '../figure.ts'
import type { CountedIndicator } from './counted.ts'
import type { IdentityRule } from './identity.ts'
import { judge } from './judging.ts'
import { groupsOfIndicators } from './linked-indicators.ts'
import type { WithheldReason } from './primary.ts'

/**
 * All that bears on what may be public of one area: the council's own current figures; what national publications print
 * of the area; and what of own figures the public was shown before, newest or not, each as it was shown.
 */
export type Disclosure = {
  own: readonly Figure[]
  published: readonly Figure[]
  earlier: readonly Figure[]
  rules: readonly IdentityRule[]
  indicator: (id: string) => CountedIndicator | undefined
}

/** `exposed`: numbers that withholding can't protect any more, since what gives them away is public. */
export type Withheld = { reasons: Map<string, WithheldReason>; exposed: string[] }

/** Which own figures are kept from the public edition, by {@link figureKey}, and why; all others may be shown. */
export const withheld = (disclosure: Disclosure): Map<string, WithheldReason> =>
  protectionOf(disclosure).reasons

/**
 * The same, with what can't be protected. Figures of more than one area are a mistake, and throw. Indicators that nothing
 * links are judged apart; of most there is nothing to hide, which is seen sooner than what else would have to be.
 */
export function protectionOf({ own, published, earlier, rules, indicator }: Disclosure): Withheld {
  const areas = new Set<string>()
  for (const figures of [own, published, earlier]) for (const { area } of figures) areas.add(area)
  if (areas.size > 1) throw new Error(`Figures of one area at a time, not of ${[...areas].join(', ')}`)
  const groupOf = groupsOfIndicators(rules)
  const groups = new Map<string, Group>()
  const add = (kind: keyof Group, figures: readonly Figure[]) => {
    for (const figure of figures) {
      const name = groupOf(figure.indicator)
      const group = groups.get(name) ?? { own: [], published: [], earlier: [] }
      groups.set(name, group)
      group[kind].push(figure)
    }
  }
  add('own', own)
  add('published', published)
  add('earlier', earlier)
  const all: Withheld = { reasons: new Map(), exposed: [] }
  for (const [name, group] of groups) {
    const ofGroup = rules.filter(({ whole }) => groupOf(whole.indicator) === name)
    const { reasons, exposed } = judge({ ...group, rules: ofGroup, indicator })
    for (const [figure, reason] of reasons) all.reasons.set(figure, reason)
    all.exposed.push(...exposed)
  }
  return { ...all, exposed: all.exposed.sort() }
}

type Group = Record<'own' | 'published' | 'earlier', Figure[]>
