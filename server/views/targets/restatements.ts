import type { RestatementAnswer, TargetPageAnswer } from '../../contract/target-answers.ts'
import type { Benchmark } from '../../contract/targets.ts'
import { formatValue } from '../../domain/indicator.ts'
import { addDays, dayLabel } from '../../domain/period.ts'
import { POPULATION } from '../../domain/population.ts'
import type { Database } from '../../store/database.ts'
import { findReleaseEntries, findReleasesWith, type ReleaseEntry } from '../../store/releases.ts'
import { benchmarkMeasure, ENGLAND, loadNeighbours, regionOf } from '../benchmarks.ts'
import { nameOf } from '../registers/register.ts'
import type { Setting, Subject } from '../subject.ts'
import {
  type BenchmarkValue,
  benchmarkName,
  benchmarkText,
  loadTargetFigures,
  newestBenchmark,
  subjectOf,
} from './target-figures.ts'
import type { RegisteredTarget, TargetVersion } from './target-register.ts'

type Answer = Pick<TargetPageAnswer, 'moves' | 'restatements'>

/** A release that was published, or withdrawn, on a day. */
type Event = { on: string; withdrawn: boolean; release: ReleaseEntry }

/**
 * How the goal of a live target moved since it was stated: on each day on which figures of its benchmark were published
 * or withdrawn, what it was by the end of the day before and by the end of that day. It is worked out from the
 * releases, so nothing that moved it can be left out. By the list of similar councils as it is now.
 */
export async function viewRestatements(
  db: Database,
  setting: Setting,
  target: RegisteredTarget,
): Promise<Answer> {
  if (target.terms.benchmark?.mode !== 'live') return { moves: whyFixed(target), restatements: [] }
  const restatements: RestatementAnswer[] = []
  for (const [on, events] of await loadEvents(db, setting, target)) {
    const version = versionOn(target, on)
    if (version.retired || version.terms.benchmark?.mode !== 'live') continue
    const subject = subjectOf(setting, version)
    const goalAt = async (day: string) =>
      newestBenchmark((await loadTargetFigures(db, setting, version, day)).benchmark) ?? null
    const [before, after] = [await goalAt(addDays(on, -1)), await goalAt(on)]
    const words = moveInWords(before, after, subject)
    if (words === null) continue
    restatements.push({
      on,
      before: before && goalText(before, subject),
      after: after && goalText(after, subject),
      words,
      releases: events.map(releaseAnswer),
    })
  }
  restatements.reverse()
  return { moves: movesInWords(setting, target, target.terms.benchmark, restatements), restatements }
}

/** By day, in the order of time. What was published and withdrawn on one day moved nothing that anybody could look back at. */
async function loadEvents(
  db: Database,
  setting: Setting,
  target: RegisteredTarget,
): Promise<Map<string, Event[]>> {
  const ids = new Set<number>()
  for (const { terms } of target.versions) {
    if (terms.benchmark?.mode !== 'live') continue
    const subject = subjectOf(setting, { terms })
    const query = {
      indicators: ingredientsOf(subject),
      areas: await groupOf(db, setting, subject, terms.benchmark),
    }
    for (const id of await findReleasesWith(db, query)) ids.add(id)
  }
  const events = (await findReleaseEntries(db))
    .filter(({ id }) => ids.has(id))
    .flatMap((release) => eventsOf(release))
    .filter(({ on }) => on >= target.terms.statedOn && on <= setting.today)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  return Map.groupBy(events, ({ on }) => on)
}

function eventsOf(release: ReleaseEntry): Event[] {
  const published = release.published_at.slice(0, 10)
  const withdrawn = release.withdrawn_at?.slice(0, 10)
  if (withdrawn === published) return []
  return [
    { on: published, withdrawn: false, release },
    ...(withdrawn ? [{ on: withdrawn, withdrawn: true, release }] : []),
  ]
}

/** Of what a measure's figures are made: two others' where it is their difference, and the population that rates are of. */
function ingredientsOf({ indicator }: Subject): string[] {
  const own = indicator.derived ? [indicator.derived.plus, indicator.derived.minus] : [indicator.id]
  return indicator.denominatorKind === 'population' ? [...own, POPULATION] : own
}

async function groupOf(
  db: Database,
  { reference }: Setting,
  { area }: Subject,
  { group, model }: Benchmark,
): Promise<string[]> {
  if (group === 'england') return [ENGLAND]
  if (group === 'region') return [regionOf(area, reference)?.id ?? '']
  return (await loadNeighbours(db, model ?? '', area)).map(({ neighbour }) => neighbour)
}

/** The version that stood at the end of a day; the first for days on which the register did not have it yet. */
function versionOn({ versions }: RegisteredTarget, day: string): TargetVersion {
  const end = `${day}T23:59:59.999Z`
  return versions.findLast(({ madeAt }) => madeAt <= end) ?? (versions[0] as TargetVersion)
}

const goalText = ({ value }: BenchmarkValue, { measure }: Subject) =>
  formatValue(value, benchmarkMeasure(measure))

/** Null where the goal is what it was. */
function moveInWords(
  before: BenchmarkValue | null,
  after: BenchmarkValue | null,
  subject: Subject,
): string | null {
  const [was, is] = [before && benchmarkText(before, subject), after && benchmarkText(after, subject)]
  if (before === null && after === null) return null
  if (before === null || was === null)
    return `Until then there was nothing that the goal could be taken from. From this day on it was ${is}.`
  if (after === null || is === null)
    return `From this day on there was nothing that the goal could be taken from. Before, it was ${was}.`
  if (was === is) return null
  const texts = [goalText(before, subject), goalText(after, subject)]
  if (texts[0] === texts[1]) return `The goal stayed at ${texts[1]}, by other figures: ${is}; before, ${was}.`
  const verb = after.value > before.value ? 'rose' : 'fell'
  return `The goal ${verb} from ${texts[0]} to ${texts[1]}. It is now ${is}; before, it was ${was}.`
}

const releaseAnswer = ({ release, withdrawn }: Event): RestatementAnswer['releases'][number] => ({
  title: release.title,
  fileName: release.file_name,
  by: nameOf((withdrawn ? release.withdrawn_by : release.published_by) ?? release.loaded_by),
  reason: withdrawn ? release.withdrawn_reason : release.reason,
  withdrawn,
})

function movesInWords(
  setting: Setting,
  target: RegisteredTarget,
  benchmark: Benchmark,
  restatements: readonly RestatementAnswer[],
): string {
  const { area } = subjectOf(setting, target)
  const name = benchmarkName(benchmark, regionOf(area, setting.reference)?.name)
  const [newest] = restatements
  const times = restatements.length === 1 ? 'once, on' : `${restatements.length} times, last on`
  const often = newest ? `has changed ${times} ${dayLabel(newest.on)}` : 'has not changed'
  return `The goal of this target is live: it is ${name}, so it moves when those figures are published, corrected or taken back. Since the target was stated, on ${dayLabel(target.terms.statedOn)}, it ${often}.`
}

function whyFixed({ terms }: RegisteredTarget): string {
  if (terms.benchmark?.frozen)
    return `The goal of this target is frozen: it stays as it was set, by ${terms.benchmark.frozen.period}, whatever is published.`
  return 'The goal of this target stays as it was set, whatever is published. Only a new version of the target changes it.'
}
