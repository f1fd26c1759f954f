import { Link } from '@tanstack/react-router'
import type { ApartRow, ExceptionsAnswer } from '../../../server/contract/exception-answers.ts'
import type { Shared } from './ExceptionCard.tsx'

/** The measures that are not listed, by why not: those without data stand apart, so that nobody takes them for good. */
export function Apart({ answer, shared }: { answer: ExceptionsAnswer; shared: Shared }) {
  const { by, counts } = answer
  const groups: [title: string, note: string, rows: readonly ApartRow[]][] = [
    ['No data', 'Nobody knows how these stand: they are neither listed nor in order.', answer.noData],
    [
      'Nothing to compare with',
      'They have a figure, but none before it and no target that it is rated by.',
      answer.notCompared,
    ],
    [
      'No direction',
      'Neither up nor down is good in itself, and no approved target says otherwise, so no rule can list them.',
      answer.noDirection,
    ],
    [
      'Not listed by any rule',
      'They did not move away from their aim, are not red and, where that can be told, are not further from it than chance alone would usually take them.',
      answer.notListed,
    ],
  ]
  return (
    <>
      {groups
        .filter(([, , rows]) => rows.length > 0)
        .map(([title, note, rows]) => (
          <section key={title} className="app-apart">
            <h2 className="govuk-heading-m">
              {title} ({rows.length} of {counts.measures})
            </h2>
            <p className="govuk-body">{note}</p>
            <dl className="app-pairs">
              {rows.map((row) => (
                <div key={row.id}>
                  <dt>
                    <Link
                      to="/indicators/$id"
                      params={{ id: row.id }}
                      search={{ ...shared, by: title === 'No data' ? undefined : by }}
                      className="govuk-link"
                    >
                      {row.name}
                    </Link>
                  </dt>
                  <dd>{row.words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </>
  )
}
