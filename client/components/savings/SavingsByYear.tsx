import type { SavingsAnswer } from '../../../server/contract/savings.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { Tag } from '../Tag.tsx'

const DELIVERED = [
  ['cashable', 'Delivered: cashable'],
  ['costAvoided', 'Delivered: cost avoided'],
  ['oneOff', 'Delivered: one-off'],
] as const

/** What was to be saved in each year and what of it goes into prevention, beside what the ledger says was delivered. */
export function SavingsByYear(props: { path: NonNullable<SavingsAnswer['path']>; illustrative: boolean }) {
  const { path, illustrative } = props
  const hasDelivered = path.years.some(({ delivered }) => delivered !== null)
  const prevention = `${path.reinvestShare.text} into prevention`
  return (
    <ScrollBox label="Table: what was to be saved">
      <table className="app-stack">
        <caption className="govuk-table__caption">
          What was to be saved{hasDelivered && ', and what the ledger says was delivered'}{' '}
          {illustrative && <Tag kind="illustrative" />}
        </caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="app-number">
              To be saved
            </th>
            <th scope="col" className="app-number">
              {prevention}
            </th>
            <th scope="col" className="app-number">
              What is left
            </th>
            {hasDelivered &&
              DELIVERED.map(([key, words]) => (
                <th key={key} scope="col" className="app-number">
                  {words}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {path.years.map(({ period, label, saving, reinvested, net, delivered }) => (
            <tr key={period}>
              <th scope="row">{label}</th>
              <td data-heading="To be saved" className="app-number">
                {saving.text}
              </td>
              <td data-heading={prevention} className="app-number">
                {reinvested.text}
              </td>
              <td data-heading="What is left" className="app-number">
                {net.text}
              </td>
              {delivered &&
                DELIVERED.map(([key, words]) => (
                  <td key={key} data-heading={words} className="app-number">
                    {delivered[key].text}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
