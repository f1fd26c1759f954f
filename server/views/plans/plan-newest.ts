import type { PlanRow } from '../../contract/plan-answers.ts'
import type { EntryVersionAnswer } from '../../contract/registers.ts'
import { dayLabel } from '../../domain/period.ts'
import { definitionOf } from '../../registers/definitions.ts'
import { type Names, shortened } from '../registers/entry-names.ts'
import { viewHistory } from '../registers/entry-words.ts'
import type { Setting } from '../subject.ts'
import { type RegisteredAction, type RegisteredPlan, recordedOn } from './plan-register.ts'
import { many } from './plan-words.ts'

/** Longer values are named by their field alone. */
const MOST_LETTERS = 50
const MOST_FIELDS = 3
const TITLE = 80

/** What was done last, to a plan or to one of the actions that it ever had, in words that say what changed. */
export function newestOf(
  plan: RegisteredPlan,
  ever: readonly RegisteredAction[],
  about: { setting: Setting; names: Names },
): PlanRow['newest'] {
  const last = ever.reduce<RegisteredAction | undefined>(
    (newest, each) => (newest && newest.madeAt >= each.madeAt ? newest : each),
    undefined,
  )
  const action = last && last.madeAt > plan.madeAt ? last : undefined
  const { madeAt, versions } = action ?? plan
  const on = recordedOn({ madeAt })
  const told = (words: string) => ({ on, label: dayLabel(on), words })
  if (action)
    return told(`“${shortened(action.terms.title, TITLE)}” ${changeInWords('action', versions, about)}`)
  if ([plan, ...ever].some((each) => each.versions.length > 1))
    return told(`The plan ${changeInWords('plan', versions, about)}`)
  const what = ever.length === 0 ? 'without actions' : `with ${many(ever.length, 'action')}`
  return told(`Put on record ${what}; nothing was changed since`)
}

function changeInWords(
  register: 'plan' | 'action',
  versions: RegisteredPlan['versions'] | RegisteredAction['versions'],
  { setting, names }: { setting: Setting; names: Names },
): string {
  const definition = definitionOf(register)
  const [newest] = definition ? viewHistory(definition, versions, setting, names) : []
  switch (newest?.kind) {
    case 'retired':
      return 'was taken out'
    case 'brought-back':
      return 'was brought back'
    case 'changed':
      return newest.changed.length === 0
        ? 'was put on record again, as it was'
        : fieldsInWords(newest.changed)
    default:
      return 'was put on record'
  }
}

/** `was changed: Due from 8 May 2017 to 22 May 2017; Next steps` */
function fieldsInWords(changed: EntryVersionAnswer['changed']): string {
  const told = changed.slice(0, MOST_FIELDS).map(({ field, before, after }) => {
    const isShort = before.length <= MOST_LETTERS && after.length <= MOST_LETTERS
    return isShort ? `${field} from ${before} to ${after}` : field
  })
  const more = changed.length - told.length
  return `was changed: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}
