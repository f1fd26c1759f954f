import type {
  ApartRow,
  ExceptionRow,
  ExceptionsAnswer,
  ExceptionsQuery,
} from '../../contract/exception-answers.ts'
import type { ScorecardRow } from '../../contract/scorecard-answers.ts'
import { EXCEPTION_RULES } from '../../domain/exception.ts'
import { type Period, periodOf } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import type { CardRhythm } from '../scorecard-period.ts'
import { findSubject, type Setting } from '../subject.ts'
import { commentariesOf } from './commentary.ts'
import { changeNote, commentarySentence, commentaryWords } from './commentary-words.ts'
import { findRuledCard, type RuledRow } from './exceptions-card.ts'
import { linkedTo } from './exceptions-linked.ts'
import { papersOfMeasure, papersOfPeriod } from './exceptions-papers.ts'
import { isCompared, isRated, runsOf } from './exceptions-run.ts'
import { directionSentence, exceptionsSentence, RULE_WORDS, variationSentence } from './exceptions-words.ts'

/**
 * What a member should ask about: the measures of a scorecard that a rule lists in a period, each with what is said of it
 * and done about it. The figures, changes and ratings are those of the scorecard itself.
 */
export async function viewExceptions(
  db: Database,
  setting: Setting,
  { card: id, ...query }: ExceptionsQuery,
): Promise<ExceptionsAnswer> {
  const card = await findRuledCard(db, setting, id, query)
  const period = card.period && periodOf(card.period.id)
  const runs = await runsOf(db, setting, card, query)
  const isListed = ({ rules }: RuledRow) => rules.length > 0
  const rows = card.rows.filter(isListed)
  const others = card.rows.filter((row) => !isListed(row) && row.missing === null)
  const asked = { area: card.area.id, asAt: query.asAt }
  const viewed = await Promise.all(
    rows.map((row) => viewRow(db, setting, row, { ...asked, by: card.by, period, run: runs.get(row.id) })),
  )
  const listed = viewed.sort((a, b) => b.run.red - a.run.red || b.run.listed - a.run.listed)
  const groups = Map.groupBy(others, apartAs)
  const apart = (as: Apart) => groups.get(as) ?? []
  const noData = card.rows.filter((row) => !isListed(row) && row.missing !== null)
  const red = listed.filter(isRed)
  const told = card.rows.filter(({ process }) => process.varied !== null).length
  const counts = {
    measures: card.rows.length,
    listed: listed.length,
    moved: rows.filter((row) => row.exceptions.length > 0).length,
    red: red.length,
    beyondChance: rows.filter(isBeyondChance).length,
    notListed: apart('not-listed').length,
    notCompared: apart('not-compared').length,
    noDirection: apart('no-direction').length,
    noData: noData.length,
  }
  return {
    id: card.id,
    name: card.name,
    description: card.description,
    area: card.area,
    by: card.by,
    available: card.available,
    period: card.period,
    periods: card.periods,
    asAt: card.asAt,
    illustrative: card.illustrative,
    summary: exceptionsSentence(counts, card.by, card.period?.label ?? null),
    commentarySummary: commentarySentence({
      listed: listed.length,
      written: listed.filter((row) => row.commentaries.length > 0).length,
      red: red.length,
      complete: red.filter((row) => !row.commentaryMissing).length,
    }),
    unexplained: listed
      .filter((row) => row.commentaryMissing)
      .map(({ id, name, target }) => ({ id, name, owner: target?.owner ?? '' })),
    directionSummary: directionSentence(listed),
    variationSummary: variationSentence({ measures: card.rows.length, told, by: card.by }),
    counts,
    rules: EXCEPTION_RULES.filter((rule) => rule !== 'year-before' || card.by === 'quarter')
      .filter((rule) => rule !== 'process-chart' || told > 0)
      .map((rule) => ({ rule, words: RULE_WORDS[rule](card.by) })),
    listed,
    notListed: apart('not-listed').map(standing),
    notCompared: apart('not-compared').map(standing),
    noDirection: apart('no-direction').map(standing),
    noData: noData.map(({ id, name, missing }) => ({ id, name, words: missing ?? '' })),
    papers: period ? await papersOfPeriod(db, setting, { ...asked, period }) : [],
  }
}

const isBeyondChance = ({ rules }: RuledRow) => rules.some(({ rule }) => rule === 'process-chart')
const isRed = ({ target }: Pick<ExceptionRow, 'target'>) => target?.rating.state === 'red'

type Apart = 'not-listed' | 'not-compared' | 'no-direction'

/** Why a measure that has a figure is not listed: nothing says which way is meant, or there is nothing to hold it against. */
function apartAs(row: ScorecardRow): Apart {
  if (isRated(row)) return 'not-listed'
  if (row.direction.goodEnd === null) return 'no-direction'
  return isCompared(row) ? 'not-listed' : 'not-compared'
}

function standing({ id, name, point, unitText, change, target }: ScorecardRow): ApartRow {
  const figure = `${point?.text ?? ''} ${unitText}`.trim()
  const moved = (change?.words ?? 'nothing to compare').replace('for Year to', 'for the year to')
  const rated = target && target.rating.state !== 'not-approved' ? ` ${target.rating.words}` : ''
  return { id, name, words: `${figure}, ${moved}.${rated}` }
}

type Around = {
  area: string
  by: CardRhythm
  asAt: string | undefined
  period: Period | null
  run: ExceptionRow['run'] | undefined
}

async function viewRow(
  db: Database,
  setting: Setting,
  row: RuledRow,
  { area, by, asAt, period, run = { listed: 1, red: 0, words: '' } }: Around,
): Promise<ExceptionRow> {
  const subject = findSubject(setting, row.id, '', area)
  const own = row.point ? periodOf(row.point.period) : period
  const periods = [period?.id, own?.id].filter((id) => id !== undefined)
  const commentaries = await commentariesOf(db, setting, subject, { periods, asAt })
  const commentary = commentaryWords(commentaries, row.target?.rating.state ?? null)
  const isExplained = commentaries.some(({ cause }) => cause !== null)
  const indicator = subject.indicator.id
  const linked = await linkedTo(db, setting, { indicator, area, day: own?.end ?? setting.today, asAt })
  const { missing: _missing, rules, process, trend, ...shown } = row
  return {
    ...shown,
    exceptions: rules,
    variation: process.words,
    variationKnown: process.varied !== null,
    trend: trend.words,
    run,
    commentaries,
    commentaryWords: commentary.words,
    commentaryMissing: commentary.missing,
    changeNote: isExplained || isRed(row) ? null : changeNote(trend.turn, isBeyondChance(row), by),
    ...linked,
    parts: linked.parts.filter(({ runs }) => runs),
    papers: own ? await papersOfMeasure(db, subject, { area, period: own, asAt }) : [],
  }
}
