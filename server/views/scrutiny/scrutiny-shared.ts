import { dayLabel } from '../../domain/period.ts'
import type { Area } from '../../reference.ts'
import { findArea, type Setting } from '../subject.ts'

/** Whose entries are shown, and as of which day. */
export type OnDay = { area: Area; on: string }

/** The area asked for or the home area, and the day asked for or today. Throws a Problem if nobody knows the area. */
export const onDay = (
  setting: Setting,
  query: { area?: string | undefined; on?: string | undefined },
): OnDay => ({
  area: findArea(setting, query.area),
  on: query.on ?? setting.today,
})

/** Keeps the entries of an area that were not taken out. */
export const inArea =
  ({ id }: Area) =>
  ({ terms, retired }: { terms: { area: string }; retired: boolean }): boolean =>
    !retired && terms.area === id

export const datedOf = (on: string) => ({ on, label: dayLabel(on) })
export const datedOrNull = (on: string | null) => (on === null ? null : datedOf(on))

export const measureOf = ({ reference }: Setting, id: string) => ({
  id,
  name: reference.indicator(id)?.name ?? id,
})
export const measuresOf = (setting: Setting, ids: readonly string[]) =>
  ids.map((id) => measureOf(setting, id))

type Source = { document: string; page: string | null }

/** The paper by its title, and the place in it. */
export const sourceOf = ({ reference }: Setting, { document, page }: Source): Source => ({
  document: reference.document(document)?.title ?? document,
  page,
})

const places = new Intl.Collator('en-GB', { numeric: true })

/** In the order of the paper: row 2 before row 10. */
export const compareAsPrinted = (a: Source, b: Source): number => places.compare(a.page ?? '', b.page ?? '')
