import type { ProgrammeTarget } from '../../contract/programmes.ts'
import type { ProjectionAnswer, TargetAnswer } from '../../contract/target-answers.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'
import { viewProjection } from '../targets/projection.ts'
import { loadTargetFigures, type TargetFigures, whileItCounted } from '../targets/target-figures.ts'
import { viewTargetRealism } from '../targets/target-realism.ts'
import type { RegisteredTarget } from '../targets/target-register.ts'
import { viewTarget } from '../targets/targets.ts'
import { targetChart } from './programme-chart.ts'

/** A target of a programme as its card shows it, and the figures that it was made from. */
export type FoundTarget = { register: RegisteredTarget; found: TargetFigures; shown: ProgrammeTarget }

export async function viewProgrammeTarget(
  db: Database,
  setting: Setting,
  register: RegisteredTarget,
): Promise<FoundTarget> {
  const found = whileItCounted(register, await loadTargetFigures(db, setting, register))
  const target = await viewTarget(db, setting, register, found)
  const projection = isUnderWay(target) ? await viewProjection(db, setting, register.id) : null
  return {
    register,
    found,
    shown: {
      target,
      chart: targetChart(register, found, target, projection),
      chance: target.point && projection && chanceOf(projection),
      realism: target.point && (await realismOf(db, setting, register.id)),
    },
  }
}

/** From before its path began nothing is on a way yet; what has run out is on none any more. */
const isUnderWay = ({ state, rating }: TargetAnswer) => state === 'in-force' && rating.state !== 'not-started'

function chanceOf({ chance, noChance, none }: ProjectionAnswer): ProgrammeTarget['chance'] {
  const words = chance?.words ?? noChance ?? none
  return words === null ? null : { percent: chance?.percent ?? null, words }
}

/** Of the change as it was stated; what is left of it from here is on the page of the target. */
async function realismOf(db: Database, setting: Setting, id: string): Promise<ProgrammeTarget['realism']> {
  const { rows, none } = await viewTargetRealism(db, setting, id)
  const [stated] = rows
  if (!stated) return none === null ? null : { verdict: null, sentence: none, record: null }
  const [sentence, record] = firstSentence(stated.sentence)
  return { verdict: stated.verdict, sentence, record }
}

/** The first sentence, and what follows it, if anything does. A point within a number has no space behind it. */
function firstSentence(text: string): [first: string, rest: string | null] {
  const end = text.indexOf('. ')
  return end === -1 ? [text, null] : [text.slice(0, end + 1), text.slice(end + 2)]
}
