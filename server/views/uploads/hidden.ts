import type { HiddenAnswer } from '../../contract/uploads.ts'
import type { WithheldReason } from '../../domain/disclosure/primary.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { Reference } from '../../reference.ts'
import { placeInWords } from './place.ts'

/** What publishing keeps from the public, as it is kept with the upload: the counts, and the first of the figures. */
export type HiddenFigures = Pick<HiddenAnswer, 'count' | 'others' | 'exposed'> & {
  figures: { indicator: string; dimension: string; area: string; period: string; withheld: string }[]
}

const WORDS: Record<WithheldReason, string> = {
  restricted: 'The measure is for those who may see small numbers',
  'sent-hidden': 'It is hidden in the file itself',
  'small-count': 'It counts 1 to 5',
  'small-rest': 'It leaves out 1 to 5',
  'small-whole': 'It is of fewer than 10 in all',
  'not-checkable': 'The numbers that it is made of are missing, so it can’t be checked',
  'small-revision': 'It differs by 1 to 5 from what the public saw before, which stays as it is',
  'gives-away': 'Another hidden figure could be worked out from it',
}
const wordsFor = (reason: string): string =>
  WORDS[reason as WithheldReason] ?? 'A newer figure stands in its place'

/** What the public would not see of a return with so many figures, measure by measure. */
export function viewHidden(
  { count, others, exposed, figures }: HiddenFigures,
  all: number,
  reference: Reference,
): HiddenAnswer {
  return {
    sentence: sentenceOf(count, all),
    count,
    others,
    exposed,
    figures: figures.map((figure) => ({
      ...placeInWords(figure, reference),
      why: wordsFor(figure.withheld),
    })),
  }
}

function sentenceOf(count: number, all: number): string {
  if (count === 0) return 'The public sees every figure of this file.'
  const few = `${formatNumber(count, 0)} of ${formatNumber(all, 0)} figures`
  return `The public sees a reason in place of ${few}, in every table, chart and download; whoever may see small numbers sees them all.`
}
