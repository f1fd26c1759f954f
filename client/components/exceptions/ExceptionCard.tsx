import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ExceptionRow, ExceptionsAnswer } from '../../../server/contract/exception-answers.ts'
import { type ExceptionRule, MOVEMENT_RULES } from '../../../server/domain/exception.ts'
import { Sparkline } from '../../charts/Sparkline.tsx'
import { RatingTag } from '../RatingTag.tsx'
import { EntryLink } from '../scrutiny/EntryLink.tsx'
import { StatusTag, Tag } from '../Tag.tsx'
import { Actions } from './Actions.tsx'
import { Asked } from './Asked.tsx'
import { CommentaryText } from './CommentaryText.tsx'
import { Comparison } from './Comparison.tsx'
import { Paper } from './Paper.tsx'

export type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }
type Props = { row: ExceptionRow; answer: ExceptionsAnswer; shared: Shared; back: string }

/** The place of a measure on the page, for links to it. */
export const placeOf = ({ id }: { id: string }) => `exception-${id.replace(':', '-')}`

/** One measure that is listed: its figure, why it is listed, what is said of it, what is done about it, and what was asked. */
export function ExceptionCard({ row, answer, shared, back }: Props) {
  const { area, by, period } = answer
  const heading = placeOf(row)
  const [indicator = row.id] = row.id.split(':')
  const about = { indicator, area: area.id, period: row.point?.period ?? period?.id }
  return (
    <section className="app-exception" aria-labelledby={heading}>
      <div className="app-exception__head">
        <div>
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
          <Tags row={row} />
        </div>
        <p className="app-exception__figure">
          <span className="app-value">{row.point?.text}</span> {row.unitText}{' '}
          <StatusTag status={row.point?.status ?? null} />
          <span className="app-small">{row.point?.label}</span>
          {row.countText && <span className="app-small">{row.countText}</span>}
        </p>
        {row.trend && (
          <div className="app-exception__trend">
            <Sparkline points={row.sparkline} />
            <p className="app-small">{row.trend}</p>
          </div>
        )}
      </div>
      <Part title="Why it is listed">
        <p className="govuk-body">
          {row.exceptions.map(({ words }) => `${words}.`).join(' ')} <strong>{row.run.words}</strong>{' '}
          {row.target && (
            <Link to="/targets/$id" params={{ id: row.target.id }} search={shared} className="govuk-link">
              <span className="govuk-visually-hidden">Target: </span>
              {row.target.title}
            </Link>
          )}
        </p>
      </Part>
      <Part title="How it compares">
        <Comparison row={row} />
      </Part>
      <Part title="What officers say of it">
        {row.commentaries.map((each) => (
          <CommentaryText key={each.id} commentary={each} back={back} />
        ))}
        <p className={row.commentaryMissing ? 'app-missing' : 'govuk-body'}>
          {row.commentaryMissing && <span aria-hidden="true">! </span>}
          {row.commentaryWords} {row.changeNote}{' '}
          <EntryLink register="commentary" back={back} filled={about}>
            Write {row.commentaries.length === 0 ? 'a' : 'another'} commentary
            <span className="govuk-visually-hidden"> on {row.name}</span>
          </EntryLink>
        </p>
      </Part>
      <Part title="What is being done, by whom, by when">
        <Actions row={row} about={about} back={back} />
      </Part>
      <Part title="What was asked, and the last answer">
        <Asked row={row} about={about} back={back} shared={shared} />
      </Part>
      {row.papers.length > 0 && (
        <Part title="What council papers said at the time">
          <ul className="govuk-list app-facts app-facts--across">
            {row.papers.map((note) => (
              <li key={`${note.label} ${note.text}`}>
                <Paper note={note} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </section>
  )
}

/** What a measure is listed for, in the size of a word. */
function Tags({ row }: { row: ExceptionRow }) {
  return (
    <span className="app-exception__tags">
      {row.exceptions.some(({ rule }) => isMovement(rule)) && <Tag kind="exception" />}
      {row.exceptions.some(({ rule }) => rule === 'process-chart') && (
        <Tag kind="exception">Unlikely by chance</Tag>
      )}
      {row.target && <RatingTag state={row.target.rating.state} />}
    </span>
  )
}

const isMovement = (rule: ExceptionRule) => MOVEMENT_RULES.some((each) => each === rule)

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="app-exception__part">
      <h4 className="govuk-heading-s">{title}</h4>
      <div>{children}</div>
    </div>
  )
}
