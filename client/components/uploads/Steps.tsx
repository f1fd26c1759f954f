import type { UploadAnswer } from '../../../server/contract/uploads.ts'
import { countOf } from '../../words.ts'

/** The three steps of a draft, each a place on the page, with how it stands. */
export function Steps({ upload }: { upload: UploadAnswer }) {
  const { counts, changes, stale } = upload
  const steps = [
    {
      id: 'checked-heading',
      name: 'Checked',
      sign: '✓',
      state:
        counts.warn > 0 ? `${countOf(counts.warn, 'thing')} to look at again` : 'nothing to look at again',
    },
    {
      id: 'changes-heading',
      name: 'Changes',
      sign: stale ? '!' : '✓',
      state: stale
        ? 'to be worked out again'
        : `${countOf(changes.new, 'new figure')}, ${countOf(changes.revised, 'revision')}`,
    },
    { id: 'publish-heading', name: 'Publish', sign: '3', state: 'still to do' },
  ]
  return (
    <nav aria-label="Steps of this draft" className="app-steps">
      <ol>
        {steps.map(({ id, name, sign, state }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
              <span className="app-steps__sign" aria-hidden="true">
                {sign}
              </span>
              {name}
            </a>
            <span className="app-small">{state}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Moves within the page without a new entry in the history; the heading takes the focus. */
function goTo(event: { preventDefault: () => void }, id: string) {
  event.preventDefault()
  const heading = document.getElementById(id)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}
