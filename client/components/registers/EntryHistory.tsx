import type { EntryAnswer } from '../../../server/contract/registers.ts'
import { Versions } from '../versions/Versions.tsx'

/** Every version of an entry: who made it, when, why, and what it changed. */
export function EntryHistory({ entry: { history } }: { entry: EntryAnswer }) {
  return (
    <section aria-labelledby="history-heading" className="app-part">
      <h2 className="govuk-heading-m" id="history-heading">
        Who added it, and who changed it
      </h2>
      <Versions history={history} first="Added" now="as it is now" />
    </section>
  )
}
