/** Where two have to look: whoever sent the file hands its address on. */
export function SecondPerson({ uploadedBy }: { uploadedBy: string }) {
  const { origin, pathname } = window.location
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        <strong>Somebody other than {uploadedBy} has to publish this.</strong> Ask a colleague to look it over
        and give them this address:
      </p>
      <p className="govuk-body app-address">
        <a className="govuk-link" href={pathname}>
          {origin + pathname}
        </a>
      </p>
    </div>
  )
}
