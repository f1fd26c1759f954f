import { decisionTerms } from '../../contract/scrutiny.ts'
import type { DecisionAnswer } from '../../contract/scrutiny-answers.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import { compareAsPrinted, datedOf, inArea, type OnDay, sourceOf } from './scrutiny-shared.ts'

/** What was decided for an area by a day, the newest first; those of one day as the paper has them. */
export async function viewDecisions(
  db: Database,
  setting: Setting,
  { area, on }: OnDay,
): Promise<DecisionAnswer[]> {
  const entries = (await loadEntries(db, 'decision', decisionTerms)).filter(inArea(area))
  return entries
    .filter(({ terms }) => terms.on <= on)
    .sort((a, b) =>
      a.terms.on === b.terms.on ? compareAsPrinted(a.terms, b.terms) : a.terms.on < b.terms.on ? 1 : -1,
    )
    .map(({ id, terms }) => ({
      id,
      reference: terms.reference,
      made: datedOf(terms.on),
      maker: terms.maker,
      title: terms.title,
      outcome: terms.outcome,
      source: sourceOf(setting, terms),
    }))
}
