import type { ColumnUse, MappingProposal } from '../../../server/contract/mapping.ts'
import {
  choiceOf,
  columnUseOf,
  FIELDS,
  type MappingDraft,
  type MappingFault,
  PART_NAMES,
  USES,
} from '../../mapping-draft.ts'
import { recentQuarters } from '../../quarters.ts'
import { SelectField } from '../fields/SelectField.tsx'
import { Tag } from '../Tag.tsx'
import type { MappingChange } from './MappingForm.tsx'

/** Six years: what lies further back comes in another way. */
const QUARTERS = 24

/** Which column names the measures, and what stands in each of the others. */
export function MappedColumns(props: {
  draft: MappingDraft
  change: MappingChange
  proposal: MappingProposal
  unsure: readonly string[]
  faults: readonly MappingFault[]
}) {
  const { draft, change, proposal, unsure, faults } = props
  const set = (stem: string, use: ColumnUse) => change({ columns: { ...draft.columns, [stem]: use } })
  const named = [draft.measureColumn, draft.areaColumn, draft.partColumn]
  return (
    <fieldset className="govuk-fieldset app-mapping__part">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">What each column holds</legend>
      <p className="govuk-hint">
        A heading that is a quarter and nothing else, such as “Q1 2025/26”, needs no answer.
      </p>
      <SelectField
        quiet
        id="map-measure-column"
        label="The measure is named in"
        value={draft.measureColumn}
        onChange={(name) => change({ measureColumn: name, measures: measuresIn(proposal, name) })}
      >
        <Headings proposal={proposal} />
      </SelectField>
      <SelectField
        quiet
        id="map-part-column"
        label="Numerator and denominator are told apart by"
        value={draft.partColumn ?? ''}
        onChange={(name) => change({ partColumn: name || null })}
      >
        <option value="">no column</option>
        <Headings proposal={proposal} />
      </SelectField>
      {draft.partColumn !== null &&
        Object.entries(draft.parts).map(([text, part], i) => (
          <SelectField
            quiet
            key={text}
            id={`map-part-${i}`}
            label={`“${text}” is`}
            value={part}
            onChange={(next) => change({ parts: { ...draft.parts, [text]: next as typeof part } })}
          >
            {Object.entries(PART_NAMES).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </SelectField>
        ))}
      {Object.entries(draft.columns).map(([stem, use], i) =>
        named.includes(stem) ? null : (
          <div key={stem} className="app-mapping__row">
            <SelectField
              quiet
              id={FIELDS.column(i)}
              error={faults.find((fault) => fault.field === FIELDS.column(i))?.message}
              label={
                <>
                  {stem === '' ? 'The column without a heading' : `“${stem}”`}{' '}
                  {unsure.includes(stem) && <Tag kind="doubted">Not sure</Tag>}
                </>
              }
              value={choiceOf(use)}
              onChange={(value) => set(stem, columnUseOf(value))}
            >
              {USES.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </SelectField>
            {use.use === 'period' && (
              <SelectField
                quiet
                id={`${FIELDS.column(i)}-period`}
                label="Which quarter"
                value={use.period}
                onChange={(period) => set(stem, { use: 'period', period })}
              >
                <option value="">Choose a quarter</option>
                {recentQuarters(new Date(), QUARTERS).map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </SelectField>
            )}
          </div>
        ),
      )}
    </fieldset>
  )
}

const Headings = ({ proposal }: { proposal: MappingProposal }) =>
  proposal.header.filter(Boolean).map((name) => (
    <option key={name} value={name}>
      the column “{name}”
    </option>
  ))

/** What is known of another column's measures is what its first rows hold; the answer to this form brings the rest. */
function measuresIn({ header, sample, mapping }: MappingProposal, column: string): MappingDraft['measures'] {
  if (column === mapping.measureColumn) return mapping.measures
  const place = header.indexOf(column)
  const texts = sample.map((cells) => cells[place]?.trim().replace(/\s+/g, ' ') ?? '').filter(Boolean)
  return Object.fromEntries(texts.map((text) => [text, undefined]))
}
