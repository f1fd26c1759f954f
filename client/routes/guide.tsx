import { createFileRoute, Link } from '@tanstack/react-router'
import { MOST_SMALL } from '../../server/domain/disclosure/primary.ts'
import { Dot } from '../charts/Dot.tsx'
import { styleOf } from '../charts/styles.ts'
import { RatingTag } from '../components/RatingTag.tsx'
import { Screen } from '../components/Screen.tsx'
import { StatusTag, Tag } from '../components/Tag.tsx'
import { GLOSSARY } from '../glossary.ts'

export const Route = createFileRoute('/guide')({ component: Guide })

const LINES = [
  ['own', 'The area you chose: solid, thick, round points'],
  ['neighbours', 'Similar councils: dashed, square points'],
  ['region', 'The region: dotted, triangles'],
  ['england', 'England: dash and dot, diamonds'],
] as const

const RATINGS = [
  [
    'green',
    'At or on the good side of what the path of an approved target asks for by the day of the figure.',
  ],
  [
    'amber',
    'On the other side, but within the tolerance: 5% of what is asked for, 2 points for percentages, 1 for small numbers, unless the target sets another.',
  ],
  ['red', 'Beyond the tolerance.'],
  [
    'no-data',
    'There is a target but no figure since its path began. It is counted apart, and never as green.',
  ],
] as const

const STATUSES = [
  ['provisional', 'May still change, for example because the population estimate it needs is not out yet.'],
  ['revised', 'Changed since it was first published; what stood before can still be read.'],
  ['estimated', 'Worked out from rounded figures, so it can be some points off.'],
  ['illustrative', 'Made up to show how the dashboard works. Never use it as a fact.'],
] as const

const SYMBOLS = [
  ['[c]', 'Hidden, because so few children are counted that one could be recognised'],
  ['[z]', 'Not applicable: the question makes no sense here, for example a share of nobody'],
  ['[x]', 'Not available: the source has no figure and does not say why'],
  ['[u]', 'Left out by the source because it is not reliable'],
  ['[low]', 'More than nothing, but rounds to zero'],
  ['[m]', 'Not reported: nobody sent a figure for this period'],
] as const

const PLANS = [
  [
    'Where it stands',
    'A plan is read on a day: today, or any day before, with what was on record then. An action that passed its due day is overdue; where nothing was heard of it since, the tag says so, for it may have been done.',
  ],
  [
    'Before and after',
    'Beside an action or a plan stand the figures that it bears on, as they were and as they are. That does not show that one led to the other.',
  ],
  [
    'As it was first set',
    'Every version of a plan is kept. What was put off, added or taken out stands against the plan as it was at first; the marker “Keeps changing” has its rule beside it.',
  ],
  [
    'Since the last meeting',
    'What was changed after the last meeting of the plan’s own board or, where none is on record, of the scrutiny committee.',
  ],
  [
    'Green, Amber, Red in the tracker',
    'The words of the committee’s own tracker. Officers choose them; they are no rating of a target.',
  ],
  [
    'Worth asking about',
    'Measures that moved away from their aim, are red against an approved target, or are outside what chance alone would usually give. Each says why it is listed, and for how many periods in a row.',
  ],
  [
    'What officers say of it',
    'For a red measure it has to give cause, action, owner and recovery date. Its numbers and its tone are held against the figures; where they differ, that stands beside it.',
  ],
] as const

