import { useQuery } from '@tanstack/react-query'
import { indicators } from '../../queries.ts'

/** Every measure of the catalogue, by theme; those in `but` are left out. */
export function MeasureOptions({ but = [] }: { but?: readonly string[] }) {
  const { data } = useQuery(indicators())
  const themes = Map.groupBy(
    data?.indicators.filter(({ id }) => !but.includes(id)) ?? [],
    ({ themeName }) => themeName,
  )
  return [...themes].map(([theme, members]) => (
    <optgroup key={theme} label={theme}>
      {members.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  ))
}
