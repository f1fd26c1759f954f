import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Search } from '../../server/contract/paths.ts'
import { indicators } from '../queries.ts'
import { useIdle } from './AreaPicker.tsx'

/** Another measure with the same area, comparison and rhythm, without going back to a list. */
export function MeasurePicker({ id, search }: { id: string; search: Search }) {
  const navigate = useNavigate()
  const { data } = useQuery({ ...indicators(), enabled: useIdle(), staleTime: Number.POSITIVE_INFINITY })
  const themes = Map.groupBy(data?.indicators ?? [], (indicator) => indicator.themeName)
  const own = id.replace(/:count$/, '')
  const { area, neighbours, asAt, compare, by, method } = search
  return (
    <div className="app-choice">
      <label htmlFor="measure">
        Measure <span className="govuk-visually-hidden">(the page changes when you choose)</span>
      </label>
      <select
        id="measure"
        className="govuk-select"
        value={own}
        onChange={(event) =>
          void navigate({
            to: '/indicators/$id',
            params: { id: event.target.value },
            search: { area, neighbours, asAt, compare, by, method },
          })
        }
      >
        {data ? (
          [...themes].map(([theme, members]) => (
            <optgroup key={theme} label={theme}>
              {members.map((indicator) => (
                <option key={indicator.id} value={indicator.id}>
                  {indicator.name}
                </option>
              ))}
            </optgroup>
          ))
        ) : (
          <option value={own}>Loading measures…</option>
        )}
      </select>
    </div>
  )
}
