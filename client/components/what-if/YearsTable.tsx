import type { ScenarioAnswer } from '../../../server/contract/scenario.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { ADJUSTED_NAME, BASE_NAME } from './lines.ts'

type Text = { children: string; rate: string }

/** Both charts as one table: each year, as things are beside with the changes. */
export function YearsTable({ answer }: { answer: ScenarioAnswer }) {
  const { start, rows, path } = answer
  if (!start) return null
  return (
    <ScrollBox label="Table: year by year">
      <table className="govuk-table app-table app-years">
        <caption className="govuk-table__caption govuk-visually-hidden">
          Children in care on 31 March and spending in the year to that day
        </caption>
        <thead>
          <tr>
            <th scope="col">Year to 31 March</th>
            <th scope="col" className="app-number">
              Children in care: {lower(BASE_NAME)}
            </th>
            <th scope="col" className="app-number">
              Children in care: {lower(ADJUSTED_NAME)}
            </th>
            <th scope="col" className="app-number">
              Spending: {lower(BASE_NAME)}
            </th>
            <th scope="col" className="app-number">
              Spending: {lower(ADJUSTED_NAME)}
            </th>
            <th scope="col" className="app-number">
              What your changes do
            </th>
            {path && (
              <th scope="col" className="app-number">
                {path.label}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <tr className="app-years__start">
            <th scope="row">
              {start.yearLabel}
              <span className="app-small">published</span>
            </th>
            <Children text={start.text} />
            <Children text={start.text} />
            <td className="app-number">{start.text.spend}</td>
            <td className="app-number">{start.text.spend}</td>
            <td className="app-number">not yet</td>
            {path && <td className="app-number">{start.text.path ?? 'none yet'}</td>}
          </tr>
          {rows.map(({ on, label, text }) => (
            <tr key={on}>
              <th scope="row">{label}</th>
              <Children text={text.base} />
              <Children text={text.adjusted} />
              <td className="app-number">{text.base.spend}</td>
              <td className="app-number">{text.adjusted.spend}</td>
              <td className="app-number">{text.difference}</td>
              {path && <td className="app-number">{text.path ?? 'none yet'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Children({ text }: { text: Text }) {
  return (
    <td className="app-number">
      {text.children}
      <span className="app-small">{text.rate}</span>
    </td>
  )
}

const lower = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`
