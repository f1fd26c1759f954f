import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation } from '@tanstack/react-router'
import { Contract } from '../components/exceptions/Contract.tsx'
import { Screen } from '../components/Screen.tsx'
import { EntryLine } from '../components/scrutiny/EntryLink.tsx'
import { contracts } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/exceptions.scss'

export const Route = createFileRoute('/contracts')({
  validateSearch: keep([]),
  loaderDeps: ({ search: { area } }) => ({ area }),
  loader: async ({ context: { queryClient }, deps }) => {
    await queryClient.ensureQueryData(contracts(deps))
  },
  component: Contracts,
})

/** By what contract somebody else delivers for the council, who answers for it, and how its measures stand. */
function Contracts() {
  const { area, neighbours, asAt } = Route.useSearch()
  const { data } = useSuspenseQuery(contracts({ area }))
  const { told, back } = useLocation({ select: ({ state, href }) => ({ told: state.told, back: href }) })
  return (
    <Screen title="Contracts" caption={data.area.name} className="app-contracts">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <p className="govuk-body-l app-lead">{data.words}</p>
      <p className="govuk-body">
        Where a council has its children’s services delivered by another body, this is what the contract says
        and how it is kept to account.
      </p>
      {data.contracts.map((contract) => (
        <Contract
          key={contract.id}
          contract={contract}
          breachRule={data.breachRule}
          areaId={data.area.id}
          back={back}
          shared={{ area, neighbours, asAt }}
        />
      ))}
      <EntryLine register="contract" back={back} filled={{ area: data.area.id }}>
        Add a contract
      </EntryLine>
    </Screen>
  )
}
