import { useState } from 'react'

/** A workbook can have its return on any of its sheets. */
export function SheetChoice(props: {
  sheets: readonly string[]
  chosen: string | undefined
  onChoose: (sheet: string) => void
}) {
  const { sheets, chosen = '', onChoose } = props
  const [sheet, setSheet] = useState(chosen)
  return (
    <form
      className="app-choose"
      onSubmit={(event) => {
        event.preventDefault()
        onChoose(sheet)
      }}
    >
      <div>
        <label className="govuk-label govuk-label--s" htmlFor="sheet">
          Sheet of the workbook
        </label>
        <div id="sheet-hint" className="govuk-hint">
          “{chosen}” was read. The workbook has {sheets.length} sheets.
        </div>
        <select
          id="sheet"
          className="govuk-select"
          aria-describedby="sheet-hint"
          value={sheet}
          onChange={(event) => setSheet(event.target.value)}
        >
          {sheets.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Read this sheet
      </button>
    </form>
  )
}
