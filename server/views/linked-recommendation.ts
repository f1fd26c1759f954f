import type { EventAnswer, LinkedEntry } from '../contract/points.ts'
import type { RecommendationTerms } from '../contract/scrutiny.ts'
import { untilItHeld } from '../domain/last-word.ts'
import { dayLabel } from '../domain/period.ts'
import { cut, factsOf, linkedEvent } from './linked-event.ts'
import type { Entry } from './registers/register.ts'
import type { Setting } from './subject.ts'

type Recommendation = Entry<RecommendationTerms>

/** What is told of a day; of two on one day the one that comes first here is. */
type Told = { key: string; on: string; told: string; label: string; shortLabel: string }

/**
 * The days of a recommendation that belong on a chart: the one on which the committee agreed it; the day of the tracker
 * that first had it as completed or, until then, its target date where that is a day; and the tracker that has the last
 * update of it.
 */
export function recommendationDays(setting: Setting, entry: Recommendation): EventAnswer[] {
  const told = [...endOf(entry), agreedOn(entry), lastUpdate(entry)]
  return told
    .filter(({ on }, i) => told.findIndex((other) => other.on === on) === i)
    .map((each) => linkedEvent(setting, entryOf(entry, each.told), { ...each, source: entry.terms }))
}

function endOf({ terms, versions }: Recommendation): Told[] {
  const { rag, targetOn } = terms
  if (rag === 'Completed') {
    const [first] = untilItHeld(versions, (version) => version.terms.rag === rag).slice(-1)
    return first ? [ended('completed', first.terms.asOf, terms)] : []
  }
  return targetOn === null ? [] : [ended('due', targetOn, terms)]
}

const ended = (what: 'completed' | 'due', on: string, { text }: RecommendationTerms): Told => ({
  key: 'end',
  on,
  told: what === 'due' ? 'Target date' : 'Completed',
  label: `Recommendation ${what}: ${cut(text)}`,
  shortLabel: `Recommendation ${what}`,
})

const agreedOn = ({ terms: { madeOn, text } }: Recommendation): Told => ({
  key: 'made',
  on: madeOn,
  told: 'Agreed',
  label: `Recommendation of the committee: ${cut(text)}`,
  shortLabel: 'Recommendation',
})

const lastUpdate = ({ terms: { asOf, text, update, rag } }: Recommendation): Told => ({
  key: 'update',
  on: asOf,
  told: 'Update',
  label: `Update of the recommendation “${cut(text, 50)}” (${rag}): ${cut(update, 90)}`,
  shortLabel: 'Update of a recommendation',
})

/** What it asks for is told where it was agreed, and what became of it where that was said. */
function entryOf({ id, terms }: Recommendation, told: string): LinkedEntry {
  const { text, committee, officer, rag, asOf, targetText, update } = terms
  const isAgreed = told === 'Agreed'
  return {
    register: 'recommendation',
    id,
    title: text,
    told,
    facts: factsOf(
      ['Committee', isAgreed ? committee : null],
      ['Who answers for it', officer],
      ['Target date', isAgreed ? targetText : null],
      ['State', `${rag}, as in the tracker of ${dayLabel(asOf)}`],
      ['Said of it', told === 'Update' || told === 'Completed' ? update : null],
    ),
  }
}
