import type { TrajectoryAnswer } from '../../contract/target-answers.ts'
import { formatValue } from '../../domain/indicator.ts'
import { dayLabel } from '../../domain/period.ts'
import { pointLabel, whenInSentence } from '../../domain/point-label.ts'
import { statement } from '../../domain/sentence.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import type { Dated } from '../area-figures.ts'
import { benchmarkMeasure, regionOf } from '../benchmarks.ts'
import { chosenEvents, loadEvents } from '../events.ts'
import { toPoints } from '../points.ts'
import { headingOf, type Setting, type Subject } from '../subject.ts'
import { type BenchmarkValue, loadTargetFigures, measureIdOf, type TargetFigures } from './target-figures.ts'
import { amberAlong, askedOn, beginOf, drawPath, endOf, pathPoint } from './target-path.ts'
import { findTarget, type RegisteredTarget, type TargetVersion } from './target-register.ts'
import { type Standing, standingOf } from './target-standing.ts'
import { textOfGoal } from './target-words.ts'
import { trajectoryRows } from './trajectory-rows.ts'

type Window = { from: string; until: string }

/** A target drawn: its figures, the path that it is to go by, what it goes to, and the same as a table. */
export async function viewTrajectory(
  db: Database,
  setting: Setting,
  id: string,
  { version }: { version?: number | undefined } = {},
): Promise<TrajectoryAnswer> {
  const target = await findTarget(db, id)
  const found = await loadTargetFigures(db, setting, target)
  const { subject, basis, measure } = found
  const { terms } = target
  const standing = standingOf(target, found)
  const figures = shownOf(target, found.figures)
  const newest = figures.at(-1)?.at.end ?? setting.today
  const from = figures[0]?.at.end ?? beginOf(terms)
  const window = { from, until: endOf(terms, standing.figure?.at.end ?? setting.today) }
  const path = drawPath(standing.path, terms, subject.measure, window)
  const milestones = terms.milestones.map(({ on, value }) => pathPoint(on, value, subject.measure))
  const benchmark = benchmarkOf(target, found, setting, from)
  const ahead = [...milestones.map(({ on }) => on), ...(terms.due === null ? [] : [terms.due])]
  const heading = headingOf(subject)
  return {
    target: target.id,
    version: target.version,
    measure: {
      id: measureIdOf(target),
      name: heading.name,
      view: heading.view,
      unit: heading.unit,
      unitShort: heading.unitShort,
      counted: heading.counted,
      decimals: heading.decimals,
    },
    area: { id: subject.area.id, name: subject.area.name },
    points: toPoints(figures, subject, basis, measure),
    path,
    pathLabel: labelOfPath(target, standing, found),
    amber: amberAlong(path, terms, subject.measure),
    range: rangeOf(target, standing, found, window),
    earlier: await earlierPath(db, setting, target, version, window),
    benchmark,
    milestones,
    events: await eventsBetween(db, setting, subject, {
      from,
      until: window.until > newest ? window.until : newest,
    }),
    rows: trajectoryRows(target, found, {
      figures,
      benchmark,
      ahead: ahead.filter((day) => day > newest && day <= window.until),
    }),
    summary: summaryOf(target, standing, found, setting.today),
    notes: notesOf(target, standing),
    illustrative: figures.some(({ status }) => status === 'illustrative'),
  }
}

/** What went before is shown for this long, so that the path is seen beside it. */
const YEARS_BEFORE = 5

/** The figures since five years before the path begins; all of them where none is as new as that. */
function shownOf({ terms }: TargetVersion, figures: readonly Dated[]): readonly Dated[] {
  const begins = beginOf(terms)
  const first = `${Number(begins.slice(0, 4)) - YEARS_BEFORE}${begins.slice(4)}`
  const shown = figures.filter(({ at }) => at.end >= first)
  return shown.length > 0 ? shown : figures
}

function labelOfPath({ terms }: TargetVersion, standing: Standing, found: TargetFigures): string {
  if (standing.goal === null) return 'Target'
  const text = textOfGoal(standing.goal, standing, found)
  return terms.shape === 'level' ? `Target ${text}` : `Path to ${text}`
}

function rangeOf(
  { terms }: TargetVersion,
  standing: Standing,
  found: TargetFigures,
  { until }: Window,
): TrajectoryAnswer['range'] {
  const { goal } = standing
  if (goal === null || typeof goal === 'number') return null
  return { ...goal, label: `Range ${textOfGoal(goal, standing, found)}`, from: beginOf(terms), to: until }
}

const STATISTICS = { mean: 'mean', median: 'median', p25: '25th percentile', p75: '75th percentile' } as const

