import type { FindingAnswer } from '../../../server/contract/uploads.ts'
import { groupsOf, LEVELS, type Level } from '../../findings.ts'
import { FindingTable } from './FindingTable.tsx'
import { LevelSign } from './LevelTag.tsx'

type Counts = Record<Level, number>

const HEADINGS: Record<Level, string> = {
  stop: 'To put right',
  warn: 'To look at again',
  fixed: 'Put right for you',
}

const EXPLAINED: Record<Level, string> = {
  stop: 'These keep the file from being taken.',
  warn: 'These may well be right. If they are, say why when you publish.',
  fixed: 'There is nothing to do: it says how they were read, and what the public will not see.',
}

/** Everything that was found, the gravest first and by what it is about. Headings are one step below an h2. */
export function FindingGroups(props: {
  findings: readonly FindingAnswer[]
  counts: Counts
  /** Why the warnings were accepted, once they were. */
  accepted?: string | null
}) {
  const { findings, counts, accepted } = props
  return LEVELS.filter((level) => counts[level] > 0).map((level) => {
    // Once accepted there is nothing left to do about them.
    const shown = accepted ? findings.map((finding) => ({ ...finding, remedy: '' })) : findings
    const groups = groupsOf(shown, level)
    const listed = groups.reduce((sum, group) => sum + group.findings.length, 0)
    return (
      <section key={level} className={`app-found app-found--${level}`} aria-labelledby={`found-${level}`}>
        <h3 className="govuk-heading-s" id={`found-${level}`}>
          <LevelSign level={level} /> {HEADINGS[level]} ({counts[level].toLocaleString('en-GB')})
        </h3>
        <p className="govuk-body">
          {level === 'warn' && accepted ? `Accepted when it was published: “${accepted}”` : EXPLAINED[level]}
          {listed < counts[level] &&
            ` The first hundred of each kind are listed, ${listed.toLocaleString('en-GB')} in all.`}
        </p>
        <FindingTable caption={`${HEADINGS[level]}: where, and what was found`} groups={groups} />
      </section>
    )
  })
}
