/** Whether a text says anything. Who has to explain a figure may not fill the place with "n/a", "tbc" or dots. */

const NOTHING =
  'n ?/? ?a|none|nil|nothing(?: (?:to (?:add|report|note)|further))?|not (?:applicable|available|known|yet known)|unknown|pending|awaited|tb[acd]|no(?: further)? (?:comments?|change|update|commentary|explanation)|(?:see|as) (?:above|below|before|previous(?:ly)?)|(?:same )?as last (?:quarter|year|time|month)|(?:(?:commentary|comments?|update|explanation|narrative|details?|figures?|this|it|will|is|are|to|be|still|awaiting) )*(?:to be (?:confirmed|advised|determined|decided|provided|added|supplied|agreed)|(?:to|will) follow|awaited|awaiting)'
const FILLERS =
  'at (?:this|the) (?:time|stage|moment)|at present|currently|presently|for now|so far|yet|later|shortly|soon|in due course|this (?:quarter|year|month|period)'

const EMPTY = new RegExp(`(?<![\\p{L}])(?:${NOTHING}|${FILLERS})(?![\\p{L}])`, 'giu')

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** How many letters a text has beside the phrases that stand for nothing: "No comment at this time." has none. */
export const lettersOf = (text: string): number => wordsOf(text.replace(EMPTY, ' ')).join('').length

/** A sentence has that many letters and different words; "up" has not, and neither has "xxxxxxxxxxxxxxxxxxxxxxxx". */
export const LEAST_LETTERS = 20
const LEAST_WORDS = 3

/** Whether a text is enough to be told from. */
export const isSentence = (text: string): boolean =>
  lettersOf(text) >= LEAST_LETTERS && new Set(wordsOf(text)).size >= LEAST_WORDS

/** Whether anything is named at all, be it in one word: "Sickness" is, "n/a" is not. */
export const namesSomething = (text: string): boolean => lettersOf(text) >= 2
