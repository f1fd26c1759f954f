import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import type { TargetPageAnswer } from '../../server/contract/target-answers.ts'
import { Closed } from '../components/May.tsx'
import { Screen } from '../components/Screen.tsx'
import { TargetForm } from '../components/targets/TargetForm.tsx'
import { TargetMoves } from '../components/targets/TargetMoves.tsx'
import { target } from '../queries.ts'
import { draftOf } from '../target-draft.ts'
import '../styles/target-forms.scss'
import '../styles/versions.scss'

export const Route = createFileRoute('/targets/$id/change')({
  loader: async ({ context: { queryClient }, params: { id } }) => {
    await queryClient.ensureQueryData(target(id))
  },
  component: ChangeTarget,
})

function ChangeTarget() {
  const { id } = Route.useParams()
  const { data } = useSuspenseQuery(target(id))
  return (
    <Closed stays permission="set-targets" title={`Change: ${data.target.title}`}>
      <Changing page={data} />
    </Closed>
  )
}

/** Changes a target, takes it out, brings it back, or undoes what was done last. */
function Changing({ page }: { page: TargetPageAnswer }) {
  const { id } = page.target
  const shared = Route.useSearch()
  const navigate = Route.useNavigate()
  const retired = page.target.state === 'retired'
  const done = ({ target: { version }, history }: TargetPageAnswer) =>
    void navigate({
      to: '/targets/$id',
      params: { id },
      search: shared,
      state: { told: toldOf(history[0]?.kind ?? 'changed', version) },
    })
  return (
    <Screen
      title={`Change: ${page.target.title}`}
      caption={`${page.target.measure.name}, ${page.target.area.name}`}
    >
      <p className="govuk-body-l app-lead">
        Every change makes a new version of the target, with your name and your reason. Earlier versions stay
        and can be put back.
      </p>
      {retired ? (
        <p className="govuk-body">{page.target.stateWords}. Bring it back to change what it says.</p>
      ) : (
        <TargetForm key={id} first={() => draftOf(page.terms)} page={page} onSaved={done} />
      )}
      <TargetMoves page={page} onDone={done} />
      <p className="govuk-body app-links">
        <Link to="/targets/$id" params={{ id }} search={shared} className="govuk-link">
          Back to the target
        </Link>
        <Link to="/targets" search={shared} className="govuk-link">
          All targets
        </Link>
      </p>
    </Screen>
  )
}

const TOLD = {
  set: 'The target is set.',
  changed: 'The change is saved.',
  retired: 'The target is taken out. It counts no more, and can be brought back.',
  'brought-back': 'The target is back, and counts again.',
}

const toldOf = (kind: keyof typeof TOLD, version: number) => `${TOLD[kind]} This is version ${version}.`
