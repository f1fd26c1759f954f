import type { GoodEnd } from './benchmark.ts'
import { isAdverse, type Movement } from './change.ts'
import type { Rag } from './rag.ts'

/**
 * Whether a text about a figure has another tone than the figure. Members have complained of narratives that stay
 * positive while targets are missed. A text is read for words that claim how a figure stands or which way it went; what it
 * denies, hopes for or asks is no claim. To find one says that the reader should look twice, not that it is wrong.
 */

/**
 * How a figure stands. `rating` is that against its approved target; `moved` is towards or away from its aim, `mixed`
 * where one comparison says this and another that. Null is what nobody can tell, as where no direction is set.
 */
export type FigureStanding = { rating: Rag | null; moved: 'towards' | 'away' | 'mixed' | null }

/** What a text says, in its own words; about where a figure stands, or about which way it went. */
export type Claim = { said: string; about: 'position' | 'movement'; positive: boolean }

/** Which way a figure went from its movements since the period before and a year before; without a good end nobody knows. */
export function movedOf(
  movements: readonly (Movement | null)[],
  goodEnd: GoodEnd | null,
): FigureStanding['moved'] {
  if (goodEnd === null) return null
  const went = movements.filter((each) => each === 'up' || each === 'down')
  const away = went.filter((each) => isAdverse(each, goodEnd)).length
  if (away > 0 && away < went.length) return 'mixed'
  return went.length === 0 ? null : away > 0 ? 'away' : 'towards'
}

const IS = '(?:is|are|was|were|has been|have been|remains?|remained|continues? to be)'
const RESULTS = '(?:performance|results?|outcomes?|position|picture|figures?|delivery)'
const GOOD = '(?:strong|good|excellent|pleasing|encouraging|positive)'
const POOR = '(?:poor|weak|disappointing|unsatisfactory)'
const OUR = '(?:its|the|our|this|that|their)'
const BESIDE_OTHERS =
  '(?! (?:start|than (?:similar|most|other|the (?:national|regional|england)|england|average)))'
const BECAME = '(?:is|are|was|were|been|be|becoming|became|got|gets?|getting|now|much|slightly)'

const PATTERNS: readonly [pattern: string, about: Claim['about'], positive: boolean][] = [
  ['on (?:track|target|course|schedule)(?! to miss)', 'position', true],
  [`ahead of (?:${OUR} )?(?:target|plan|schedule)`, 'position', true],
  [`(?:met|meets|exceeded|exceeds|achieved|achieves) (?:${OUR} )?(?:\\w+ )?target`, 'position', true],
  [`target ${IS} (?:met|exceeded|achieved)`, 'position', true],
  [`${GOOD} ${RESULTS}`, 'position', true],
  [`${RESULTS} ${IS} (?:very |still )?${GOOD}`, 'position', true],
  ['(?:pleasing|pleased (?:with|that|to report))', 'position', true],
  [`(?:${IS}|very|an) encouraging`, 'position', true],
  ['improved', 'movement', true],
  ['(?:is|are|keeps|now|still|steadily) improving|improving (?:picture|position|trend)', 'movement', true],
  [
    '(?:an|clear|marked|significant|continued|steady|sustained|further|real|slight) improvements?(?! (?:plan|board|notice|adviser|programme|partner|journey))',
    'movement',
    true,
  ],
  ['(?:good|strong|steady|real|clear|great|significant|excellent|made|making) progress', 'movement', true],
  [`${BECAME} better${BESIDE_OTHERS}`, 'movement', true],
  ['better than (?:last|in|expected|planned|the (?:year|quarter|month|previous))', 'movement', true],
  ['in the right direction|turned the corner', 'movement', true],
  ['off (?:track|target|course|the path)', 'position', false],
  [`behind (?:${OUR} )?(?:target|plan|schedule)`, 'position', false],
  [`(?:missed|misses|fell short of|falls short of) (?:${OUR} )?(?:\\w+ )?target`, 'position', false],
  [`${POOR} ${RESULTS}|${RESULTS} ${IS} (?:very |still )?${POOR}|disappointing(?:ly)?`, 'position', false],
  ['worsened|worsening|deteriorat(?:ed|ing|ion)|slipped back', 'movement', false],
  [`${BECAME} worse${BESIDE_OTHERS}`, 'movement', false],
  ['in the wrong direction', 'movement', false],
]

