import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** The paper, the place in it, and the day on which it was stated. */
export function sourceText({ document, page, url, statedLabel }: PlanAnswer['source']) {
  return (
    <>
      {url ? (
        <a className="govuk-link" href={url}>
          {document}
        </a>
      ) : (
        document
      )}
      {page && `, ${page}`}; stated on {statedLabel}
    </>
  )
}
