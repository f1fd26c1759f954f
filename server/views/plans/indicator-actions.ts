import type { IndicatorActionsAnswer } from '../../contract/indicator-actions.ts'
import { isOpen } from '../../domain/plan-dates.ts'
import type { Database } from '../../store/database.ts'
import { linkedTo } from '../scrutiny/exceptions-linked.ts'
import { findSubject, type Setting } from '../subject.ts'

/** The actions of an area's plans that bear on a measure, what was said last first. A count and its rate are one measure. */
export async function viewIndicatorActions(
  db: Database,
  setting: Setting,
  id: string,
  areaId: string | undefined,
): Promise<IndicatorActionsAnswer> {
  const { indicator, area } = findSubject(setting, id, '', areaId)
  const { actions, parts } = await linkedTo(db, setting, {
    indicator: indicator.id,
    area: area.id,
    day: setting.today,
  })
  const open = actions.filter(({ state }) => isOpen({ state })).length
  return {
    indicator: { id: indicator.id, name: indicator.name },
    area: { id: area.id, name: area.name },
    words: [inWords(actions.length, open, area.name), partsInWords(parts.length)].filter(Boolean).join(' '),
    actions: actions.map(({ source, update: _, evidence: __, ...action }) => ({
      ...action,
      source: [source.document, source.page].filter(Boolean).join(', '),
    })),
    parts,
  }
}

function inWords(all: number, open: number, area: string): string {
  if (all === 0) return `No plan of ${area} names an action for this measure.`
  const actions = all === 1 ? '1 action names' : `${all} actions name`
  const still = open === 0 ? 'none of them is' : `${open} of them ${open === 1 ? 'is' : 'are'}`
  return `${actions} this measure. As it was last said, ${still} open.`
}

const partsInWords = (parts: number): string =>
  parts === 0 ? '' : `${parts === 1 ? '1 part of a plan bears' : `${parts} parts of plans bear`} on it.`
