import type { MappingProposal, MeasureUse, Part } from '../../../server/contract/mapping.ts'
import { FIELDS, type MappingDraft, type MappingFault, PART_NAMES } from '../../mapping-draft.ts'
import { FieldFault } from '../fields/FieldNotes.tsx'
import { Tag } from '../Tag.tsx'
import { type Candidate, IndicatorChoice } from './IndicatorChoice.tsx'
import type { MappingChange } from './MappingForm.tsx'

/** Which measure of the catalogue each row is, and which part of it. */
export function MappedMeasures(props: {
  draft: MappingDraft
  change: MappingChange
  proposal: MappingProposal
  unsure: readonly string[]
  candidates: readonly Candidate[]
  faults: readonly MappingFault[]
}) {
  const { draft, change, unsure, candidates, faults } = props
  const set = (text: string, use: MeasureUse | null) =>
    change({ measures: { ...draft.measures, [text]: use } })
  const entries = Object.entries(draft.measures)
  const left = entries.filter(([, use]) => use === undefined).length
  return (
    <fieldset className="govuk-fieldset app-mapping__part">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">What each row measures</legend>
      <p className="govuk-hint">
        Type a few letters to search the {candidates.length} measures and breakdowns.
        {left > 0 && ` ${left} of ${entries.length} still to say.`}
      </p>
      <ul className="govuk-list">
        {entries.map(([text, use], i) => {
          const id = FIELDS.measure(i)
          const error = faults.find((fault) => fault.field === id)?.message
          return (
            <li key={text} className={`app-mapping__measure ${error ? 'govuk-form-group--error' : ''}`}>
              <span className="app-mapping__text">
                {text} {unsure.includes(text) && <Tag kind="doubted">Not sure</Tag>}
                <FieldFault id={id} error={error} />
              </span>
              <IndicatorChoice
                id={id}
                label={`Measure for “${text}”`}
                candidates={candidates}
                chosen={use}
                error={error}
                onChoose={(chosen) => set(text, chosen && { ...chosen, part: use?.part ?? 'value' })}
              />
              <div>
                <label className="govuk-visually-hidden" htmlFor={`${id}-part`}>
                  Part of the measure for “{text}”
                </label>
                <select
                  id={`${id}-part`}
                  className="govuk-select"
                  value={use?.part ?? 'value'}
                  disabled={!use || draft.partColumn !== null}
                  onChange={(event) => use && set(text, { ...use, part: event.target.value as Part })}
                >
                  {Object.entries(PART_NAMES).map(([part, name]) => (
                    <option key={part} value={part}>
                      {name}
                    </option>
                  ))}
                </select>
              </div>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
