import type { MeetingAnswer, ScrutinyAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { countOf } from '../../words.ts'
import { EntryLine } from './EntryLink.tsx'
import { MeetingItems } from './MeetingItems.tsx'

type Props = { plan: ScrutinyAnswer['workPlan']; area: string | undefined; back: string }

/** The meetings in their order: the next one first to be seen, past ones folded. */
export function WorkPlan({ plan, area, back }: Props) {
  const { meetings, committees, sentence } = plan
  const past = meetings.filter(({ state }) => state === 'past')
  const ahead = meetings.filter(({ state }) => state !== 'past')
  const papers = new Set(meetings.flatMap(({ items }) => items.map(({ source }) => placeOf(source))))
  return (
    <>
      <p className="govuk-body app-lead">{sentence}</p>
      {committees.length > 0 && (
        <p className="govuk-body">The work plan is that of the {committees.join(' and of the ')}.</p>
      )}
      {ahead.map((meeting) => (
        <Ahead key={meeting.on} meeting={meeting} back={back} />
      ))}
      {past.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Earlier meetings</h2>
          {past.map((meeting) => (
            <details key={meeting.on} className="app-meeting app-meeting--past">
              <summary>
                {meeting.label}: {countOf(meeting.items.length, 'item')}
                {meeting.questions.length > 0 && `, ${countOf(meeting.questions.length, 'question')}`}
              </summary>
              <MeetingItems meeting={meeting} back={back} />
            </details>
          ))}
        </>
      )}
      {papers.size > 0 && (
        <p className="app-source">
          Source: {[...papers].join('; ')}. Where no lead is named, none is printed.
        </p>
      )}
      <EntryLine register="work-item" back={back} filled={{ area }}>
        Add an item to the work plan
      </EntryLine>
    </>
  )
}

function Ahead({ meeting, back }: { meeting: MeetingAnswer; back: string }) {
  const isNext = meeting.state === 'next'
  return (
    <section
      aria-labelledby={`meeting-${meeting.on}`}
      className={`app-meeting ${isNext ? 'app-meeting--next' : ''}`}
    >
      <h2 className="govuk-heading-m" id={`meeting-${meeting.on}`}>
        {isNext ? `Next meeting: ${meeting.label}` : meeting.label}
      </h2>
      <MeetingItems meeting={meeting} back={back} />
    </section>
  )
}

const placeOf = ({ document, page }: { document: string; page: string | null }) =>
  page === null ? document : `${document}, ${page}`
