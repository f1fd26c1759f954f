import { useQuery } from '@tanstack/react-query'
import { FIELDS, type MappingDraft, type MappingFault } from '../../mapping-draft.ts'
import { areas } from '../../queries.ts'
import { AreaOptions } from '../AreaPicker.tsx'
import { SelectField } from '../fields/SelectField.tsx'
import type { MappingChange } from './MappingForm.tsx'

const WHOLE = ''
const LEFT_OUT = '-'

/** Whose figures the sheet holds: one area's, or what a column says. */
export function MappedPlace(props: {
  draft: MappingDraft
  change: MappingChange
  header: readonly string[]
  faults: readonly MappingFault[]
}) {
  const { draft, change, header, faults } = props
  const { data } = useQuery(areas())
  const places = data ? <AreaOptions areas={data.areas} /> : null
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <fieldset className="govuk-fieldset app-mapping__part">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Whose figures these are</legend>
      <SelectField
        quiet
        id="map-area-column"
        label="The area is"
        value={draft.areaColumn ?? WHOLE}
        onChange={(name) => change({ areaColumn: name === WHOLE ? null : name })}
      >
        <option value={WHOLE}>the same for the whole sheet</option>
        {header.filter(Boolean).map((name) => (
          <option key={name} value={name}>
            in the column “{name}”
          </option>
        ))}
      </SelectField>
      {draft.areaColumn === null && (
        <SelectField
          quiet
          id={FIELDS.area}
          label="Area of the whole sheet"
          error={faultAt(FIELDS.area)}
          value={draft.area ?? ''}
          onChange={(area) => change({ area: area || null })}
        >
          <option value="">Choose an area</option>
          {places}
        </SelectField>
      )}
      {draft.areaColumn !== null &&
        Object.entries(draft.areas).map(([text, area], i) => (
          <SelectField
            quiet
            key={text}
            id={FIELDS.place(i)}
            label={`“${text}” is`}
            error={faultAt(FIELDS.place(i))}
            value={area === null ? LEFT_OUT : (area ?? '')}
            onChange={(next) =>
              change({ areas: { ...draft.areas, [text]: next === LEFT_OUT ? null : next } })
            }
          >
            {area === undefined && <option value="">Choose an area</option>}
            <option value={LEFT_OUT}>Leave out</option>
            {places}
          </SelectField>
        ))}
    </fieldset>
  )
}
