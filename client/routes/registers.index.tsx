import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation } from '@tanstack/react-router'
import { RegisterCard } from '../components/registers/RegisterCard.tsx'
import { Screen } from '../components/Screen.tsx'
import { registers } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/registers.scss'

export const Route = createFileRoute('/registers/')({
  validateSearch: keep([]),
  loader: async ({ context: { queryClient } }) => {
    await queryClient.ensureQueryData(registers())
  },
  component: Registers,
})

/** The registers that people keep beside the figures. */
function Registers() {
  const { area, neighbours, asAt } = Route.useSearch()
  const told = useLocation({ select: (location) => location.state.told })
  const { data } = useSuspenseQuery(registers())
  return (
    <Screen title="Registers">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <p className="govuk-body-l app-lead">
        What people keep beside the figures: targets, plans, questions, decisions and more. {data.words}
      </p>
      <p className="govuk-body">
        Every entry keeps all its versions, with who made them and why. A download is a spreadsheet file
        (comma-separated values, CSV). It holds what was taken out too, marked as such; only that of savings
        leaves it out.
      </p>
      <ul className="govuk-list">
        {data.registers.map((listed) => (
          <RegisterCard key={listed.register} listed={listed} shared={{ area, neighbours, asAt }} />
        ))}
      </ul>
    </Screen>
  )
}
