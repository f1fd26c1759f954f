import type { PlanStrandGroup } from '../../contract/plan-content-answers.ts'
import { type PlanTerms, STRAND_KINDS, type Strand } from '../../contract/plans.ts'
import type { Setting } from '../subject.ts'
import type { PlanOnDay, RegisteredAction } from './plan-register.ts'
import { groupInWords, STRAND_NAMES, strandCountsInWords } from './plan-strand-words.ts'

type Kind = Strand['kind']

/** A kind that a plan is known by is shown though nothing of it is on record, so that what is lacking is seen. */
const lookedFor = (kind: Kind, { kind: plan, recommendations }: PlanTerms): boolean =>
  (kind === 'recommendation' && recommendations !== null) || (kind === 'standard' && plan === 'partnership')

/** What a plan is made up of, kind by kind, with the actions that serve each as they stand on the day. */
export function viewStrands(
  { reference }: Setting,
  { plan: { terms }, actions, on }: Pick<PlanOnDay, 'plan' | 'actions' | 'on'>,
): PlanStrandGroup[] {
  const servedBy = Map.groupBy(actions, (action) => action.terms.serves)
  return STRAND_KINDS.flatMap((kind) => {
    const own = terms.strands.filter((strand) => strand.kind === kind)
    if (own.length === 0 && !lookedFor(kind, terms)) return []
    return [
      {
        kind,
        heading: STRAND_NAMES[kind].heading,
        one: STRAND_NAMES[kind].one,
        words: groupInWords(kind, {
          printed: terms.recommendations,
          held: own.length,
          served: own.filter(({ id }) => servedBy.has(id)).length,
        }),
        ownerHeading: kind === 'standard' || own.some(({ owner }) => owner !== null) ? 'Who owns it' : null,
        bodyHeading:
          kind === 'standard' || own.some(({ body }) => body !== null) ? STRAND_NAMES[kind].body : null,
        strands: own.map((strand) => strandOf(strand, servedBy.get(strand.id) ?? [])),
      },
    ]
  })

  function strandOf(
    { id, kind, name, text, owner, body, indicators }: Strand,
    serving: readonly RegisteredAction[],
  ): PlanStrandGroup['strands'][number] {
    return {
      id,
      name,
      text,
      owner,
      body,
      measures: indicators.map((indicator) => ({
        id: indicator,
        name: reference.indicator(indicator)?.name ?? indicator,
      })),
      actions: serving.map((action) => action.id),
      countsWords:
        kind === 'block' && serving.length === 0
          ? null
          : strandCountsInWords(
              serving.map((action) => action.terms),
              on,
            ),
    }
  }
}

/** What an action serves in its plan; a name that the plan no longer knows is kept as it is. Null where it names none. */
export function servedOf(
  { strands }: Pick<PlanTerms, 'strands'>,
  serves: string | null,
): { id: string; name: string; one: string } | null {
  if (serves === null) return null
  const strand = strands.find(({ id }) => id === serves)
  if (!strand) return { id: serves, name: serves, one: 'No longer part of the plan' }
  return { id: serves, name: strand.name, one: STRAND_NAMES[strand.kind].one }
}