const CLAIMS = PATTERNS.map(([pattern, about, positive]) => ({
  pattern: new RegExp(`\\b(?:${pattern})\\b`, 'gi'),
  about,
  positive,
}))

/** A denial, a hope or a question before a claim takes it back; "improved" after a "the" or a "through" describes a thing. */
const DENIED =
  /\b(?:not(?! only| just| merely)|cannot|no(?! doubt)|never|nor|neither|without|hardly|barely|(?<!a )little|less|far from|nowhere near|fail(?:s|ed)? to|yet to|lack of|unlikely|rather than|instead of|whether)\b|n[’']t\b/i
const HOPED =
  /\b(?:will|would|should|must|shall|could|may|might|needs?(?: to)?|expect(?:s|ed)?|aim(?:s|ed)?|hope(?:s|d)?|intend(?:s|ed)?|plan(?:s|ned)? to|if|unless|until|once|so that|in order|to (?:get|bring|put|return|keep|make|see|achieve|secure|show))\b/i
const DESCRIBES = /\b(?:an?|the|its|our|their|through|by|with|of|for|via|from|more)$/i
const TAKEN_BACK = /^ (?:until|till|no longer)\b/i

/** Every claim that a text makes of a figure, in its order. Claims are looked for sentence by sentence. */
export function claimsIn(text: string): Claim[] {
  const clauses = text.split(/[.;:!?\n]|\b(?:but|although|though|while|whereas|however)\b/i)
  return clauses.flatMap((clause) =>
    CLAIMS.flatMap(({ pattern, about, positive }) =>
      [...clause.matchAll(pattern)]
        .filter((found) => isMeant(clause, found))
        .map(({ 0: said, index }) => ({ at: index, claim: { said, about, positive } })),
    )
      .sort((a, b) => a.at - b.at)
      .map(({ claim }) => claim),
  )
}

/** How many words before a claim may deny it. */
const WORDS_BEFORE = 8

function isMeant(clause: string, { 0: said, index }: RegExpExecArray): boolean {
  const before = clause.slice(0, index).trim().split(/\s+/).slice(-WORDS_BEFORE).join(' ')
  const isThing = /^improved$/i.test(said) && DESCRIBES.test(before)
  return (
    !DENIED.test(before) &&
    !HOPED.test(before) &&
    !isThing &&
    !TAKEN_BACK.test(clause.slice(index + said.length))
  )
}

const STANDS = {
  red: 'is red against the approved target',
  green: 'is green against the approved target',
  away: 'moved away from its aim',
  towards: 'moved towards its aim',
}

/**
 * What stands against a claim. Where a figure stands is told by its rating, which way it went by its change; the other
 * one is asked only where that is not known.
 */
function against({ about, positive }: Claim, { rating, moved }: FigureStanding): string | null {
  const byRating = rating === (positive ? 'red' : 'green') ? STANDS[positive ? 'red' : 'green'] : null
  const byChange = moved === (positive ? 'away' : 'towards') ? STANDS[positive ? 'away' : 'towards'] : null
  if (about === 'position') return rating === null ? byChange : byRating
  return moved === null ? byRating : byChange
}

/** "It says “on track”; the figure is red against the approved target." Null where nothing it says is gainsaid. */
export function toneInWords(text: string, standing: FigureStanding): string | null {
  const found = claimsIn(text).flatMap((claim) => {
    const stands = against(claim, standing)
    return stands === null ? [] : [{ said: `“${claim.said}”`, stands }]
  })
  if (found.length === 0) return null
  const all = (words: readonly string[]) => [...new Set(words)].join(' and ')
  return `It says ${all(found.map(({ said }) => said))}; the figure ${all(found.map(({ stands }) => stands))}.`
}