/** Everything that a reader needs to know to read the other screens, on one page that can be printed. */
function Guide() {
  return (
    <Screen title="Reading guide">
      <p className="govuk-body-l">How to read the figures, what each sign means, and what the words mean.</p>

      <h2 className="govuk-heading-m">How to read a page in ten minutes</h2>
      <ol className="govuk-list govuk-list--number">
        <li>Read the heading: it says what happened.</li>
        <li>
          Read the sentence below: the figure, its day, the year before, and what similar councils have.
        </li>
        <li>
          Look at which way is good. Often nobody has set a direction: a low number can also mean that need
          goes unmet.
        </li>
        <li>Look at the line: is the last change larger than the usual ups and downs?</li>
        <li>Ask: what do we know, how do we know it, and what is the plan?</li>
      </ol>

      <h2 className="govuk-heading-m">On the path or off it</h2>
      <p className="govuk-body">
        A target has a path: what should be reached by when. A figure is held against what the path asks for
        on the figure’s own day, not against the goal at its end. Nothing is rated where nobody approved a
        target.
      </p>
      <dl className="govuk-list app-guide-list">
        {RATINGS.map(([state, text]) => (
          <div key={state}>
            <dt>
              <RatingTag state={state} />
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>

      <h2 className="govuk-heading-m">Plans, and what was asked</h2>
      <dl className="app-catalogue">
        {PLANS.map(([what, text]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>

      <h2 className="govuk-heading-m">Lines and points</h2>
      <ul className="govuk-list app-legend">
        {LINES.map(([kind, text]) => {
          const style = styleOf(kind, 0)
          return (
            <li key={kind}>
              <svg width="60" height="16" viewBox="0 -8 60 16" aria-hidden="true">
                <line
                  x1="0"
                  x2="60"
                  y1="0"
                  y2="0"
                  stroke={style.colour}
                  strokeWidth={style.width}
                  strokeDasharray={style.dash}
                />
                <Dot x={30} y={0} shape={style.shape} colour={style.colour} />
              </svg>
              {text}
            </li>
          )
        })}
        <li>
          <svg width="60" height="16" viewBox="0 -8 60 16" aria-hidden="true">
            <Dot x={30} y={0} shape="circle" colour="#12436D" hollow />
          </svg>
          Hollow point: an illustrative figure
        </li>
        <li>
          <svg width="60" height="16" viewBox="0 -8 60 16" aria-hidden="true">
            <Dot x={20} y={0} shape="diamond" colour="#0b0c0c" size={5} />
            <Dot x={40} y={0} shape="diamond" colour="#0b0c0c" size={5} hollow />
          </svg>
          Black diamond: a figure from a council paper, on its own day; hollow where it is doubted
        </li>
        <li>
          <svg width="60" height="20" viewBox="0 -10 60 20" aria-hidden="true">
            <circle cx="30" cy="0" r="9" fill="#505a5f" />
            <text x="30" y="4" textAnchor="middle" className="chart-event">
              1
            </text>
          </svg>
          Numbered flag: an event, told below the chart
        </li>
        <li>
          A gap in a line: there is no figure, or figures are counted in another way from there on; the notes
          under the table say why
        </li>
      </ul>
      <p className="govuk-body">
        The axis of a line chart does not always start at 0; bars always do. A comparison stands on its own
        day: national figures come out once a year and months later than a council’s own.
      </p>

      <h2 className="govuk-heading-m">Tags</h2>
      <dl className="app-catalogue">
        <div>
          <dt>
            <Tag kind="exception" />
          </dt>
          <dd>
            The figure moved the wrong way since the period before, or since the same quarter last year.
          </dd>
        </div>
        {STATUSES.map(([status, text]) => (
          <div key={status}>
            <dt>
              <StatusTag status={status} />
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Tag kind="doubted" />
          </dt>
          <dd>
            A paper printed this figure, but it does not agree with its own source. It is shown, and
            calculated with nowhere.
          </dd>
        </div>
        <div>
          <dt>
            <Tag kind="old">More than a year older</Tag>
          </dt>
          <dd>The comparison is of a day more than twelve months before the figure beside it.</dd>
        </div>
      </dl>

      <h2 className="govuk-heading-m">Where there is no number</h2>
      <dl className="app-catalogue">
        {SYMBOLS.map(([symbol, text]) => (
          <div key={symbol}>
            <dt>{symbol}</dt>
            <dd>{text}.</dd>
          </div>
        ))}
      </dl>

      <h2 className="govuk-heading-m">The public edition</h2>
      <p className="govuk-body">
        Where the council’s own figures count from 1 to {MOST_SMALL} children, everybody without the right to
        small numbers sees <strong>[c]</strong>, and so they do where another number would give it away. A
        correction by fewer than {MOST_SMALL + 1} children waits for the next larger one: until then the
        figure from before is shown.{' '}
        <Link to="/security" className="govuk-link">
          How figures are kept safe
        </Link>{' '}
        has all the rules.
      </p>

      <h2 className="govuk-heading-m">What a figure is compared with</h2>
      <p className="govuk-body">
        <strong>Similar councils</strong> are the ten authorities most like this one in the lives of their
        children, chosen by the Department for Education and called statistical neighbours. There are two
        lists, of 2021 and of 2025, and they can disagree: Blackpool has five of its ten in common. Their
        average is the mean of their published figures, unless you choose the median or all their children
        added up. It always says how many of the ten had a figure.
      </p>
      <p className="govuk-body">
        <strong>Region</strong> and <strong>England</strong> are the published figures of the region and the
        country, not an average of councils. <strong>Quarters of all authorities</strong> (lowest, second
        lowest, second highest, highest) are told only where a direction is set.
      </p>
      <p className="govuk-body">
        A <strong>rate</strong> for every 10,000 children lets a small place be set beside a large one. It is
        divided by the number of children aged 0 to 17 in the middle of the year before: 31 March 2025 by
        mid-2024.
      </p>
      <p className="govuk-body">
        <strong>Latest 12 months:</strong> four quarters added up, so that holidays and winter don’t look like
        a change. It needs all four. <strong>Each quarter times four</strong> is an early sign only.
      </p>

      <h2 className="govuk-heading-m">Words</h2>
      <dl className="app-catalogue app-glossary">
        {GLOSSARY.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Screen>
  )
}
