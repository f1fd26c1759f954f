import { Link, useSearch } from '@tanstack/react-router'
import { AreaPicker } from './AreaPicker.tsx'

const SCREENS = [
  ['/', 'Overview'],
  ['/indicators', 'All measures'],
  ['/strategy', 'Strategy'],
  ['/targets', 'Targets'],
  ['/plans', 'Plans'],
  ['/scrutiny', 'Scrutiny'],
  ['/savings', 'Savings'],
  ['/what-if', 'What if'],
  ['/uploads', 'Upload'],
  ['/quality', 'Data quality'],
  ['/guide', 'Reading guide'],
] as const

/** The council that runs this dashboard, whichever area is shown. */
const HOME = document.querySelector<HTMLMetaElement>('meta[name="home"]')?.content ?? ''

/** The name of the place, where to go, and whose figures are shown. */
export function Header() {
  const { area, neighbours, asAt } = useSearch({ strict: false })
  const shared = { area, neighbours, asAt }
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__row">
        <Link to="/" search={shared} className="app-header__name">
          {HOME} children’s services performance
        </Link>
        <AreaPicker />
      </div>
      <nav className="app-nav" aria-label="Screens">
        <ul className="govuk-width-container">
          {SCREENS.map(([to, label]) => (
            <li key={to}>
              <Link
                to={to}
                search={shared}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
