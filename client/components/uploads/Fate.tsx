import type { ReactNode } from 'react'
import type { UploadAnswer } from '../../../server/contract/uploads.ts'
import { countOf, momentInWords, sizeInWords } from '../../words.ts'
import { StateTag } from './StateTag.tsx'

/** Who did what with a file, when and why: all that is on record. */
export function Fate({ upload }: { upload: UploadAnswer }) {
  const { sheet, sheets } = upload
  const lines: [label: string, value: ReactNode][] = [
    ['State', <StateTag key="state" state={upload.state} />],
    ['File', `${upload.fileName}, ${sizeInWords(upload.fileSize)}, ${countOf(upload.rows, 'row')}`],
    [
      'Read as',
      `${upload.format}${sheets.length > 1 ? `, sheet “${sheet ?? sheets[0]}”, one of ${sheets.length}` : ''}`,
    ],
    ['Uploaded', told(upload.uploadedBy, upload.uploadedAt)],
  ]
  if (upload.publishedAt) {
    lines.push(['Published', told(upload.publishedBy, upload.publishedAt)])
    if (upload.reason) lines.push(['Why', upload.reason])
    if (upload.warningsReason) lines.push(['Why its warnings are all right', upload.warningsReason])
  }
  if (upload.withdrawnAt) {
    lines.push(['Withdrawn', told(upload.withdrawnBy, upload.withdrawnAt)])
    if (upload.withdrawnReason) lines.push(['Why it was withdrawn', upload.withdrawnReason])
  }
  return (
    <dl className="govuk-summary-list app-fate">
      {lines.map(([label, value]) => (
        <div key={label} className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const told = (who: string | null, when: string) => `${momentInWords(when)}${who ? ` by ${who}` : ''}`
