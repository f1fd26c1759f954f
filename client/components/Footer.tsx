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
        <p className="app-links">
          <Link to="/guide" search={{ area, neighbours, asAt }}>
            How to read this dashboard
          </Link>
          <Link to="/papers" search={{ area, neighbours, asAt }}>
            The council papers that it draws on
          </Link>
          <Link to="/registers" search={{ area, neighbours, asAt }}>
            Registers: what people enter, to read and to download
          </Link>
          <Link to="/security" search={{ area, neighbours, asAt }}>
            How figures are kept safe
          </Link>
          <Link to="/privacy" search={{ area, neighbours, asAt }}>
            What is kept about people
          </Link>
          <Link to="/accessibility" search={{ area, neighbours, asAt }}>
            Accessibility
          </Link>
        </p>
      </div>
    </footer>
  )
}
