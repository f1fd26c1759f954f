import type { BoardMeetingAnswer } from '../../../server/contract/meeting-answers.ts'
import { EntryLine } from '../scrutiny/EntryLink.tsx'

/** One meeting: what it was, who came, what was agreed, and where that stands. */
export function MeetingText({
  meeting,
  usual,
  back,
}: {
  meeting: BoardMeetingAnswer
  /** The kind that needs no word where it stands. */
  usual: BoardMeetingAnswer['kind']
  back: string
}) {
  const {
    id,
    body,
    onLabel,
    kind,
    kindWords,
    state,
    stateWords,
    purpose,
    outcome,
    cameWords,
    papers,
    source,
  } = meeting
  return (
    <>
      <p className="govuk-body">
        <strong>
          {onLabel}: {body}
        </strong>
        {state !== 'held' && ` (${stateWords.toLowerCase()})`}
        {kind !== usual && <span className="app-small">{kindWords}</span>}
      </p>
      {purpose && <p className="govuk-body">What it is for: {purpose}</p>}
      {outcome && <p className="govuk-body app-meetings__outcome">{outcome}</p>}
      {cameWords && <p className="govuk-body">{cameWords}</p>}
      <p className="govuk-body app-small">
        {papers && `Papers: ${papers}. `}
        Stated on {source.statedLabel} in: {source.document}
        {source.page && `, ${source.page}`}.
      </p>
      <EntryLine register="meeting" id={id} back={back}>
        Change this meeting
        <span className="govuk-visually-hidden">
          : {body}, {onLabel}
        </span>
      </EntryLine>
    </>
  )
}
