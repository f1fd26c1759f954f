import { Link, useSearch } from '@tanstack/react-router'

export function Footer() {
  const { area, neighbours, asAt } = useSearch({ strict: false })
  return (
    <footer className="app-footer">
      <div className="govuk-width-container">
        <p>
          Published figures: Department for Education and Office for National Statistics, under the Open
          Government Licence v3.0. Figures marked illustrative are made up to show how the dashboard works.
        </p>
        <p>
          <Link to="/guide" search={{ area, neighbours, asAt }}>
            How to read this dashboard
          </Link>{' '}
          <Link to="/papers" search={{ area, neighbours, asAt }}>
            The council papers that it draws on
          </Link>
        </p>
      </div>
    </footer>
  )
}
