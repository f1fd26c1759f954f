import { ReasonFields } from './ReasonFields.tsx'

/** The end of a form: who makes the version and why, and the button that sends it. */
export function SaveSection({
  thing,
  heading,
  why,
  button,
  busy,
  said,
}: {
  /** What it is a version of: action. */
  thing: string
  heading: string
  why: string
  button: string
  busy: boolean
  said: Parameters<typeof ReasonFields>[0]['said']
}) {
  return (
    <section aria-labelledby="save-heading">
      <h2 className="govuk-heading-m" id="save-heading">
        {heading}
      </h2>
      <ReasonFields thing={thing} why={why} said={said} />
      <button type="submit" className="govuk-button" aria-disabled={busy}>
        {busy ? 'Saving…' : button}
      </button>
      <p role="status" className="govuk-visually-hidden">
        {busy && 'Saving'}
      </p>
    </section>
  )
}
