import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { IndicatorsAnswer, ProblemAnswer } from '../../../server/contract/answers.ts'
import type { Mapping, MappingProposal } from '../../../server/contract/mapping.ts'
import { countsOf } from '../../findings.ts'
import { draftOf, faultsOf, type MappingDraft, mappingOf } from '../../mapping-draft.ts'
import { numbered } from '../../numbered.ts'
import { indicators } from '../../queries.ts'
import type { UploadOptions } from '../../upload-file.ts'
import { useFocus } from '../../use-focus.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { ScrollBox } from '../ScrollBox.tsx'
import { FindingGroups } from './FindingGroups.tsx'
import type { Candidate } from './IndicatorChoice.tsx'
import { MappedColumns } from './MappedColumns.tsx'
import { MappedMeasures } from './MappedMeasures.tsx'
import { MappedPlace } from './MappedPlace.tsx'
import { MappedStatus } from './MappedStatus.tsx'
import { SheetChoice } from './SheetChoice.tsx'

/** Whatever changes a mapping: the new entries of it. */
export type MappingChange = (next: Partial<MappingDraft>) => void

/** A sheet with headings of the council's own: what they mean is said once, and the sheet is read so from then on. */
export function MappingForm(props: {
  file: File
  options: UploadOptions
  problem: ProblemAnswer
  proposal: MappingProposal
  period: string | undefined
  onSend: (file: File, options: UploadOptions) => void
}) {
  const { file, options, problem, proposal, period, onSend } = props
  const { data: catalogue } = useQuery(indicators())
  const [draft, setDraft] = useState(() => draftOf(proposal))
  const [sent, setSent] = useState(0)
  const heading = useFocus(problem)
  const change: MappingChange = (next) => setDraft((before) => ({ ...before, ...next }))
  const faults = sent > 0 ? faultsOf(draft, period) : []
  const { sheets = [] } = problem
  // That it has to be mapped is what the form is there for.
  const findings = (problem.findings ?? []).filter((each) => each.check !== 'mapping' || each.value !== null)

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (faultsOf(draft, period).length > 0) return setSent(sent + 1)
    const mapping: Mapping = mappingOf(draft)
    onSend(file, { ...options, period, remap: undefined, mapping: JSON.stringify(mapping) })
  }
  const shared = { draft, change, unsure: proposal.unsure, faults }
  return (
    <section aria-labelledby="mapping-heading" className="app-mapping">
      <h2 className="govuk-heading-l" id="mapping-heading" tabIndex={-1} ref={heading}>
        Say what this sheet’s columns and rows are
      </h2>
      <p className="govuk-body">
        <strong>{file.name}</strong> has headings of its own. Look over the guess below and put right what is
        wrong with it. It is remembered with these headings: the next file that has them needs no form.
        Nothing was stored so far.
      </p>
      <Sample proposal={proposal} />
      {sheets.length > 1 && (
        <SheetChoice
          sheets={sheets}
          chosen={options.sheet ?? sheets[0]}
          onChoose={(sheet) => onSend(file, { ...options, sheet, mapping: undefined })}
        />
      )}
      <FindingGroups findings={findings} counts={countsOf(findings)} />
      <form onSubmit={send} noValidate aria-label="What the sheet holds">
        <ErrorSummary faults={faults} sent={sent} />
        <MappedPlace {...shared} header={proposal.header} />
        <MappedColumns {...shared} proposal={proposal} />
        <MappedMeasures {...shared} candidates={candidatesOf(catalogue)} proposal={proposal} />
        <MappedStatus {...shared} />
        <button type="submit" className="govuk-button">
          Check the file with this mapping
        </button>
      </form>
    </section>
  )
}

/** Every indicator and every breakdown of one, with all the words that it can be found by. */
function candidatesOf(catalogue: IndicatorsAnswer | undefined): Candidate[] {
  return (catalogue?.indicators ?? []).flatMap((indicator) => {
    const { id, name, definition, themeName, dimensions } = indicator
    const words = `${id} ${name} ${definition} ${themeName}`.toLowerCase()
    return [
      { indicator: id, dimension: '', label: name, words },
      ...dimensions.map((dimension) => ({
        indicator: id,
        dimension: dimension.id,
        label: `${name}: ${dimension.label}`,
        words: `${words} ${dimension.id} ${dimension.label.toLowerCase()}`,
      })),
    ]
  })
}

function Sample({ proposal }: { proposal: MappingProposal }) {
  const { header, sample } = proposal
  return (
    <ScrollBox label="The first rows of the sheet">
      <table className="app-sheet">
        <caption>The first rows, as they stand in the sheet</caption>
        <thead>
          <tr>
            {numbered(header).map(({ place, value: name }) => (
              <th key={place} scope="col">
                {name || <span className="app-quiet">no heading</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(sample).map(({ place: row, value: cells }) => (
            <tr key={row}>
              {numbered(cells).map(({ place, value: cell }) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
