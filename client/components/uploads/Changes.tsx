import type { UploadAnswer } from '../../../server/contract/uploads.ts'
import { BeforeAfterChart } from '../../charts/BeforeAfterChart.tsx'
import { AdditionTable } from './AdditionTable.tsx'
import { Effects } from './Effects.tsx'
import { HiddenFigures } from './HiddenFigures.tsx'
import { RevisionTable } from './RevisionTable.tsx'

const WORDS = {
  draft: {
    heading: 'What publishing would change',
    charts: 'The largest changes, before and after',
    names: { before: 'Now', after: 'If published' },
  },
  done: {
    heading: 'What it changed',
    charts: 'The largest changes, before and after',
    names: { before: 'Before', after: 'After' },
  },
}

/** What a file does to what is published: figures, drawn and listed, and what becomes of ranks and exceptions. */
export function Changes({ upload }: { upload: UploadAnswer }) {
  const { changes } = upload
  const { effects, missing } = changes
  const words = upload.state === 'draft' ? WORDS.draft : WORDS.done
  const charts = effects?.charts ?? []
  return (
    <section aria-labelledby="changes-heading" className="app-part">
      <h2 className="govuk-heading-m" id="changes-heading" tabIndex={-1}>
        {words.heading}
      </h2>
      {changes.revised === 0 ? (
        <p className="govuk-body">
          {changes.new > 0
            ? 'Nothing that is published changes: the figures are new.'
            : 'Nothing: every figure is published already, just as it stands in the file.'}
        </p>
      ) : (
        <RevisionTable changes={changes} names={words.names} />
      )}
      {charts.length > 0 && (
        <>
          <h3 className="govuk-heading-s">{words.charts}</h3>
          <div className="app-charts">
            {charts.map((chart) => (
              <BeforeAfterChart key={`${chart.name} ${chart.area}`} chart={chart} names={words.names} />
            ))}
          </div>
        </>
      )}
      {changes.additions.length > 0 && (
        <>
          <h3 className="govuk-heading-s">New figures</h3>
          <AdditionTable additions={changes.additions} all={changes.new} />
        </>
      )}
      {effects && <Effects effects={effects} names={words.names} />}
      {effects?.hidden && <HiddenFigures hidden={effects.hidden} />}
      {missing.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Not in this file ({missing.length})</h3>
          <p className="govuk-body">
            Earlier returns had these measures. Where they are missing the screens say so; no earlier figure
            is carried forward.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {missing.map(({ indicator, name }) => (
              <li key={indicator}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
