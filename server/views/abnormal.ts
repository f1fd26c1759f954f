import type { EventAnswer } from '../contract/points.ts'
import { daysMeasured, liesIn } from '../domain/abnormal.ts'
import { isNumber } from '../domain/figure.ts'
import type { FlowBasis } from '../domain/flow.ts'
import { yearBefore } from '../domain/period.ts'
import type { Dated } from './area-figures.ts'
import type { Subject } from './subject.ts'

/** Which figures are about days that do not compare with others, and how that is said. */
export type Abnormal = {
  /** Their periods. */
  periods: string[]
  /** What is to be said of the newest figure, of the one of a year before it, and of the chosen base. */
  words: (shown: { latest: Dated; base: Dated | null }) => string[]
}

export function findAbnormal(
  events: readonly EventAnswer[],
  figures: readonly Dated[],
  { indicator }: Pick<Subject, 'indicator'>,
  basis: FlowBasis | null,
): Abnormal {
  const stretches = events.filter(({ abnormal }) => abnormal)
  const found = ({ at }: Dated) =>
    stretches.flatMap((event) => {
      const days = daysMeasured(at, indicator.kind, basis)
      const lies = liesIn(days, { from: event.date, to: event.until ?? event.date })
      return lies ? [{ event, lies }] : []
    })[0]
  const sentence = (who: string, figure: Dated | null | undefined) => {
    const lying = figure && isNumber(figure.value) ? found(figure) : undefined
    if (!lying) return []
    const { event, lies } = lying
    const where = lies === 'wholly' ? 'lies' : 'lies partly'
    return `${who} ${where} in a period that does not compare with others: ${named(event.shortLabel)}, ${event.when}.`
  }
  return {
    periods: figures.filter((figure) => found(figure) !== undefined).map(({ period }) => period),
    words: ({ latest, base }) => {
      const yearId = yearBefore(latest.at).id
      const earlier = figures.find(({ period, doubt }) => period === yearId && doubt === null)
      return [
        sentence('The newest figure', latest),
        sentence('The year before', earlier),
        sentence('The chosen base', base === earlier ? null : base),
      ].flat()
    },
  }
}

const named = (label: string) => label.replace(/^The /, 'the ')
