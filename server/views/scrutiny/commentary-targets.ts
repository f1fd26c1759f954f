import type { Period } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import type { Setting, Subject } from '../subject.ts'
import type { Surroundings } from '../surroundings.ts'
import { surroundingsFor, targetsOf } from '../targets/series-target.ts'
import { subjectOf, targetFigures } from '../targets/target-figures.ts'
import { countsOn } from '../targets/target-register.ts'
import { standingOf, textBetween } from '../targets/target-standing.ts'
import { type Known, kindOf } from './commentary-known.ts'

/** What the targets that counted on the last day of a period aim at, and what their paths asked for by it. */
export async function numbersOfTargets(
  db: Database,
  setting: Setting,
  subject: Subject,
  surroundings: Surroundings,
  period: Period,
  query: { neighbours: string; asAt?: string | undefined },
): Promise<Known[]> {
  const counting = (await targetsOf(db, subject, query.asAt)).filter((target) => countsOn(target, period.end))
  const known: Known[] = []
  for (const target of counting) {
    const own = subjectOf(setting, target)
    const found = targetFigures(
      target,
      own,
      await surroundingsFor(db, setting, target, own, surroundings, query),
    )
    // What a path asks for hangs on the day of the figure alone, in whichever rhythm it came.
    const figure = Object.values(surroundings.own)
      .flat()
      .find((each) => each.period === period.id)
    const { goal, rated } = standingOf(target, found, figure ?? null)
    const add = (value: number, words: string) => {
      const text = textBetween(value, own.measure)
      known.push({ value: numberOf(text), kind: kindOf(own.measure.unit), words, text })
    }
    for (const end of goal === null ? [] : typeof goal === 'number' ? [goal] : [goal.low, goal.high])
      add(end, 'the goal of a target')
    if ('rag' in rated && typeof rated.expected === 'number')
      add(rated.expected, 'what a target asks for by its day')
  }
  return known
}

/** A goal is looked for as it is written: rounded. */
const numberOf = (text: string) => Number(text.replaceAll(/[£,%]/g, '').replace('−', '-'))
