import type { Indicator } from '../contract/catalogue.ts'

/** An indicator, or a breakdown of it, that a measure may be. `score` is 1 where the words are the same. */
export type Match = { indicator: Indicator; dimension: string; score: number }

/** Finds what in the catalogue the words of a council's own measure mean, the likeliest first. */
export type MeasureMatcher = (text: string) => Match[]

/** The way one thing is called in councils' sheets, and the way the catalogue calls it. The order matters. */
const SAME: readonly [RegExp, string][] = [
  [/[’']/g, ''],
  [/\bre[- ]?referrals?\b/g, 'repeat referrals'],
  [
    /\b(?:child(?:ren)? |those )?(?:in (?:the )?)?(?:looked[- ]after(?: child(?:ren)?)?|lac|cla|cic|clac)\b/g,
    'children in care',
  ],
  [
    /\bbec(?:a|o)me children in care|(?:start\w*|commenc\w*|beg[au]n\w*) to be children in care\b/g,
    'entering care',
  ],
  [/\b(?:ceas\w*|stopp\w*) to be children in care\b/g, 'leaving care'],
  [/\bchildren in care (?:starts|admissions|starters|entrants)\b/g, 'entering care'],
  [/\bchildren in care (?:ends|ceased|discharges|leavers)\b/g, 'leaving care'],
  [
    /\b(?:admissions?|admitted|entr(?:y|ies|ants)|entered|entering|coming|came|taken) (?:in)?to (?:local authority )?care\b/g,
    'entering care',
  ],
  [/\b(?:start\w*|enter\w*|new (?:in)?to) (?:in )?care\b/g, 'entering care'],
  [/\b(?:ceas\w*|exit\w*|discharge\w*) (?:from )?care\b/g, 'leaving care'],
  [/\bleft care\b/g, 'leaving care'],
  [/\bs(?:ection|ec)?\.? ?47s?\b/g, 'section 47'],
  [
    /\bsection 47(?: (?:child protection )?(?:enquir\w+|inquir\w+|investigations?|assessments?))?/g,
    'section 47 enquiries',
  ],
  [/\bicpcs?\b/g, 'initial conferences'],
  [/\bcpps?\b|\bcp[- ]?plans?\b|\bchild protection[- ]plans?\b/g, 'protection plans'],
  [
    /\b(?:subject (?:to|of) )(?:an? )?(?:cp\b|protection plans?|child protection\b(?! conf))/g,
    'protection plans',
  ],
  [/\b(?:cp|child protection) conferences?\b/g, 'conferences'],
  [/\bcp\b/g, 'protection plans'],
  [/\bcin\b|\bchild(?:ren)?[- ]in[- ]need\b/g, 'children supported by social care'],
  [/\bsgos?\b|\bspecial guardianship(?: orders?)?/g, 'special guardian'],
  [/\beet\b|\be\.?t\.?e\b/g, 'education employment training'],
  [/\b(?:ifas?\b|independent fostering agenc\w+)/g, 'agency foster'],
  [/\bin[- ]house\b/g, 'council own'],
  [/\bplo\b|\bpublic law outline\b/g, 'pre-court work'],
  [/\bfirst[- ]time entrants?\b/g, 'new to the justice system'],
  [/\b(?:c&f|child and family|single) assessments?\b/g, 'assessments'],
  [/(?<!supported )\baccommodation\b/g, 'housing'],
  [/\battainment 8\b/g, 'gcse attainment'],
  [/\bcaseloads?\b/g, 'cases per worker'],
  [/\bturnover\b/g, 'leaving'],
  [/\bsickness absence\b/g, 'sickness'],
  [/\b(?:second|2nd)(?: or (?:subsequent|later|more))?(?: time)?\b/g, 'repeat'],
  [/\b3\+|\b3 or more\b|\bthree plus\b/g, 'three or more'],
  [
    /\b2\+|\b(?:2|two) or more\b|\bover 2\b|\bmore than (?:2|two)\b|\b2 years or (?:more|over|longer)\b/g,
    'over two',
  ],
  [
    /\b(?:placed )?(?:more than |over )?(\d+) ?miles\+?(?: or more)?(?: (?:from|away)(?: from)?(?: home)?)?/g,
    '$1 miles or more away',
  ],
  [/\bprogress(?:ing|ed)? (?:in)?to (?:a )?/g, 'becoming '],
  [/\b(?:with )?three or more placements?\b/g, 'three or more homes'],
  [/\b(?:long[- ]term )?placement stability\b/g, 'settled homes'],
  [/\bresidential (?:care|placements?|homes?)\b/g, 'residential homes'],
  [/\bin[- ]?time(?:scales?)?\b|\bwithin (?:statutory )?timescales?\b|\btimeliness\b/g, 'on time'],
]

/** Words that say nothing about which measure it is; how it is counted is read elsewhere. */
const EMPTY = new Set(
  `a an all and are as at average be been being by completed current day did do each end ended during every for from full
  had has have held in is it its lasting local authority may monthly month no number numbers of on open or other out over own
  pct per percent percentage percentages proportion quarter quarterly rate rates received rolling share since that the their
  there to total under was were where which who whose with within year years ytd date working equivalent fte time
  10000 10 000 100000 100 1000 10k 100k population aged 0 17 18 child children young people person`.split(
    /\s+/,
  ),
)

/** Words that are empty by themselves but tell two measures of the same subject apart. */
const TELLING = new Set(['time', 'over', 'two', 'three', 'ended', 'open', 'own', 'more'])

const stem = (word: string) =>
  word
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{3})s$/, '')
    .replace(/(?<=[a-z]{4})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{4})e$/, '')