/** What a live target goes to, named as on every chart: "Similar councils (mean of 10)". */
function benchmarkOf(
  { terms }: TargetVersion,
  { subject, benchmark }: TargetFigures,
  { reference }: Setting,
  from: string,
): TrajectoryAnswer['benchmark'] {
  const newest = benchmark.at(-1)
  if (terms.benchmark?.mode !== 'live' || !newest) return null
  const { group, statistic } = terms.benchmark
  const label = {
    neighbours: `Similar councils (${STATISTICS[statistic]} of ${newest.of})`,
    region: regionOf(subject.area, reference)?.name ?? 'The region',
    england: 'England',
  }[group]
  const toPoint = ({ at, value, contributing, of }: BenchmarkValue) => ({
    on: at.end,
    label: pointLabel(at, subject.indicator.kind, null),
    value,
    text: formatValue(value, benchmarkMeasure(subject.measure)),
    contributing,
    of,
  })
  return { group, label, points: benchmark.filter(({ at }) => at.end >= from).map(toPoint) }
}

/** The path that an earlier version would have: to today's benchmark, where that version goes to one. */
async function earlierPath(
  db: Database,
  setting: Setting,
  target: RegisteredTarget,
  asked: number | undefined,
  { from, until }: Window,
): Promise<TrajectoryAnswer['earlier']> {
  if (asked === undefined || asked === target.version) return null
  const version = target.versions.find((each) => each.version === asked)
  if (!version) {
    const there = target.version === 1 ? 'only version 1' : `versions 1 to ${target.version}`
    throw new Problem('not-found', `The target "${target.id}" has no version ${asked}. It has ${there}.`)
  }
  if (measureIdOf(version) !== measureIdOf(target) || version.terms.area !== target.terms.area) {
    return { version: asked, label: `Version ${asked} was about another measure`, path: [] }
  }
  const found = await loadTargetFigures(db, setting, version)
  const standing = standingOf(version, found)
  const end = version.terms.endsOn ?? version.terms.due ?? until
  const path = drawPath(standing.path, version.terms, found.subject.measure, { from, until: end })
  return { version: asked, label: `Path of version ${asked}`, path }
}

/** What inspectors did and what is done about it while the chart goes on, and stretches that do not compare with others. */
async function eventsBetween(
  db: Database,
  setting: Setting,
  subject: Subject,
  { from, until }: Window,
): Promise<TrajectoryAnswer['events']> {
  const events = chosenEvents(await loadEvents(db, setting, subject), 'main')
  return events.filter((event) => (event.until ?? event.date) >= from && event.date <= until)
}

/** What the newest figure is, beside what was asked for by its day, and what is aimed at in the end. */
function summaryOf(
  { terms }: TargetVersion,
  standing: Standing,
  found: TargetFigures,
  today: string,
): string {
  const { subject, basis, measure } = found
  const { figure, goal } = standing
  const by = terms.due === null ? '' : ` by ${dayLabel(terms.due)}`
  const text = goal === null ? null : textOfGoal(goal, standing, found)
  const ranOut = terms.endsOn !== null && terms.endsOn < today
  const until = ranOut ? `was ${text} until ${dayLabel(terms.endsOn ?? '')}` : `is ${text}${by}`
  const aim = text === null ? '' : ` The target ${until}.`
  if (!figure) return `There is no figure of this measure for ${subject.area.name} yet.${aim}`
  const said = statement(figure, {
    area: subject.area.name,
    when: whenInSentence(figure.at, subject.indicator.kind, basis),
    measure,
    wording: subject.wording,
  })
  const made =
    figure.status === 'illustrative'
      ? ' This figure is illustrative: it was made up to show how the dashboard works.'
      : ''
  const asked = askedOn(terms, standing, found, figure.at.end)
  if (asked === null) return `${said}.${aim}${made}`
  if (terms.shape === 'level') return `${said}; the target ${until}.${made}`
  return `${said}; the path asked for ${asked.text} by then.${aim}${made}`
}

function notesOf({ terms }: TargetVersion, { live, path }: Standing): string[] {
  const notes = [
    live !== null &&
      'The path leads to the newest figure of what the target goes to. When that moves the whole path moves, and so does what was asked for on earlier days.',
    path !== null &&
      path.shape !== terms.shape &&
      'The same percentage every quarter never comes to nothing, so the path is drawn evenly.',
    terms.endsOn !== null && `The target ran out on ${dayLabel(terms.endsOn)}; what it asked for ends there.`,
    terms.due === null &&
      terms.endsOn === null &&
      'No day is set, so it asks for the same from the first day on.',
  ]
  return notes.filter((note) => note !== false)
}
