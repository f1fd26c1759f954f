import type { ExcerptAnswer, FindingAnswer } from '../server/contract/uploads.ts'

export type Level = FindingAnswer['level']
export const LEVELS: readonly Level[] = ['stop', 'warn', 'fixed']

/** All findings of one check. `remedy` is what to do where that is the same for every one of them. */
export type Group = { check: string; title: string; remedy: string | null; findings: FindingAnswer[] }

/** The findings of one level by check, in the order in which each check first had something to say. */
export function groupsOf(findings: readonly FindingAnswer[], level: Level): Group[] {
  const checks = Map.groupBy(
    findings.filter((finding) => finding.level === level),
    (finding) => finding.check,
  )
  return [...checks].map(([check, members]) => {
    const [first] = members
    const remedies = new Set(members.map((member) => member.remedy))
    return {
      check,
      title: first?.title ?? check,
      remedy: remedies.size === 1 ? (first?.remedy ?? null) : null,
      findings: members,
    }
  })
}

export function countsOf(findings: readonly FindingAnswer[]): Record<Level, number> {
  const counts = { stop: 0, warn: 0, fixed: 0 }
  for (const finding of findings) counts[finding.level]++
  return counts
}

/** The gravest finding of every cell that one is about, by row and place of the column; the heading is row 1. */
export function marksOf(
  findings: readonly FindingAnswer[],
  { header }: ExcerptAnswer,
): Map<string, FindingAnswer> {
  const marks = new Map<string, FindingAnswer>()
  for (const finding of findings) {
    if (finding.row === null) continue
    // What is about a whole row is marked at its number.
    const place = finding.column === null ? -1 : header.indexOf(finding.column)
    const key = markKey(finding.row, place)
    const known = marks.get(key)
    if (!known || LEVELS.indexOf(finding.level) < LEVELS.indexOf(known.level)) marks.set(key, finding)
  }
  return marks
}

export const markKey = (row: number, place: number) => `${row} ${place}`
