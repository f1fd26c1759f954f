import type { ReactNode } from 'react'
import type { EffectsAnswer } from '../../../server/contract/uploads.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { Tag } from '../Tag.tsx'

type Names = { before: string; after: string }

/** What readers will see of it: other places among similar councils, and measures that are worth asking about. */
export function Effects({ effects, names }: { effects: EffectsAnswer; names: Names }) {
  const { sentence, ranks, ratings, exceptions } = effects
  return (
    <>
      <h3 className="govuk-heading-s">Ranks, ratings and exceptions</h3>
      <p className="govuk-body">{sentence}</p>
      {ranks.length > 0 && (
        <BeforeAfterTable caption="Place among similar councils" names={names} rows={ranks} />
      )}
      {ratings.length > 0 && <BeforeAfterTable caption="Against the target" names={names} rows={ratings} />}
      {exceptions.length > 0 && (
        <BeforeAfterTable
          caption="Away from the aim"
          names={names}
          rows={exceptions.map(({ indicator, name, before, after }) => ({
            indicator,
            name,
            before: before ? <Tag kind="exception" /> : 'no',
            after: after ? <Tag kind="exception" /> : 'no',
          }))}
        />
      )}
    </>
  )
}

type Row = { indicator: string; name: string; before: ReactNode; after: ReactNode }

function BeforeAfterTable(props: { caption: string; names: Names; rows: readonly Row[] }) {
  const { caption, names, rows } = props
  return (
    <ScrollBox label={caption}>
      <table className="govuk-table app-table">
        <caption className="govuk-table__caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">{names.before}</th>
            <th scope="col">{names.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ indicator, name, before, after }) => (
            <tr key={indicator}>
              <th scope="row" className="app-revisions__name">
                {name}
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