/** How much of a text is looked at: a name is not longer. */
const MOST_READ = 300

/** What a text is about, as a set of words that two ways of saying it share. */
function wordsOf(text: string): Set<string> {
  const same = SAME.reduce((so, [from, to]) => so.replace(from, to), text.slice(0, MOST_READ).toLowerCase())
  const words = same.split(/[^a-z0-9]+/).filter((word) => word !== '')
  return new Set(words.filter((word) => !EMPTY.has(word) || TELLING.has(word)).map(stem))
}

type Phrase = { indicator: Indicator; dimension: string; words: Set<string>; weight: number }

/** A definition says more than a measure's name can: sharing words with it is a weaker sign. */
const BY_DEFINITION = 0.85

/** What is left of a score when the text speaks of something that the indicator, in all its words, does not. */
const BY_FOREIGN_WORD = 0.75

/** Looks through names, definitions and the other wordings of the catalogue; rare words weigh more than common ones. */
export function openMatcher(indicators: readonly Indicator[]): MeasureMatcher {
  const phrases = indicators.flatMap(phrasesOf)
  const indicatorsWith = new Map<string, Set<string>>()
  for (const { indicator, words } of phrases) {
    for (const word of words) {
      const known = indicatorsWith.get(word)
      if (known) known.add(indicator.id)
      else indicatorsWith.set(word, new Set([indicator.id]))
    }
  }
  const own = Map.groupBy(phrases, (phrase) => phrase.indicator)
  const isForeign = (word: string, indicator: Indicator) =>
    indicatorsWith.has(word) && !own.get(indicator)?.some((phrase) => phrase.words.has(word))
  const weigh = (words: Iterable<string>) => {
    let sum = 0
    for (const word of words) sum += Math.log(1 + indicators.length / (indicatorsWith.get(word)?.size ?? 1))
    return sum
  }
  const measured = phrases.map((phrase) => ({ ...phrase, size: weigh(phrase.words) }))

  return (text) => {
    const exact = indicators.find((indicator) => indicator.id === text.trim().toLowerCase())
    if (exact) return [{ indicator: exact, dimension: '', score: 1 }]
    const words = wordsOf(text)
    if (words.size === 0) return []
    const size = weigh(words)
    const best = new Map<string, Match>()
    for (const phrase of measured) {
      const common = weigh([...words].filter((word) => phrase.words.has(word)))
      if (common === 0) continue
      const foreign = [...words].some((word) => isForeign(word, phrase.indicator)) ? BY_FOREIGN_WORD : 1
      const score = ((2 * common) / (size + phrase.size)) * phrase.weight * foreign
      const key = `${phrase.indicator.id} ${phrase.dimension}`
      if (score > (best.get(key)?.score ?? 0)) {
        best.set(key, { indicator: phrase.indicator, dimension: phrase.dimension, score })
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score)
  }
}

function phrasesOf(indicator: Indicator): Phrase[] {
  const phrase = (text: string | undefined, dimension: string, weight: number): Phrase[] => {
    const words = wordsOf(text ?? '')
    return words.size > 0 ? [{ indicator, dimension, words, weight }] : []
  }
  const { name, definition, numerator, wording, dimensions } = indicator
  return [
    ...phrase(name, '', 1),
    ...phrase(numerator, '', 1),
    ...phrase(wording.other, '', 1),
    ...phrase(definition, '', BY_DEFINITION),
    ...phrase(`${name} ${definition}`, '', BY_DEFINITION),
    ...dimensions.flatMap(({ id, label, wording: own }) => [
      ...phrase(label, id, BY_DEFINITION),
      ...phrase(`${name} ${label}`, id, 1),
      ...phrase(own?.other, id, 1),
    ]),
  ]
}
