import { useState } from 'react'
import { SelectField } from '../fields/SelectField.tsx'

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
      <SelectField
        id="sheet"
        label="Sheet of the workbook"
        hint={`“${chosen}” was read. The workbook has ${sheets.length} sheets.`}
        value={sheet}
        onChange={setSheet}
      >
        {sheets.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Read this sheet
      </button>
    </form>
  )
}
