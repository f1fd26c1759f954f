import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LinkAnswer } from '../../server/contract/people.ts'
import { Closed } from '../components/May.tsx'
import { InviteForm } from '../components/people/InviteForm.tsx'
import { Once } from '../components/people/Once.tsx'
import { Screen } from '../components/Screen.tsx'
import { people, session } from '../queries.ts'
import { keep } from '../search.ts'
import { momentInWords } from '../words.ts'
import '../styles/people.scss'
import '../styles/versions.scss'

export const Route = createFileRoute('/people/invite')({
  validateSearch: keep([]),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(session()),
  component: () => (
    <Closed permission="manage-people" title="Invite somebody">
      <Invite />
    </Closed>
  ),
})

/** Makes a link by which somebody joins; nothing is sent, so whoever makes it passes it on. */
function Invite() {
  const { data, error } = useSuspenseQuery(people())
  const [made, setMade] = useState<{ name: string; link: LinkAnswer } | null>(null)
  if (error) throw error
  return (
    <Screen title="Invite somebody" className="app-people-screen">
      <p className="govuk-body">
        <Link to="/people" className="govuk-link">
          All people
        </Link>
      </p>
      {made === null ? (
        <InviteForm table={data} onInvited={(name, link) => setMade({ name, link })} />
      ) : (
        <>
          <Once
            heading={`The link for ${made.name}`}
            label="Link"
            secret={`${window.location.origin}${made.link.path}`}
          >
            <p className="govuk-body">
              Pass it to {made.name} yourself, for instance in a message: nothing is sent from here. It works
              once, until {momentInWords(made.link.expiresAt)}, and is not shown again. Whoever opens it joins
              under this name, so make sure that it reaches nobody else.
            </p>
          </Once>
          <p className="govuk-body">
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              onClick={() => setMade(null)}
            >
              Invite somebody else
            </button>
          </p>
        </>
      )}
    </Screen>
  )
}
