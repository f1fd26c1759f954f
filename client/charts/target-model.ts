import type { ProjectionAnswer, TrajectoryAnswer } from '../../server/contract/target-answers.ts'
import {
  type Band,
  framed,
  type Line,
  type LineModel,
  type Mark,
  ownMark,
  PATH_STYLE,
  type Path,
} from './line-model.ts'
import { dayNumber } from './scale.ts'
import { styleOf } from './styles.ts'

const BRAND = '#12436D'
const QUIET = '#505a5f'
const AMBER = '#7a5c00'

/** What the chart of a target shows: figures, what is asked for, what it goes to, and where recent change leads. */
export function targetModel(answer: TrajectoryAnswer, projection: ProjectionAnswer | undefined): LineModel {
  const own = ownLine(answer)
  const ahead = projection ? projectionOf(projection, answer) : null
  const lines = [own, benchmarkLine(answer), ahead?.line ?? null].filter((line) => line !== null)
  const parts = {
    lines,
    bands: [rangeBand(answer), ahead?.band ?? null].filter((band) => band !== null),
    paths: pathsOf(answer),
    facts: [],
    base: null,
    milestones: answer.milestones.map(
      ({ on, value, label, text }): Mark => ({
        key: `milestone-${on}`,
        at: dayNumber(on),
        value,
        label,
        text,
        details: [],
        hollow: false,
      }),
    ),
  }
  return framed(parts, answer.events)
}

/** Our own figures; each tells what was asked for by its day. */
function ownLine({ points, rows, area }: TrajectoryAnswer): Line | null {
  const asked = new Map(rows.map(({ end, expected }) => [end, expected?.text]))
  const marks = points.map((point): Mark => {
    const mark = ownMark(point, 'own')
    const expected = asked.get(point.end)
    return expected ? { ...mark, details: [...mark.details, `asked for by then: ${expected}`] } : mark
  })
  return marks.length > 0 ? { id: 'own', name: area.name, style: styleOf('own', 0), marks } : null
}

function benchmarkLine({ benchmark }: TrajectoryAnswer): Line | null {
  if (!benchmark || benchmark.points.length === 0) return null
  const isGroup = benchmark.group === 'neighbours'
  const marks = benchmark.points.map(
    ({ on, value, label, text, contributing, of }): Mark => ({
      key: `benchmark-${on}`,
      at: dayNumber(on),
      value,
      label,
      text,
      details: isGroup ? [`${contributing} of ${of} councils`] : [],
      hollow: false,
    }),
  )
  const name = isGroup ? 'Similar councils' : benchmark.label
  return { id: 'benchmark', name, style: styleOf(benchmark.group, 0), marks }
}

function pathsOf({ path, pathLabel, amber, earlier }: TrajectoryAnswer): Path[] {
  const points = (list: TrajectoryAnswer['path']) =>
    list.map(({ on, value }) => ({ at: dayNumber(on), value }))
  const end = (list: TrajectoryAnswer['path']) => list.at(-1)?.text ?? ''
  const paths: Path[] = [
    {
      id: 'earlier',
      name: earlier?.label ?? '',
      text: end(earlier?.path ?? []),
      style: { colour: QUIET, dash: '10 4 2 4', width: 2 },
      points: points(earlier?.path ?? []),
    },
    {
      id: 'amber',
      name: 'Amber limit',
      text: end(amber),
      style: { colour: AMBER, dash: '2 2', width: 1.5 },
      points: points(amber),
    },
    { id: 'path', name: pathLabel, text: '', style: PATH_STYLE, points: points(path) },
  ]
  return paths.filter((each) => each.points.length > 0)
}

function rangeBand({ range }: TrajectoryAnswer): Band | null {
  if (!range) return null
  const { low, high } = range
  const points = [range.from, range.to].map((on) => ({ at: dayNumber(on), low, high }))
  return { id: 'range', name: range.label, colour: QUIET, points }
}

/** The fan opens at the newest figure that was projected from. */
function projectionOf(
  { points }: ProjectionAnswer,
  answer: TrajectoryAnswer,
): { line: Line; band: Band } | null {
  const newest = answer.points.findLast(({ value, doubt }) => value !== null && doubt === null)
  if (points.length === 0 || !newest || newest.value === null) return null
  const joint: Mark = { ...ownMark(newest, 'joint'), silent: true }
  const marks = points.map(
    ({ end, label, value, text, range }): Mark => ({
      key: `projection-${end}`,
      at: dayNumber(end),
      value,
      label,
      text,
      details: [`four times in five: ${range}`],
      hollow: false,
    }),
  )
  return {
    line: {
      id: 'projection',
      name: 'If change continues',
      style: { colour: BRAND, dash: '2 4', shape: 'circle', width: 2 },
      marks: [joint, ...marks],
      plain: true,
    },
    band: {
      id: 'projection',
      name: 'where four in five are expected, if recent change continues',
      colour: BRAND,
      points: [
        { at: joint.at, low: newest.value, high: newest.value },
        ...points.map(({ end, low, high }) => ({ at: dayNumber(end), low, high })),
      ],
    },
  }
}
