import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation } from '@tanstack/react-router'
import { May } from '../components/May.tsx'
import { Screen } from '../components/Screen.tsx'
import { MappingForm } from '../components/uploads/MappingForm.tsx'
import { Refusal } from '../components/uploads/Refusal.tsx'
import { Templates } from '../components/uploads/Templates.tsx'
import { UploadForm } from '../components/uploads/UploadForm.tsx'
import { Drafts, Published } from '../components/uploads/UploadLists.tsx'
import { UploadProgress } from '../components/uploads/UploadProgress.tsx'
import { uploads } from '../queries.ts'
import { keep } from '../search.ts'
import { useUpload } from '../use-upload.ts'

export const Route = createFileRoute('/uploads/')({
  validateSearch: keep(['period']),
  loader: async ({ context: { queryClient } }) => {
    await queryClient.ensureQueryData(uploads())
  },
  component: Uploads,
})

/** Where a file is sent to be checked, and what became of those sent before. */
function Uploads() {
  const { period, ...shared } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data } = useSuspenseQuery(uploads())
  const told = useLocation({ select: (location) => location.state.told })
  const { state, start, cancel, remap } = useUpload((draft) => {
    void navigate({ to: '/uploads/$id', params: { id: draft.id }, search: shared })
  })
  const busy = state.step === 'sending' || state.step === 'checking'
  return (
    <Screen title="Upload figures" className="app-wide-paper">
      {told && <p className="govuk-inset-text app-told">{told}</p>}
      <May
        permission="upload"
        otherwise={<p className="govuk-body">Analysts upload files. You may look at what was uploaded.</p>}
      >
        <p className="govuk-body-l app-lead">
          Choose the file with your quarterly figures. It is checked at once, and you see everything that was
          found and all that it would change. Nobody else sees any of it until you publish it, and what is
          published can be taken back.
        </p>
        <div className="app-upload">
          <div>
            <UploadForm
              period={period}
              onPeriod={(next) =>
                void navigate({
                  to: '.',
                  search: { ...shared, period: next },
                  replace: true,
                  resetScroll: false,
                })
              }
              busy={busy}
              onSend={(file, remap) => void start(file, { period, remap: remap ? '1' : undefined })}
            />
            <UploadProgress state={state} onCancel={cancel} />
          </div>
          <Templates area={shared.area} period={period} />
        </div>
      </May>
      {state.step === 'refused' &&
        (state.problem.mapping ? (
          <MappingForm
            key={state.problem.instance}
            file={state.file}
            options={state.options}
            problem={state.problem}
            proposal={state.problem.mapping}
            period={period}
            onSend={(file, options) => void start(file, options)}
          />
        ) : (
          <Refusal
            file={state.file}
            options={state.options}
            problem={state.problem}
            onSend={(file, options) => void start(file, options)}
            onRemap={state.proposal ? remap : undefined}
          />
        ))}
      <Drafts uploads={data.uploads} shared={shared} />
      <Published uploads={data.uploads} shared={shared} />
    </Screen>
  )
}
