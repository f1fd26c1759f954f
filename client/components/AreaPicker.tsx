import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AreaAnswer } from '../../server/contract/answers.ts'
import type { Search } from '../../server/contract/paths.ts'
import { areas } from '../queries.ts'

/** Whether the page has been drawn and the browser is idle: what nobody sees yet can wait for that. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const handle = window.setTimeout(() => setIdle(true), 150)
    return () => window.clearTimeout(handle)
  }, [])
  return idle
}

/** Areas by region for a choice, the closed ones last. */
export function AreaOptions({ areas: list }: { areas: readonly AreaAnswer[] }) {
  const wide = list.filter((area) => area.kind !== 'authority')
  const open = list.filter((area) => area.kind === 'authority' && area.closed === null)
  const closed = list.filter((area) => area.closed !== null)
  const regions = wide.filter((region) => open.some((area) => area.region === region.id))
  return (
    <>
      {regions.map((region) => (
        <optgroup key={region.id} label={region.name}>
          {open
            .filter((area) => area.region === region.id)
            .map((area) => (
              <option key={area.id} value={area.id}>
                {area.name}
              </option>
            ))}
        </optgroup>
      ))}
      <optgroup label="England and its regions">
        {wide.map((area) => (
          <option key={area.id} value={area.id}>
            {area.name}
          </option>
        ))}
      </optgroup>
      <optgroup label="Authorities that no longer exist">
        {closed.map((area) => (
          <option key={area.id} value={area.id}>
            {area.name} (to {area.closed?.slice(0, 4)})
          </option>
        ))}
      </optgroup>
    </>
  )
}

/** Whose figures every screen shows. The page changes as soon as another is chosen, and says so. */
export function AreaPicker() {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const { data } = useQuery({ ...areas(), enabled: useIdle(), staleTime: Number.POSITIVE_INFINITY })
  const chosen = search.area ?? data?.home ?? ''
  return (
    <div className="app-area">
      <label htmlFor="area">
        Area <span className="govuk-visually-hidden">(the page changes when you choose)</span>
      </label>
      <select
        id="area"
        className="govuk-select"
        value={chosen}
        onChange={(event) => {
          const area = event.target.value === data?.home ? undefined : event.target.value
          // A year to compare with is one of the area's own.
          void navigate({ to: '.', search: (previous: Search) => ({ ...previous, area, base: undefined }) })
        }}
      >
        {data ? <AreaOptions areas={data.areas} /> : <option value={chosen}>Loading areas…</option>}
      </select>
    </div>
  )
}
