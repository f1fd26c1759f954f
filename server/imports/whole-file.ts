import { formatValue } from '../domain/indicator.ts'
import { nearest } from '../domain/nearest.ts'
import { dayLabel, periodOf, shortPeriodLabel } from '../domain/period.ts'
import type { Reference } from '../reference.ts'
import type { Upload } from '../store/uploads.ts'
import type { Changes } from './compare.ts'
import type { Table } from './file.ts'
import type { Finding } from './finding.ts'
import { personalHeader } from './personal.ts'
import { scanForPersonal } from './scan.ts'

/** What an importer has to say of a file as a whole. */

/**
 * Child-level data, if that is what the file holds. Nothing is told of it but the heading or the kind that it was known
 * by.
 */
export async function findChildLevel({ header }: Table, bytes: Buffer): Promise<Finding | undefined> {
  const column = personalHeader(header) ?? null
  const seen = column === null ? await scanForPersonal(bytes) : undefined
  if (column === null && seen === undefined) return undefined
  const what = seen === undefined ? '' : ` A cell holds ${seen}.`
  return { ...CHILD_LEVEL, column, message: CHILD_LEVEL.message.replace('.', `.${what}`) }
}

const CHILD_LEVEL: Finding = {
  check: 'child-level',
  level: 'stop',
  row: 1,
  column: null,
  value: null,
  message: 'This looks like child-level data. Nothing of it was kept.',
  remedy:
    'Send totals only: a row an indicator and period, without names, dates of birth, postcodes or numbers of children.',
}

export function unknownFormat(header: readonly string[]): Finding {
  const known = ['period', 'indicator_id', 'area_code', 'time_period', 'geographic_level', 'old_la_code']
  const guesses = header.flatMap((name) => {
    const guess = known.includes(name) ? undefined : nearest(name, known)
    return guess ? [`"${name}" (did you mean "${guess}"?)`] : []
  })
  return {
    check: 'unknown-format',
    level: 'stop',
    row: 1,
    column: null,
    value: header.join(', ').slice(0, 200),
    message: `These headings belong to no layout that is known here${guesses.length > 0 ? `: ${guesses.join(', ')}` : ''}.`,
    remedy:
      'Use the quarterly template (period, indicator_id, area_code, …), a DfE file in the national layout, or a DfE list of statistical neighbours.',
  }
}

export function emptyTable(): Finding {
  return {
    check: 'empty-table',
    level: 'stop',
    row: null,
    column: null,
    value: null,
    message: 'The table has headings but no figures.',
    remedy: 'Check that the right sheet was saved, and that its filters show all rows.',
  }
}

/** How many revisions the warning itself quotes; all stand in the changes. */
const QUOTED = 3

export function revisionOf({ revised, revisions }: Changes, reference: Reference): Finding {
  const quoted = revisions.slice(0, QUOTED).map(({ before, after }) => {
    const indicator = reference.indicator(after.indicator)
    const measure = indicator
      ? { unit: indicator.unit, decimals: indicator.localDecimals ?? indicator.decimals }
      : { unit: 'count' as const, decimals: 0 }
    return `${indicator?.name ?? after.indicator}, ${shortPeriodLabel(periodOf(after.period))}: ${formatValue(before.value, measure)} → ${formatValue(after.value, measure)}`
  })
  const list = quoted.length > 0 ? `: ${quoted.join('; ')}${revised > quoted.length ? ' …' : ''}.` : '.'
  return {
    check: 'revision',
    level: 'warn',
    row: null,
    column: null,
    value: null,
    message: `Changes ${revised} ${revised === 1 ? 'figure that is' : 'figures that are'} published already${list}`,
    remedy:
      'If that is meant, give the reason. Figures that were final are marked as revised, and those that stood before stay readable.',
  }
}

/** A file that was published before and has been overtaken would bring its old figures back. */
export function overtaken(before: Upload): Finding {
  return {
    check: 'stale-file',
    level: 'warn',
    row: null,
    column: null,
    value: before.file_name,
    message: `This very file was published on ${dayLabel((before.published_at ?? before.loaded_at).slice(0, 10))}, and newer figures have replaced some of it since.`,
    remedy: 'Check that this is the newest file. Publishing it brings the older figures back.',
  }
}
