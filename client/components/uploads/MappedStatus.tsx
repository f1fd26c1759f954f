import type { Mapping } from '../../../server/contract/mapping.ts'
import type { MappingDraft } from '../../mapping-draft.ts'
import { SelectField } from '../fields/SelectField.tsx'
import type { MappingChange } from './MappingForm.tsx'

const STATUSES: readonly (readonly [Mapping['status'], string])[] = [
  ['final', 'final'],
  ['provisional', 'provisional: they may still change'],
  ['estimated', 'estimated'],
  ['revised', 'revised: they replace earlier ones'],
  ['illustrative', 'illustrative: made up, to show how it works'],
]

export function MappedStatus({ draft, change }: { draft: MappingDraft; change: MappingChange }) {
  return (
    <fieldset className="govuk-fieldset app-mapping__part">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        How certain the figures are
      </legend>
      <SelectField
        quiet
        id="map-status"
        label="All figures of the sheet are"
        value={draft.status}
        onChange={(status) => change({ status: status as Mapping['status'] })}
      >
        {STATUSES.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
    </fieldset>
  )
}
