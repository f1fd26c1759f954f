import type { AcceptedAnswer, ReleaseAnswer } from '../../contract/quality.ts'
import type { SourceKind } from '../../domain/figure.ts'
import { dayLabel, parsePeriod, periodLabel } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { countFiguresOfReleases, findReleaseEntries, type ReleaseEntry } from '../../store/releases.ts'
import type { TitleOf } from '../uploads/uploads.ts'

const KIND_WORDS: Record<SourceKind, string> = {
  published: 'National publication',
  return: 'A council’s own return',
  document: 'Council paper',
}

/** What the importer keeps of a finding, as far as it is told here: a message may quote a figure that is hidden. */
type StoredFinding = { check: string; level: string }

/** Every release with its history, and those files of which warnings were accepted; as they stood at the end of a day. */
export async function viewReleases(
  db: Database,
  asAt: string | undefined,
  titleOf: TitleOf,
): Promise<{ releases: ReleaseAnswer[]; accepted: AcceptedAnswer[] }> {
  const end = asAt === undefined ? undefined : `${asAt}T23:59:59.999Z`
  const entries = (await findReleaseEntries(db)).filter(
    (entry) => end === undefined || entry.published_at <= end,
  )
  const uncounted = entries.filter(({ figures }) => figures === null).map(({ id }) => id)
  const counts = await countFiguresOfReleases(db, uncounted)
  return {
    releases: entries.map((entry) => releaseAnswer(entry, entry.figures ?? counts.get(entry.id) ?? 0, end)),
    accepted: entries.filter((entry) => isStanding(entry, end)).flatMap((entry) => accepted(entry, titleOf)),
  }
}

/** Whether a release had not been withdrawn by the end of a day. */
const isStanding = ({ withdrawn_at }: ReleaseEntry, end: string | undefined) =>
  withdrawn_at === null || (end !== undefined && withdrawn_at > end)

function releaseAnswer(entry: ReleaseEntry, figures: number, end: string | undefined): ReleaseAnswer {
  const standing = isStanding(entry, end)
  const withdrawnOn = entry.withdrawn_at?.slice(0, 10)
  return {
    id: entry.id,
    title: entry.title,
    publisher: entry.publisher,
    kind: entry.kind,
    kindWords: KIND_WORDS[entry.kind],
    state: standing ? 'published' : 'withdrawn',
    publishedOn: entry.published_at.slice(0, 10),
    publishedLabel: cameOut(entry),
    by: publisherOf(entry),
    reason: entry.reason,
    withdrawn:
      standing || !withdrawnOn
        ? null
        : {
            on: withdrawnOn,
            label: dayLabel(withdrawnOn),
            by: entry.withdrawn_by,
            reason: entry.withdrawn_reason,
          },
    fileName: entry.file_name,
    upload: entry.upload_id,
    figures,
  }
}

/** Who let it through; what came along with the program says so. */
const publisherOf = ({ published_by, loaded_by }: ReleaseEntry) =>
  published_by ?? (loaded_by === 'demonstration' ? 'the demonstration' : loaded_by)

/** Of many a source only the month is known. */
function cameOut({ source_date, published_at }: ReleaseEntry): string {
  const period = source_date ? parsePeriod(source_date) : undefined
  return period ? periodLabel(period) : dayLabel(published_at.slice(0, 10))
}

function accepted(entry: ReleaseEntry, titleOf: TitleOf): AcceptedAnswer[] {
  if (entry.findings === null || entry.upload_id === null) return []
  const findings = JSON.parse(entry.findings) as StoredFinding[]
  const warnings = findings.filter(({ level }) => level === 'warn')
  if (warnings.length === 0) return []
  const on = entry.published_at.slice(0, 10)
  return [
    {
      release: entry.id,
      upload: entry.upload_id,
      title: entry.title,
      acceptedOn: on,
      acceptedLabel: dayLabel(on),
      by: publisherOf(entry),
      reason: entry.warnings_reason ?? entry.reason,
      warnings: warnings.length,
      kinds: [...Map.groupBy(warnings, ({ check }) => check)].map(([check, same]) => ({
        check,
        title: titleOf(check),
        count: same.length,
      })),
    },
  ]
}
