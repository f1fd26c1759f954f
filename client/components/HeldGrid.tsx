import { Link } from '@tanstack/react-router'
import type { HeldGrid as Grid, HeldCell, HeldRow } from '../../server/contract/quality.ts'
import { FileLinks } from './FileLinks.tsx'
import { StateKey, StateWord, stateClass } from './HeldState.tsx'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }
type Props = { grid: Grid; by: 'quarter' | 'year'; caption: string; path: string; shared: Shared }

/**
 * What is held of each measure, a column a period. Where it is wider than the screen it moves sideways, and the names
 * stay; the links in it let the keyboard reach it and then move it.
 */
export function HeldGrid({ grid, by, caption, path, shared }: Props) {
  const themes = Map.groupBy(grid.rows, (row) => row.themeName)
  const states = new Set(grid.rows.flatMap((row) => row.cells.map((cell) => cell.state)))
  return (
    <>
      <StateKey states={states} />
      <section className="app-scroll" aria-label={`Table: ${caption}`}>
        <p className="govuk-body app-downloads">
          <FileLinks what="both tables" path={path} />
        </p>
        <table className={`app-held app-held--${by}`}>
          <caption className="govuk-table__caption">
            <span>{caption}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col" className="app-held__measure">
                Measure
              </th>
              <th scope="col" className="app-held__newest">
                Newest figure, and its age
              </th>
              {grid.columns.map(({ id, label, detail }) => (
                <th key={id} scope="col">
                  {label.replace('Quarter ', 'Quarter\u00a0')}
                  {detail && <span className="app-small">{detail}</span>}
                </th>
              ))}
            </tr>
          </thead>
          {[...themes].map(([theme, rows]) => (
            <tbody key={theme}>
              <tr className="app-held__theme">
                <th scope="rowgroup" colSpan={grid.columns.length + 2}>
                  <span>{theme}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <Row
                  key={`${row.indicator} ${row.dimension}`}
                  row={row}
                  by={by}
                  width={grid.columns.length}
                  shared={shared}
                />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <Notes rows={grid.rows} />
    </>
  )
}

function Row({ row, by, width, shared }: { row: HeldRow; by: Props['by']; width: number; shared: Shared }) {
  const search = {
    ...shared,
    dimension: row.dimension || undefined,
    by: row.newest ? (by === 'year' ? 'financial-year' : 'quarter') : undefined,
  }
  return (
    <tr>
      <th scope="row" className="app-held__measure">
        <Link to="/indicators/$id" params={{ id: row.indicator }} search={search} className="govuk-link">
          {row.name}
        </Link>
      </th>
      {row.newest && (
        <td className="app-held__newest">
          {row.newest.label}
          <span className="app-small">{row.newest.age}</span>
          {by === 'year' && row.next && <span className="app-small">{row.next.words}</span>}
        </td>
      )}
      {row.cells.map((cell) => (
        <td key={cell.period} className={stateClass(cell.state)}>
          <StateWord state={cell.state} />
        </td>
      ))}
      {row.empty !== null && (
        <td colSpan={width + 1} className="app-held__empty">
          <span>{row.empty}</span>
        </td>
      )}
    </tr>
  )
}

/** Whether a cell's reason says more than the row does already, which tells when the next figure is due. */
const isNote = ({ state, reason }: HeldCell) =>
  reason !== null && state !== 'late' && state !== 'not-yet-due' && state !== 'not-published'

/** What there is to know of single figures; the same words are said once, with all that they are of. */
function Notes({ rows }: { rows: readonly HeldRow[] }) {
  const notes = new Map<string, Map<string, string[]>>()
  for (const row of rows) {
    for (const cell of row.cells.filter(isNote)) {
      const about = notes.get(cell.reason ?? '') ?? new Map<string, string[]>()
      notes.set(cell.reason ?? '', about)
      about.set(row.name, [...(about.get(row.name) ?? []), cell.label])
    }
  }
  if (notes.size === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">Notes</h3>
      <ul className="govuk-list app-notes">
        {[...notes].map(([note, about]) => (
          <li key={note}>
            <strong>{[...about].map(([name, labels]) => `${name}, ${rangeOf(labels)}`).join('; ')}:</strong>{' '}
            {note}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Many periods are told by the first and the last. */
const rangeOf = (labels: readonly string[]) =>
  labels.length <= 2 ? labels.join(' and ') : `${labels.length} periods from ${labels[0]} to ${labels.at(-1)}`
