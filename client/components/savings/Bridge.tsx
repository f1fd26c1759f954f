import type { BridgeAnswer } from '../../../server/contract/savings.ts'
import { Choice } from '../Choice.tsx'
import { ScrollBox } from '../ScrollBox.tsx'
import { Waterfall } from './Waterfall.tsx'

type Change = (next: { from?: string | undefined; to?: string | undefined }) => void

/** Why care cost more or less in one year than in another: how many children, where they lived, what a place cost. */
export function Bridge({ bridge, change }: { bridge: BridgeAnswer | null; change: Change }) {
  return (
    <section aria-labelledby="bridge-heading" className="app-savings__part">
      <h2 id="bridge-heading" className="govuk-heading-m">
        What moved the cost of care
      </h2>
      {bridge ? (
        <Found bridge={bridge} change={change} />
      ) : (
        <p className="govuk-body">
          Two years are needed of which the number of children in care, where they lived and what a week cost
          are all published.
        </p>
      )}
    </section>
  )
}

function Found({ bridge, change }: { bridge: BridgeAnswer; change: Change }) {
  const { from, to, froms, tos, steps, summary, cautions } = bridge
  const option = ({ id, label }: { id: string; label: string }) => ({ value: id, label })
  return (
    <>
      <p className="govuk-body app-savings__sentence">{summary}</p>
      <div className="app-controls">
        <Choice
          label="From"
          value={from}
          options={froms.map(option)}
          onChoose={(year) => change({ from: year, to })}
        />
        <Choice
          label="To"
          value={to}
          options={tos.map(option)}
          onChoose={(year) => change({ from, to: year })}
        />
      </div>
      <figure className="app-figure">
        <figcaption className="app-figure__caption">
          Cost of care a year: from {bridge.fromLabel} to {bridge.toLabel}
        </figcaption>
        <Waterfall steps={steps} summary={summary} />
      </figure>
      <table className="app-stack">
        <caption className="govuk-table__caption">What changed the cost, pounds a year</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className="app-number">
              A year
            </th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ id, label, text, words }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td data-heading="A year" className="app-number">
                {text}
              </td>
              <td data-heading="What it says">{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Groups bridge={bridge} />
      <ul className="govuk-list govuk-list--bullet app-notes">
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </>
  )
}

function Groups({ bridge: { groups, fromLabel, toLabel } }: { bridge: BridgeAnswer }) {
  return (
    <ScrollBox label="Table: kinds of placement">
      <table className="govuk-table app-table">
        <caption className="govuk-table__caption">By kind of placement; numbers are rough</caption>
        <thead>
          <tr>
            <td rowSpan={2} />
            <th scope="colgroup" colSpan={2} className="app-savings__group">
              Children
            </th>
            <th scope="colgroup" colSpan={2} className="app-savings__group">
              Pounds a week
            </th>
            <th scope="colgroup" colSpan={3} className="app-savings__group">
              Effect on the cost of a year
            </th>
          </tr>
          <tr>
            {['children', 'weekly'].flatMap((what) =>
              [fromLabel, toLabel].map((label) => (
                <th key={`${what} ${label}`} scope="col" className="app-number">
                  {label}
                </th>
              )),
            )}
            <th scope="col" className="app-number">
              How many
            </th>
            <th scope="col" className="app-number">
              Where they lived
            </th>
            <th scope="col" className="app-number">
              What a place cost
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, label, children, weekly, volume, mix, price }) => (
            <tr key={id} className={id === 'all' ? 'app-savings__all' : undefined}>
              <th scope="row">{label}</th>
              {[children.before, children.after, weekly.before, weekly.after, volume, mix, price].map(
                ({ text }, column) => (
                  <td key={COLUMNS[column]} className="app-number">
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const COLUMNS = [
  'children before',
  'children after',
  'weekly before',
  'weekly after',
  'volume',
  'mix',
  'price',
]
