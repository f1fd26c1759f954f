import type { PlanReview } from '../../contract/plan-part-answers.ts'
import type { PlanTerms } from '../../contract/plans.ts'
import { dayLabel } from '../../domain/period.ts'
import { phaseOf, weekOf } from '../../domain/plan-dates.ts'
import type { PlanOnDay } from './plan-register.ts'
import { endInWords, partsInWords, slippageInWords, weekInWords } from './plan-review-words.ts'
import { many } from './plan-words.ts'

const PART_WORDS = { done: 'Done', remaining: 'Remaining', added: 'Added on the way' } as const

/** What follows from the days and parts of a review; null for a plan that is none. */
export function viewReview({ plan, on }: Pick<PlanOnDay, 'plan' | 'on'>): PlanReview | null {
  const { terms } = plan
  const { from, to, parts, weeksPlanned, findings } = terms
  if (from === null || (parts.length === 0 && weeksPlanned === null)) return null
  const isRunning = phaseOf(from, weeksPlanned, on) === 'running'
  const themes = Map.groupBy(findings, ({ theme }) => theme)
  return {
    week: isRunning ? weekOf(from, on) : null,
    weeksPlanned,
    weekWords: weekInWords(from, weeksPlanned, on),
    endWords: weeksPlanned === null ? null : endInWords(from, weeksPlanned, to),
    slippageWords: slippageInWords(terms, plan.versions[0]?.terms ?? terms),
    expectedWords:
      to === null || to <= terms.statedOn
        ? null
        : `This is what was expected on ${dayLabel(terms.statedOn)}. How the review ended is not on record.`,
    partsWords: partsInWords(parts),
    parts: (['done', 'remaining', 'added'] as const).flatMap((state) => partsThatAre(state, parts)),
    findingsWords: findingsInWords(findings.length, themes.size),
    themes: [...themes].map(([theme, own]) => ({ theme, findings: own.map(({ text }) => text) })),
  }
}

function partsThatAre(state: keyof typeof PART_WORDS, parts: PlanTerms['parts']): PlanReview['parts'] {
  const own = parts.filter((part) => part.state === state)
  if (own.length === 0) return []
  const named = own.map(({ name, weeks, note }) => ({
    name,
    weeks: weeks === null ? null : many(weeks, 'week'),
    note,
  }))
  return [{ state, stateWords: PART_WORDS[state], parts: named }]
}

function findingsInWords(findings: number, themes: number): string {
  if (findings === 0) return 'No finding is on record.'
  return `${many(findings, 'finding')} under ${many(themes, 'theme')}, told in our own words.`
}
