import type { ScenarioAnswer } from '../../../server/contract/scenario.ts'

/** Every value that it starts from, what was set instead, and where the first comes from. */
export function Sources({ answer }: { answer: ScenarioAnswer }) {
  const { start, assumptions, rest } = answer
  if (!start) return null
  const rows = [
    ...assumptions.map(({ id, label, base, value, baseText, text, source }) => ({
      id,
      label,
      baseText,
      set: value === base ? 'as it was' : text,
      source,
    })),
    ...(rest
      ? [
          {
            id: 'rest',
            label: 'In any other place',
            baseText: rest.baseText,
            set: rest.value === rest.base ? 'as it was' : rest.text,
            source: 'What children’s homes and foster carers leave.',
          },
        ]
      : []),
    {
      id: 'children',
      label: 'Children in care at the start',
      baseText: start.text.children,
      set: 'can’t be set',
      source: start.sources.children,
    },
    {
      id: 'spend',
      label: `Spending in ${start.yearLabel}`,
      baseText: start.text.spend,
      set: 'can’t be set',
      source: start.sources.spend,
    },
  ]
  return (
    <table className="app-stack app-whatif__sources">
      <caption className="govuk-visually-hidden">Values at the start, and what you set</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">As it was</th>
          <th scope="col">You set</th>
          <th scope="col">Where it comes from</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, baseText, set, source }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td data-heading="As it was">{baseText}</td>
            <td data-heading="You set">{set}</td>
            <td data-heading="Where it comes from">{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
