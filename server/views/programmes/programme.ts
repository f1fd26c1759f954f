import { planTerms } from '../../contract/plans.ts'
import type { ProgrammeAnswer, ProgrammesAnswer, ProgrammeTarget } from '../../contract/programmes.ts'
import type { RatingAnswer, TargetAnswer } from '../../contract/target-answers.ts'
import type { Database } from '../../store/database.ts'
import { loadEntries } from '../registers/register.ts'
import { isSaving } from '../savings/savings-programme.ts'
import { findArea, type Setting } from '../subject.ts'
import { targetCounts } from '../targets/target-counts.ts'
import { loadTargets, type RegisteredTarget } from '../targets/target-register.ts'
import { viewComponents } from './programme-component.ts'
import { findProgramme, loadProgrammes, type Programme } from './programme-register.ts'
import { type FoundTarget, viewProgrammeTarget } from './programme-target.ts'
import {
  groupsOf,
  headlineOf,
  notMeasurable,
  ownersInWords,
  periodInWords,
  spendInWords,
} from './programme-words.ts'

/** The strategies and plans that targets belong to, and the plans that they could belong to. */
export async function viewProgrammes(db: Database, setting: Setting): Promise<ProgrammesAnswer> {
  const targets = await loadTargets(db)
  const programmes = await loadProgrammes(db)
  const plans = await loadEntries(db, 'plan', planTerms)
  return {
    programmes: programmes.map((programme) => ({
      id: programme.id,
      name: programme.terms.name,
      aim: programme.terms.purpose,
      area: programme.terms.area,
      areaName: findArea(setting, programme.terms.area).name,
      targets: targetsOf(programme, targets).length,
    })),
    plans: plans
      .map(({ id, retired, terms: { name, area } }) => ({ id, name, area, retired }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

/** A strategy on a page: whether each of its targets is on the path, and what the strategy consists of. */
export async function viewProgramme(db: Database, setting: Setting, id: string): Promise<ProgrammeAnswer> {
  const programme = await findProgramme(db, id)
  const { terms, saving } = programme
  const area = findArea(setting, terms.area)
  const found: FoundTarget[] = []
  for (const target of targetsOf(programme, await loadTargets(db)))
    found.push(await viewProgrammeTarget(db, setting, target))
  found.sort((a, b) => compareTargets(a.shown, b.shown))
  const shown = found.map((each) => each.shown)
  const targets = shown.map(({ target }) => target)
  const counts = targetCounts(targets.filter(({ state }) => state === 'in-force').map(({ rating }) => rating))
  const components = await viewComponents(db, setting, programme)
  const measures = components.flatMap((component) => component.measures)
  return {
    id: programme.id,
    name: terms.name,
    area: { id: area.id, name: area.name },
    aim: terms.purpose,
    how: terms.how,
    from: terms.from,
    to: terms.to,
    period: periodInWords(terms, targets, setting.today),
    document: setting.reference.document(terms.document)?.title ?? terms.document,
    page: terms.page,
    note: terms.notes.join(' ') || null,
    hasSavings: isSaving(programme),
    headline: headlineOf(counts, targets),
    counts: { targets: targets.length, ...counts },
    targets: shown,
    groups: groupsOf(saving, targets),
    owners: ownersInWords(targets),
    spend: spendInWords(saving, found),
    notMeasurable: notMeasurable(found),
    blocks: programme.blocks.map(({ id: block, name, text }) => ({ id: block, title: name, text })),
    components,
    illustrative:
      targets.some(({ illustrative }) => illustrative) ||
      measures.some(({ point }) => point?.status === 'illustrative'),
  }
}

const targetsOf = ({ id }: Pick<Programme, 'id'>, targets: readonly RegisteredTarget[]) =>
  targets.filter(({ terms, retired }) => !retired && terms.programme === id)

/** What is not rated comes after these. */
const ORDER: readonly RatingAnswer['state'][] = ['red', 'amber', 'green']

/** What needs a question first; of those alike, what is furthest from its path. What is not in force comes last. */
function compareTargets({ target: a }: ProgrammeTarget, { target: b }: ProgrammeTarget): number {
  return rankOf(a) - rankOf(b) || apart(b) - apart(a) || (a.measure.name < b.measure.name ? -1 : 1)
}

function rankOf({ state, rating }: TargetAnswer): number {
  if (state !== 'in-force') return ORDER.length + 1
  return ORDER.includes(rating.state) ? ORDER.indexOf(rating.state) : ORDER.length
}

/** How far a figure is from what is asked for by its day, as a share of that. */
function apart({ point, rating: { expected } }: TargetAnswer): number {
  if (point?.value == null || !expected || expected.value === 0) return 0
  return Math.abs(point.value / expected.value - 1)
}
