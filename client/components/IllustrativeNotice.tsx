/** Stands above everything that holds a made-up figure. */
export function IllustrativeNotice() {
  return (
    <div className="app-notice" role="note">
      <strong>Illustrative figures.</strong> The quarterly figures on this page are made up to show how the
      dashboard works: councils hardly publish theirs. They run through the published year ends and the dated
      figures of council papers.
    </div>
  )
}
