import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation } from '@tanstack/react-router'
import { registerPath } from '../../server/contract/paths.ts'
import { dayLabel } from '../../server/domain/period.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { EntryHistory } from '../components/registers/EntryHistory.tsx'
import { EntryLinks } from '../components/registers/EntryLinks.tsx'
import { EntryPlaces } from '../components/registers/EntryPlaces.tsx'
import { EntryRelated } from '../components/registers/EntryRelated.tsx'
import { EntryWords } from '../components/registers/EntryWords.tsx'
import { Screen } from '../components/Screen.tsx'
import { entry as entryQuery } from '../queries.ts'
import { keep } from '../search.ts'
import { capitalised } from '../words.ts'
import '../styles/registers.scss'

export const Route = createFileRoute('/registers/$register/$id/')({
  validateSearch: keep(['back']),
  loader: async ({ context: { queryClient }, params: { register, id } }) => {
    await queryClient.ensureQueryData(entryQuery(register, id))
  },
  component: EntryScreen,
})

/** One entry of a register: all that it says, and everything that ever became of it. */
function EntryScreen() {
  const { register, id } = Route.useParams()
  const { back, area, neighbours, asAt } = Route.useSearch()
  const shared = { area, neighbours, asAt }
  const told = useLocation({ select: (location) => location.state.told })
  const { data: entry } = useSuspenseQuery(entryQuery(register, id))
  const [newest] = entry.history
  return (
    <Screen title={entry.title} caption={capitalised(entry.one)}>
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      {entry.retired && newest && (
        <p className="govuk-body-l app-lead">
          Taken out on {dayLabel(newest.madeOn)} by {newest.madeBy}: {newest.reason}
        </p>
      )}
      <EntryPlaces entry={entry} back={back} shared={shared} />
      <EntryWords entry={entry} />
      <EntryRelated entry={entry} shared={shared} />
      <EntryHistory entry={entry} />
      <EntryLinks back={back} shared={shared} />
      <p className="govuk-body app-downloads">
        <FileLinks what="the whole register" path={registerPath(register, { all: '1' })} />
      </p>
    </Screen>
  )
}
