import type { HiddenAnswer } from '../../../server/contract/uploads.ts'
import { ScrollBox } from '../ScrollBox.tsx'

/** What of a return the public does not see, and why; what was shown and is hidden with it; what nothing can hide. */
export function HiddenFigures({ hidden }: { hidden: HiddenAnswer }) {
  const { sentence, count, figures, others, exposed } = hidden
  const areas = new Set(figures.map((figure) => figure.area))
  return (
    <>
      <h3 className="govuk-heading-s">What the public sees of it</h3>
      <p className="govuk-body">{sentence}</p>
      {others > 0 && (
        <p className="govuk-body">
          {others === 1
            ? 'One figure of an earlier file, which the public sees now, is hidden with them: it would give another away.'
            : `${others.toLocaleString('en-GB')} figures of earlier files, which the public sees now, are hidden with them: they would give others away.`}
        </p>
      )}
      {exposed > 0 && (
        <p className="govuk-body">
          <strong>
            {exposed === 1
              ? 'One small number can be worked out from what is public already, whatever is hidden here.'
              : `${exposed.toLocaleString('en-GB')} small numbers can be worked out from what is public already, whatever is hidden here.`}
          </strong>{' '}
          Ask whoever looks after information governance before you publish.
        </p>
      )}
      {figures.length > 0 && (
        <ScrollBox label="Figures that the public does not see">
          <table className="govuk-table app-table app-revisions">
            <caption className="govuk-table__caption">
              Kept from the public{figures.length < count && `: the first ${figures.length}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                {areas.size > 1 && <th scope="col">Area</th>}
                <th scope="col">When</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ name, area, areaName, period, label, why }) => (
                <tr key={`${name} ${area} ${period}`}>
                  <th scope="row" className="app-revisions__name">
                    {name}
                  </th>
                  {areas.size > 1 && <td>{areaName}</td>}
                  <td>{label}</td>
                  <td>{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  )
}
