import { type PlanTerms, planTerms, type Strand } from '../../contract/plans.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { keptUntilRevision } from '../../store/revision.ts'
import { loadEntries } from '../registers/register.ts'
import { loadTargets } from '../targets/target-register.ts'

/**
 * A plan that targets belong to, or that is to save money. A name in `saving` that whoever asks may not see is null,
 * with its share still told. Shares are in per cent.
 */
export type Programme = {
  id: string
  terms: PlanTerms
  saving: {
    target: string | null
    share: number | null
    reinvest: string | null
    reinvestShare: number | null
  } | null
  /** What is in place already. */
  blocks: readonly Strand[]
  /** Everything else that it is made up of. */
  components: readonly Strand[]
}

/** Those that began last come first; plans that were taken out are none. */
export const loadProgrammes = keptUntilRevision(async (db): Promise<readonly Programme[]> => {
  const targets = await loadTargets(db)
  const named = new Set(targets.filter(({ retired }) => !retired).map(({ terms }) => terms.programme))
  const plans = await loadEntries(db, 'plan', planTerms)
  return plans
    .filter(({ retired }) => !retired)
    .map(programmeOf)
    .filter(({ id, saving }) => saving !== null || named.has(id))
    .sort(byBeginning)
})

export function programmeOf({ id, terms }: { id: string; terms: PlanTerms }): Programme {
  const { savingTarget, savingShare, reinvestTarget, reinvestShare, strands } = terms
  return {
    id,
    terms,
    saving:
      savingTarget === null && savingShare === null
        ? null
        : { target: savingTarget, share: savingShare, reinvest: reinvestTarget, reinvestShare },
    blocks: strands.filter(({ kind }) => kind === 'block'),
    components: strands.filter(({ kind }) => kind !== 'block'),
  }
}

function byBeginning({ terms: a }: Programme, { terms: b }: Programme): number {
  const [first, second] = [a.from ?? '', b.from ?? '']
  if (first !== second) return first > second ? -1 : 1
  return a.name < b.name ? -1 : 1
}

/** Throws a Problem that names those there are. */
export async function findProgramme(db: Database, id: string): Promise<Programme> {
  const programmes = await loadProgrammes(db)
  const programme = programmes.find((each) => each.id === id)
  if (programme) return programme
  const known = programmes.map((each) => each.id).join(', ') || 'none yet'
  throw new Problem('not-found', `There is no programme "${id}"; there are: ${known}.`)
}

/** What a target or a saving names: its plan may have been taken out since, and then has no page as a programme. */
export type NamedPlan = { id: string; name: string; retired: boolean; isProgramme: boolean }

/** Every plan by its id, those that were taken out too. */
export const loadNamedPlans = keptUntilRevision(async (db): Promise<ReadonlyMap<string, NamedPlan>> => {
  const programmes = new Set((await loadProgrammes(db)).map(({ id }) => id))
  const plans = await loadEntries(db, 'plan', planTerms)
  return new Map(
    plans.map(({ id, terms: { name }, retired }) => [
      id,
      { id, name, retired, isProgramme: programmes.has(id) },
    ]),
  )
})
