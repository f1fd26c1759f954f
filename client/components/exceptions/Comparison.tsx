import type { ExceptionRow } from '../../../server/contract/exception-answers.ts'

/** A figure beside its own past, similar councils and England. A change that lists it is told as why it is listed. */
export function Comparison({ row }: { row: ExceptionRow }) {
  const { change, yearChange, comparators, noComparators, variation, variationKnown } = row
  const told = (rule: string) => row.exceptions.some((each) => each.rule === rule)
  const changes = [told('previous') ? null : change, told('year-before') ? null : yearChange]
  const [first] = comparators
  return (
    <p className="govuk-body">
      {first
        ? `${comparators.map(({ label, text }) => `${label} ${text}`).join(', ')} (${within(first.date)}). `
        : `${noComparators ?? 'There is nothing to compare it with.'} `}
      {changes
        .filter((each) => each !== null)
        .map(({ movement, words, against }) =>
          movement === null ? `${capital(words)}. ` : `Since ${within(against)}: ${words}. `,
        )}
      {variationKnown && <span className="app-small">{variation}</span>}
    </p>
  )
}

/** A label of a period inside a sentence. */
const within = (label: string) => label.replace(/^Year to/, 'the year to')

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
