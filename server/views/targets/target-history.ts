import type { TargetVersionAnswer } from '../../contract/target-answers.ts'
import { TARGET_FIELDS, type TargetField } from '../../domain/target-fields.ts'
import { isSame, kindOf, nameOf } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import type { RegisteredTarget, TargetVersion } from './target-register.ts'
import { type PlanNames, termsInWords } from './terms-in-words.ts'

/** Every version of a target with who made it, when and why, and what it changed; the newest first. */
export function viewHistory(
  setting: Setting,
  { versions }: RegisteredTarget,
  plans: PlanNames,
): TargetVersionAnswer[] {
  const inWords = ({ terms }: TargetVersion) => termsInWords(terms, setting, plans)
  return versions.map((version, i) => versionAnswer(inWords, version, versions.slice(0, i))).reverse()
}

function versionAnswer(
  inWords: (version: TargetVersion) => InWords,
  version: TargetVersion,
  earlier: readonly TargetVersion[],
): TargetVersionAnswer {
  const previous = earlier.at(-1)
  const words = inWords(version)
  return {
    version: version.version,
    kind: kindOf(version, previous),
    madeBy: nameOf(version.madeBy),
    madeOn: version.madeAt.slice(0, 10),
    reason: version.reason,
    sameAs: earlier.findLast((each) => isSame(each, version))?.version ?? null,
    changed: previous ? changesBetween(inWords(previous), words) : [],
    fields: words.map(({ key, text }) => ({ field: TARGET_FIELDS[key], text })),
    terms: version.terms,
  }
}

type InWords = ReturnType<typeof termsInWords>

const NOT_SET = 'not set'

function changesBetween(before: InWords, after: InWords): TargetVersionAnswer['changed'] {
  const texts = (words: InWords) => new Map<TargetField, string>(words.map(({ key, text }) => [key, text]))
  const [old, now] = [texts(before), texts(after)]
  return (Object.keys(TARGET_FIELDS) as TargetField[])
    .map((key) => ({
      field: TARGET_FIELDS[key],
      before: old.get(key) ?? NOT_SET,
      after: now.get(key) ?? NOT_SET,
    }))
    .filter((change) => change.before !== change.after)
}
