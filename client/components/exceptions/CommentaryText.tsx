import type { CommentaryAnswer } from '../../../server/contract/exception-answers.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import { EntryLink } from '../scrutiny/EntryLink.tsx'

const KINDS = { set: 'Written', changed: 'Changed', retired: 'Taken out', 'brought-back': 'Brought back' }

/** One commentary: what was written, its four parts, whether its numbers and its tone are those of the figure, and every version. */
export function CommentaryText({
  commentary,
  back,
  withPeriod = false,
}: {
  commentary: CommentaryAnswer
  back: string
  withPeriod?: boolean
}) {
  const { text, cause, action, owner, recovery, period, history } = commentary
  const parts: [string, string | null][] = [
    ['What lies behind it', cause],
    ['What is done', action],
    ['Who answers for it', owner],
    ['Back on the path by', recovery],
  ]
  return (
    <article className="app-commentary">
      {withPeriod && <h3 className="govuk-heading-s">{period.label}</h3>}
      <p className="govuk-body app-commentary__text">{text}</p>
      <dl className="app-pairs app-pairs--across">
        {parts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={said ? undefined : 'app-unsaid'}>{said ?? 'Not given'}</dd>
          </div>
        ))}
      </dl>
      <p className={commentary.flagged ? 'app-check app-check--flagged' : 'app-check'}>
        <span aria-hidden="true">{commentary.flagged ? '! ' : '✓ '}</span>
        {commentary.numbersWords}
      </p>
      {commentary.tone && (
        <p className="app-check app-check--flagged">
          <span aria-hidden="true">! </span>
          {commentary.tone}
        </p>
      )}
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Numbers and versions
            <span className="govuk-visually-hidden"> of the commentary on {period.label}</span>
          </span>
        </summary>
        <div className="govuk-details__text">
          <Numbers commentary={commentary} />
          <ol className="app-commentary__versions">
            {history.map((version) => (
              <li key={version.version}>
                <strong>
                  {KINDS[version.kind]} on {dayLabel(version.madeOn)} by {version.madeBy}
                </strong>{' '}
                (version {version.version}): {version.reason}
                {version.changed.length > 0 && (
                  <ul>
                    {version.changed.map(({ field, before, after }) => (
                      <li key={field}>
                        {field}: from <q>{before}</q> to <q>{after}</q>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </div>
      </details>
      <p className="app-small">
        Written by: {commentary.by}. Last changed on {commentary.changedLabel}.{' '}
        <EntryLink register="commentary" id={commentary.id} back={back}>
          Change it<span className="govuk-visually-hidden">: the commentary on {period.label}</span>
        </EntryLink>
      </p>
    </article>
  )
}

function Numbers({ commentary: { numbers, known } }: { commentary: CommentaryAnswer }) {
  return (
    <>
      {numbers.length > 0 && (
        <ul>
          {numbers.map(({ text, is }) => (
            <li key={text}>
              <strong>{text}</strong>: {is ?? 'none of the figures below'}
            </li>
          ))}
        </ul>
      )}
      {known.length > 0 && (
        <p>Held against: {known.map(({ text, words }) => `${text} (${words})`).join('; ')}.</p>
      )}
    </>
  )
}
