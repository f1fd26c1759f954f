import { type Search, trackerPath } from '../../../server/contract/paths.ts'
import type { TrackerAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { FileLinks } from '../FileLinks.tsx'
import { EntryLine } from './EntryLink.tsx'
import { TrackerTable } from './TrackerTable.tsx'
import type { Shared } from './tabs.ts'

type Props = { tracker: TrackerAnswer; search: Search; shared: Shared; back: string }

/** What the committee recommended and what became of it, in the columns and the words of its own tracker. */
export function Tracker({ tracker, search, shared, back }: Props) {
  const { rows, sentence, held } = tracker
  const committees = [...new Set(rows.map(({ committee }) => committee))]
  const papers = [...new Set(rows.map(({ source }) => source.document))]
  return (
    <>
      <p className="govuk-body app-lead">{sentence}</p>
      {held && <p className="govuk-inset-text app-held-on">{held}</p>}
      {rows.length === 0 ? (
        <p className="app-empty">
          When a recommendation is entered for {tracker.area.name}, it appears here with its target date and
          what became of it.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            The columns and the red, amber, green (RAG) ratings are those of the{' '}
            {committees.join(' and the ')}. Officers choose the word; it is no rating of a target, which
            follows from figures.
          </p>
          <TrackerTable tracker={tracker} shared={shared} back={back} />
          <p className="app-source">
            Source: {papers.join('; ')}. Worded more briefly than printed, and names of persons left out. Days
            late are counted here, from a target date that is a day, or the last day of a month, to{' '}
            {tracker.on.label}; what is Completed or Green is never counted as late.
          </p>
        </>
      )}
      <EntryLine register="recommendation" back={back} filled={{ area: search.area }}>
        Add a recommendation
      </EntryLine>
      <p className="govuk-body app-downloads">
        <FileLinks what="the tracker" path={trackerPath(search)} />
      </p>
    </>
  )
}
