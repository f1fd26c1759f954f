/**
 * Whether a plan keeps changing. The rule is the dashboard's own: members ask for a plan that stands still long enough
 * to be held to it, and no method for that is published. Progress is no change of a plan; its days, its list of actions,
 * its stages and who does what are. All days are ISO days.
 */

/** Changed on so many days within twelve months a plan keeps changing; a correction and one review are not enough. */
export const CHANGE_DAYS = 3
/** A single due day that was put off says nothing of a plan. */
export const LEAST_LATER = 2

/** `changedOn` are the days on which it was changed after it was first set; `later` of its `dues` due days are later now. */
export type PlanChanges = { changedOn: readonly string[]; dues: number; later: number }

export type Stability = {
  keepsChanging: boolean
  /** Days with a change in the twelve months up to the day that it is read on. */
  recentDays: number
}

/** Whether it keeps changing on a day: by days of change in twelve months, or by due days that were put off. */
export function stabilityOf({ changedOn, dues, later }: PlanChanges, on: string): Stability {
  const yearBefore = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`
  const recent = changedOn.filter((day) => day > yearBefore && day <= on)
  const recentDays = new Set(recent).size
  const isPutOff = later >= LEAST_LATER && later > dues / 2
  return { keepsChanging: recentDays >= CHANGE_DAYS || isPutOff, recentDays }
}
