import type { LedgerAnswer } from '../../../server/contract/savings.ts'
import { SAVING_STAGE_WORDS, SAVING_STAGES } from '../../../server/domain/savings.ts'
import { capitalised } from '../../words.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { Tag } from '../Tag.tsx'

/** By kind and stage, and never across the kinds: cost avoided leaves no budget smaller, a one-off is gone next year. */
export function LedgerTotals({ ledger }: { ledger: LedgerAnswer }) {
  if (ledger.totals.length === 0) return null
  return (
    <ScrollBox label="Table: totals by kind and stage">
      <table className="app-stack">
        <caption className="govuk-table__caption">
          Totals by kind and stage. Kinds are not added to each other.{' '}
          {ledger.illustrative && <Tag kind="illustrative" />}
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            {SAVING_STAGES.map((stage) => (
              <th key={stage} scope="col" className="app-number">
                {capitalised(SAVING_STAGE_WORDS[stage])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.totals.map(({ kind, words, stages }) => (
            <tr key={kind}>
              <th scope="row">{capitalised(words)}</th>
              {SAVING_STAGES.map((stage) => (
                <td key={stage} data-heading={capitalised(SAVING_STAGE_WORDS[stage])} className="app-number">
                  {stages[stage].text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
