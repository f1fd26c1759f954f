import { meetingTerms } from '../../contract/meetings.ts'
import { dayLabel } from '../../domain/period.ts'
import { MEETING_KIND_WORDS } from '../../registers/meeting-definitions.ts'
import { cameInWords, stateInWords } from '../meetings/meeting-words.ts'
import { entriesFrom, line, lines, type Paper, screenPath, type Told } from './paper-item.ts'

/** What a paper says of meetings of boards, of reviews of contracts and of reports on them to Cabinet. */
export async function meetingsFrom(paper: Paper): Promise<Told[]> {
  const { setting } = paper
  return (await entriesFrom(paper, 'meeting', meetingTerms)).map(({ terms }) => ({
    about: terms.body,
    text: terms.outcome ?? terms.purpose ?? MEETING_KIND_WORDS[terms.kind],
    more: lines(
      line('State', stateInWords(terms.state, terms.on, setting.today)),
      terms.state === 'held' ? cameInWords(terms.attendance) : null,
      line('Papers', terms.papers),
    ),
    when: dayLabel(terms.on),
    place: terms.page,
    doubt: null,
    path: terms.plan ? `/plans/${terms.plan}` : screenPath(setting, '/contracts', { area: terms.area }),
    link: terms.plan ? 'The plan that it watches over' : 'The contract that it reviews',
  }))
}
