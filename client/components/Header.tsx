import { Link, useSearch } from '@tanstack/react-router'
import { useMay } from '../use-session.ts'
import { AreaPicker } from './AreaPicker.tsx'
import { SignedIn } from './SignedIn.tsx'

const SCREENS = [
  ['/', 'Overview'],
  ['/indicators', 'All measures'],
  ['/strategy', 'Strategy'],
  ['/targets', 'Targets'],
  ['/plans', 'Plans'],
  ['/scrutiny', 'Scrutiny'],
  ['/savings', 'Savings'],
  ['/what-if', 'What if'],
  ['/uploads', 'Uploads'],
  ['/quality', 'Data quality'],
  ['/guide', 'Reading guide'],
] as const

/** The council that runs this dashboard, whichever area is shown. */
const HOME = document.querySelector<HTMLMetaElement>('meta[name="home"]')?.content ?? ''

/** The name of the place, where to go, and whose figures are shown. */
export function Header() {
  const { area, neighbours, asAt } = useSearch({ strict: false })
  const shared = { area, neighbours, asAt }
  const uploads = useMay('see-uploads')
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__row">
        <Link to="/" search={shared} className="app-header__name">
          {HOME} children’s services performance
        </Link>
        <div className="app-header__tools">
          <AreaPicker />
          <SignedIn />
        </div>
      </div>
      <nav className="app-nav" aria-label="Screens">
        <ul className="govuk-width-container">
          {SCREENS.filter(([to]) => to !== '/uploads' || uploads).map(([to, label]) => (
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
