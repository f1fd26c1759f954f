import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { uploadFilePath, uploadFindingsPath } from '../../server/contract/paths.ts'
import type { UploadAnswer } from '../../server/contract/uploads.ts'
import { May } from '../components/May.tsx'
import { Screen } from '../components/Screen.tsx'
import { Changes } from '../components/uploads/Changes.tsx'
import { DiscardDraft } from '../components/uploads/DiscardDraft.tsx'
import { ExcerptTable } from '../components/uploads/ExcerptTable.tsx'
import { Fate } from '../components/uploads/Fate.tsx'
import { FindingGroups } from '../components/uploads/FindingGroups.tsx'
import { OtherSheet } from '../components/uploads/OtherSheet.tsx'
import { PublishForm } from '../components/uploads/PublishForm.tsx'
import { Steps } from '../components/uploads/Steps.tsx'
import { WithdrawForm } from '../components/uploads/WithdrawForm.tsx'
import { upload } from '../queries.ts'
import { capitalised, countOf } from '../words.ts'

export const Route = createFileRoute('/uploads/$id')({
  loader: async ({ context: { queryClient }, params: { id } }) => {
    await queryClient.ensureQueryData(upload(id))
  },
  component: Upload,
})

const TITLES: Record<UploadAnswer['state'], string> = {
  draft: 'Check and publish',
  published: 'Published',
  withdrawn: 'Withdrawn',
}

/** After something was done here the heading says what is now; who can't see it change is taken to it. */
const toTheTop = () => {
  window.scrollTo({ top: 0 })
  document.querySelector('h1')?.focus({ preventScroll: true })
}

/** One upload: as a draft what was found and what it would change, afterwards what became of it. */
function Upload() {
  const { id } = Route.useParams()
  const shared = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data } = useSuspenseQuery(upload(id))
  const [told, setTold] = useState('')
  const done = (text: string) => {
    setTold(text)
    toTheTop()
  }
  const area = data.changes.effects?.area ?? shared.area
  return (
    <Screen title={`${TITLES[data.state]}: ${data.fileName}`} caption={data.title} className="app-wide-paper">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <p className="govuk-body-l app-lead">{summaryOf(data)}</p>
      {data.state === 'draft' && <Steps upload={data} />}
      {data.state === 'published' && (
        <p className="govuk-body app-links">
          <Link to="/" search={{ ...shared, area, by: 'quarter' }} className="govuk-link">
            See the overview with these figures
          </Link>
          <Link to="/quality" search={{ ...shared, area }} className="govuk-link">
            See how complete they are
          </Link>
        </p>
      )}
      <Fate upload={data} />
      {data.state === 'draft' && data.sheets.length > 1 && (
        <May permission="upload">
          <OtherSheet key={id} upload={data} shared={shared} />
        </May>
      )}
      <p className="govuk-body app-downloads app-links">
        <a className="govuk-link" href={uploadFilePath(id)} download>
          Download the file as it was sent
        </a>
        {data.findings.length > 0 && (
          <a className="govuk-link" href={uploadFindingsPath(id)} download>
            Download it with a column of findings
          </a>
        )}
      </p>
      <section aria-labelledby="checked-heading" className="app-part">
        <h2 className="govuk-heading-m" id="checked-heading" tabIndex={-1}>
          What was found in the file
        </h2>
        {data.findings.length === 0 && <p className="govuk-body">Nothing that looks wrong.</p>}
        <FindingGroups
          findings={data.findings}
          counts={data.counts}
          accepted={data.publishedAt && (data.warningsReason ?? data.reason)}
        />
        <ExcerptTable excerpt={data.excerpt} findings={data.findings} />
      </section>
      <Changes upload={data} />
      {data.state === 'draft' && (
        <div className="app-act">
          <section aria-labelledby="publish-heading">
            <h2 className="govuk-heading-m" id="publish-heading" tabIndex={-1}>
              Publish
            </h2>
            {data.changes.new + data.changes.revised === 0 ? (
              <p className="govuk-body">
                There is nothing to publish: it would change nothing. Discard the draft, or send another file.
              </p>
            ) : (
              <May permission="publish" otherwise={<ForPublishers />}>
                <PublishForm
                  upload={data}
                  onPublished={() => done('Published. Every screen shows the new figures from now on.')}
                />
              </May>
            )}
          </section>
          <May permission="upload">
            <DiscardDraft
              upload={data}
              onDiscarded={() =>
                void navigate({
                  to: '/uploads',
                  search: shared,
                  state: { told: `The draft of ${data.fileName} was discarded. Nothing was published.` },
                })
              }
            />
          </May>
        </div>
      )}
      {data.state === 'published' && (
        <May permission="publish">
          <WithdrawForm
            upload={data}
            onWithdrawn={() => done('Withdrawn. What stood before stands again on every screen.')}
          />
        </May>
      )}
      <p className="govuk-body app-links">
        <Link to="/uploads" search={shared} className="govuk-link">
          All uploads
        </Link>
      </p>
    </Screen>
  )
}

const ForPublishers = () => (
  <p className="govuk-body">
    Analysts and approvers publish drafts. You may look at this one, and talk to them.
  </p>
)

/** "24 figures: 18 new, 6 change what is published, none unchanged; 2 missing that earlier returns had." */
function summaryOf({ figures, changes, state }: UploadAnswer): string {
  const { revised, unchanged, missing } = changes
  const none = (n: number) => (n === 0 ? 'none' : n.toLocaleString('en-GB'))
  const change = state === 'draft' ? (revised === 1 ? 'changes' : 'change') : 'changed'
  const parts = [
    `${none(changes.new)} new`,
    `${none(revised)} ${change} what ${state === 'draft' ? 'is' : 'was'} published`,
    `${none(unchanged)} unchanged`,
  ]
  const absent = missing.length === 0 ? '' : `; ${missing.length} missing that earlier returns had`
  return `${capitalised(countOf(figures, 'figure'))}: ${parts.join(', ')}${absent}.`
}
