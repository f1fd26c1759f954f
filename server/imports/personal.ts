/**
 * Tells data about single children from totals, so that nothing of it is kept. Headings first, then what stands in
 * the cells. Nothing here gives back what it found, only of what kind it was.
 */

/** Headings that only a list of people has, in lower case and with underscores. Places may have names; people may not. */
const PERSONAL_HEADINGS: readonly RegExp[] = [
  /^(fore|sur|first|last|full|given|family|middle|maiden|known_as|preferred|legal|child|childs|client|person|pupil|student|parent|carer|mother|father)?_?(name|forename|surname|first_name|last_name|full_name)s?$/,
  /^(name|initials)_of_(the_)?(child|young_person|client|pupil|parent|carer)/,
  /(^|_)(dob|d_o_b|date_?of_?birth|birth_?date|birthday|expected_date_of_delivery)(_|$)/,
  /(^|_)(upn|uln|uin|unique_(pupil|learner|identification)_n(umber|o))(_|$)/,
  /^(former_)?pupil_(number|no|id|ref|reference)$/,
  /(^|_)nhs(_(number|no|num|id))?$/,
  /(^|_)(ni|national_insurance)_(number|no)$/,
  /post_?code/,
  /^(home_|current_|placement_|full_|child_?s?_)?address(_?(line)?_?\d)?$/,
  /^(home_|mobile_)?(tele)?phone(_(number|no))?$|^mobile$|^e_?mail(_address)?$/,
  /^(la_)?child_?(id|ref|no|num|number|reference|unique_id|identifier)(_|$)/,
  /^(case|person|client|individual|service_user|young_person|yp|subject|pupil|student|learner)_?(id|ref|reference|identifier|number|no)$/,
  /^(family|episode|referral)_?(id|ref|reference|identifier)$/,
  /^(mosaic|liquid_?logic|lcs|ics|ehm|carefirst|care_first|azeus|capita|frameworki|swift|charms|eclipse|childview)(_(person|child|case|client))?(_(id|ref|reference|number|no))?$/,
  /^(ssda903|903)_(id|child_id|number)$/,
]

/** Headings that are harmless alone and describe one person together with another. */
const SEX = /^(gender|sex)$/
const ETHNICITY = /^(ethnicity|ethnic_(origin|group|code|category))$/
const ONE_PERSON =
  /^(id|uid|guid|unique_id|reference|ref|age|child|person|year_of_birth|religion|disability|legal_status)$/

const tidy = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')

/** The heading that only a list of children has, as it stands in the file; `undefined` where there is none. */
export function personalHeader(header: readonly string[]): string | undefined {
  const names = header.map(tidy)
  const own = names.findIndex((name) => PERSONAL_HEADINGS.some((pattern) => pattern.test(name)))
  if (own !== -1) return header[own]
  const describing = names.findIndex((name) => SEX.test(name) || ETHNICITY.test(name))
  return describing !== -1 && names.some((name) => ONE_PERSON.test(name)) ? header[describing] : undefined
}

export type PersonalKind = 'postcode' | 'nhs-number' | 'upn' | 'long-id' | 'date-of-birth' | 'email'

const IN_WORDS: Record<PersonalKind, string> = {
  postcode: 'a postcode',
  'nhs-number': 'an NHS number',
  upn: 'a unique pupil number',
  'long-id': 'ten-digit numbers that look like those of people',
  'date-of-birth': 'a date of birth',
  email: 'an e-mail address',
}

/** What kind of personal data the text of a file holds, in words and never the thing itself; `undefined` for none. */
export function personalContent(text: string): string | undefined {
  const found = findPersonal(text)
  // Regular expressions remember the last text that they matched, and so would keep it in memory.
  ;/^/.test('')
  return found && IN_WORDS[found.kind]
}

const AREAS =
  'AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE'
const INWARD = '[0-9][ABD-HJLNP-UW-Z]{2}'
const POSTCODE = new RegExp(`^(?:${AREAS})[0-9][0-9A-Z]? ?${INWARD}$`, 'i')
/** Inside a sentence a postcode is told by its capitals and its space. */
const POSTCODE_WITHIN = new RegExp(`(?<![0-9A-Za-z])(?:${AREAS})[0-9][0-9A-Z]? ${INWARD}(?![0-9A-Za-z])`)
const BIRTH_WITHIN =
  /\b(?:d\.?o\.?b\.?|date of birth|born)\b[^0-9]{0,12}\d{1,2}(?:st|nd|rd|th)?[\s/.-](?:\d{1,2}|[a-z]{3,9})[\s/.-]\d{2,4}/i
