import type { EntryAnswer } from '../../../server/contract/registers.ts'
import { numbered } from '../../numbered.ts'

/** All that an entry says, in the words and the order of its form. */
export function EntryWords({ entry: { words } }: { entry: EntryAnswer }) {
  return (
    <section aria-labelledby="words-heading">
      <h2 className="govuk-heading-m" id="words-heading">
        What is recorded
      </h2>
      <dl className="app-terms app-entry-words">
        {words.map(({ field, text }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {numbered(text.split('\n')).map(({ place, value }) => (
                <p key={place}>{value}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="govuk-hint">What is not listed was not filled in.</p>
    </section>
  )
}
