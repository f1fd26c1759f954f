import { Link } from '@tanstack/react-router'
import type { ExceptionRow, ExceptionsAnswer } from '../../../server/contract/exception-answers.ts'
import { type ExceptionRule, MOVEMENT_RULES } from '../../../server/domain/exception.ts'
import { RatingTag } from '../RatingTag.tsx'
import { EntryLink } from '../scrutiny/EntryLink.tsx'
import { StatusTag, Tag } from '../Tag.tsx'
import { Actions } from './Actions.tsx'
import { Asked } from './Asked.tsx'
import { CommentaryText } from './CommentaryText.tsx'
import { Paper } from './Paper.tsx'

export type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }
type Props = { row: ExceptionRow; answer: ExceptionsAnswer; shared: Shared; back: string }

/** One measure that is listed: why, its figure, what is said of it, what is done about it, and what was asked. */
export function ExceptionCard({ row, answer, shared, back }: Props) {
  const { area, by, period } = answer
  const heading = `exception-${row.id}`
  const [indicator = row.id] = row.id.split(':')
  const about = { indicator, area: area.id, period: row.point?.period ?? period?.id }
  return (
    <section className="app-exception" aria-labelledby={heading}>
      <div className="app-exception__figure">
        <h3 id={heading} className="govuk-heading-m">
          <Link
            to="/indicators/$id"
            params={{ id: row.id }}
            search={{ ...shared, by }}
            className="govuk-link"
          >
            {row.name}
          </Link>
        </h3>
        <p className="app-exception__tags">
          {row.exceptions.some(({ rule }) => isMovement(rule)) && <Tag kind="exception" />}
          {row.exceptions.some(({ rule }) => rule === 'process-chart') && (
            <Tag kind="exception">Unlikely by chance</Tag>
          )}
          {row.target && <RatingTag state={row.target.rating.state} />}
        </p>
        <Figure row={row} />
        <h4 className="govuk-heading-s">Why it is listed</h4>
        <ul className="govuk-list govuk-list--bullet app-exception__why">
          {row.exceptions.map(({ rule, words }) => (
            <li key={rule}>{words}.</li>
          ))}
        </ul>
        <p className="app-exception__run">{row.run.words}</p>
        <p className="app-small">{row.variation}</p>
        {row.target && (
          <p className="app-small">
            <Link to="/targets/$id" params={{ id: row.target.id }} search={shared} className="govuk-link">
              {row.target.title}
            </Link>
          </p>
        )}
        <p className="app-small app-direction">{row.direction.short}</p>
      </div>
      <div className="app-exception__said">
        <h4 className="govuk-heading-s">What officers say of it</h4>
        {row.commentaries.map((each) => (
          <CommentaryText key={each.id} commentary={each} back={back} />
        ))}
        <p className={row.commentaryMissing ? 'app-missing' : 'govuk-body'}>
          {row.commentaryMissing && <span aria-hidden="true">! </span>}
          {row.commentaryWords}{' '}
          <EntryLink register="commentary" back={back} filled={about}>
            Write {row.commentaries.length === 0 ? 'a' : 'another'} commentary
            <span className="govuk-visually-hidden"> on {row.name}</span>
          </EntryLink>
        </p>
        <h4 className="govuk-heading-s">What is being done, by whom, by when</h4>
        <Actions row={row} about={about} back={back} />
        <h4 className="govuk-heading-s">What was asked, and the last answer</h4>
        <Asked row={row} about={about} back={back} shared={shared} />
        {row.papers.length > 0 && (
          <>
            <h4 className="govuk-heading-s">What council papers said at the time</h4>
            <ul className="govuk-list app-facts">
              {row.papers.map((note) => (
                <li key={`${note.label} ${note.text}`}>
                  <Paper note={note} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}

const isMovement = (rule: ExceptionRule) => MOVEMENT_RULES.some((each) => each === rule)

/** A label of a period inside a sentence. */
const within = (label: string) => label.replace(/^Year to/, 'the year to')

function Figure({ row }: { row: ExceptionRow }) {
  const { point, unitText, countText, change, yearChange, comparators } = row
  const [first] = comparators
  return (
    <div className="app-exception__value">
      <p>
        <span className="app-value">{point?.text}</span> {unitText}{' '}
        <StatusTag status={point?.status ?? null} />
        <span className="app-small">{point?.label}</span>
        {countText && <span className="app-small">{countText}</span>}
      </p>
      <dl className="app-pairs">
        {change && (
          <div>
            <dt>Since {within(change.against)}</dt>
            <dd>{change.words}</dd>
          </div>
        )}
        {yearChange && (
          <div>
            <dt>Since {within(yearChange.against)}</dt>
            <dd>{yearChange.words}</dd>
          </div>
        )}
        {first && (
          <div>
            <dt>Beside it, {within(first.date)}</dt>
            <dd>{comparators.map(({ label, text }) => `${label} ${text}`).join(', ')}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
