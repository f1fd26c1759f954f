import type { SavingTerms, SavingVersionAnswer } from '../../contract/savings.ts'
import { periodLabel, periodOf } from '../../domain/period.ts'
import { SAVING_KIND_WORDS, SAVING_STAGE_WORDS } from '../../domain/savings.ts'
import { kindOf } from '../registers/register.ts'
import type { SavingsProgramme } from './savings-programme.ts'
import type { RegisteredSaving } from './savings-register.ts'
import { pounds } from './savings-words.ts'

/** Every version of a line: who made it, when, why, and what it changed. The newest first. */
export function historyOf(
  { versions }: Pick<RegisteredSaving, 'versions'>,
  components: SavingsProgramme['components'],
): SavingVersionAnswer[] {
  return versions
    .map((version, i): SavingVersionAnswer => {
      const before = versions[i - 1]
      return {
        version: version.version,
        kind: kindOf(version, before),
        madeBy: version.madeBy,
        madeOn: version.madeAt.slice(0, 10),
        reason: version.reason,
        changed: before ? changesBetween(before.terms, version.terms, components) : [],
        terms: version.terms,
      }
    })
    .reverse()
}

function changesBetween(
  before: SavingTerms,
  after: SavingTerms,
  components: SavingsProgramme['components'],
): SavingVersionAnswer['changed'] {
  const [was, is] = [inWords(before, components), inWords(after, components)]
  return Object.keys(is).flatMap((field) => {
    const change = { field, before: was[field] ?? '', after: is[field] ?? '' }
    return change.before === change.after ? [] : [change]
  })
}

function inWords(terms: SavingTerms, components: SavingsProgramme['components']): Record<string, string> {
  return {
    'What is saved': terms.title,
    Kind: SAVING_KIND_WORDS[terms.kind],
    Stage: SAVING_STAGE_WORDS[terms.stage],
    Amount: pounds(terms.amount).text,
    'Counts from': periodLabel(periodOf(terms.year)),
    'Part of the strategy':
      components.find(({ id }) => id === terms.component)?.name ?? terms.component ?? 'none',
    'Answered for by': terms.owner,
    Evidence: terms.evidence ?? 'none',
    'Made up for show': terms.illustrative ? 'yes' : 'no',
    Programme: terms.programme,
  }
}