const NHS_WITHIN = /(?<!\d)(\d{3})[ -](\d{3})[ -](\d{4})(?!\d)/
const UPN = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/i
const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i

/** Fewer ten-digit numbers than this can be sums of money. */
const MOST_LONG_IDS = 3
/** Sentences and names that repeat from row to row are looked at once; no more of them are kept than this. */
const MOST_KEPT = 5000

/** A code of a character that ends a cell: a separator, a quote or the end of a line. */
const ENDS = new Uint8Array(128)
for (const end of ',;\t|"\n\r') ENDS[end.charCodeAt(0)] = 1
const [ZERO, NINE, SPACE, AT] = [48, 57, 32, 64]

/**
 * Looks through the cells of a file, whatever separates them: whole cells that are a postcode, a pupil number, an NHS
 * number, an e-mail address or one of several ten-digit numbers, and postcodes, NHS numbers and dates of birth inside
 * longer ones. It runs over every character once, since files can have forty million.
 */
export function findPersonal(text: string): { kind: PersonalKind } | undefined {
  const seen = new Set<string>()
  const longIds = new Set<string>()
  let nhsNumbers = 0
  let rows = 0
  let start = 0
  let digits = 0
  let at = false

  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10
    if (code >= ZERO && code <= NINE) {
      digits++
      continue
    }
    if (code === AT) at = true
    if (code >= 128 || ENDS[code] === 0) continue
    if (code === 10) rows++
    // A postcode has two digits or three; anything else that is looked for has more, or an @.
    if (digits >= 2 || at) {
      let [from, to] = [start, i]
      while (from < to && text.charCodeAt(from) <= SPACE) from++
      while (to > from && text.charCodeAt(to - 1) <= SPACE) to--
      const length = to - from
      if (length === 10 && digits === 10) {
        const number = text.slice(from, to)
        if (longIds.size < 100_000 && !longIds.has(number)) {
          longIds.add(number)
          if (isNhsNumber(number)) nhsNumbers++
        }
      } else if (digits !== length) {
        const kind = kindOf(text, from, to, digits, at, seen)
        if (kind) return { kind }
      }
    }
    start = i + 1
    digits = 0
    at = false
  }
  // One number in eleven passes the test of an NHS number by chance, money too.
  if (nhsNumbers > 0 && nhsNumbers * 2 > longIds.size) return { kind: 'nhs-number' }
  // A table of people has a number in every row; a table of money has such numbers here and there.
  return longIds.size > MOST_LONG_IDS && longIds.size * 2 >= rows - 1 ? { kind: 'long-id' } : undefined
}

/** What a cell is by itself, or has in it where it is longer than any of these. */
function kindOf(
  text: string,
  from: number,
  to: number,
  digits: number,
  at: boolean,
  seen: Set<string>,
): PersonalKind | undefined {
  const length = to - from
  if (at) return EMAIL.test(text.slice(from, to)) ? 'email' : undefined
  if (length <= 8) {
    return length >= 5 && digits <= 3 && POSTCODE.test(text.slice(from, to)) ? 'postcode' : undefined
  }
  if (length === 13 && digits >= 11) {
    const cell = text.slice(from, to).toUpperCase()
    if (UPN.test(cell) && hasCheckLetter(cell)) return 'upn'
  }
  // So short a text can have a postcode in it, and nothing else; a code of an area has more digits.
  if (length < 12 && digits > 3) return undefined
  const cell = text.slice(from, to)
  if (seen.has(cell)) return undefined
  if (seen.size < MOST_KEPT) seen.add(cell)
  if (POSTCODE_WITHIN.test(cell)) return 'postcode'
  if (digits < 4) return undefined
  if (BIRTH_WITHIN.test(cell)) return 'date-of-birth'
  const grouped = digits >= 10 ? NHS_WITHIN.exec(cell) : null
  return grouped && isNhsNumber(grouped.slice(1).join('')) ? 'nhs-number' : undefined
}

/** Ten digits, the last of which checks the others. */
function isNhsNumber(number: string): boolean {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(number[i]) * (10 - i)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(number[9]) && !/^(\d)\1*$/.test(number)
}

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A letter that checks the twelve characters after it; in a temporary number the last of them is a letter. */
function hasCheckLetter(upn: string): boolean {
  let sum = 0
  for (let i = 1; i < 13; i++) {
    const character = upn[i] ?? ''
    const value = /\d/.test(character) ? Number(character) : CHECK_LETTERS.indexOf(character)
    sum += value * (i + 1)
  }
  return CHECK_LETTERS[sum % 23] === upn[0]
}
