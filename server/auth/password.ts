import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../domain/retention.ts'

/** What whoever guesses here tries beside the person's own name and address. */
const NEAR = ['children', 'childrens', 'services', 'social', 'care', 'council', 'performance', 'dashboard']

/** So many letters have to be left of a password without words that are near, and without years and dates beside them. */
const LEFT = 8

/**
 * Why a password is refused, with what to do; null where it is good. As the NCSC advises: length and not being among
 * what is guessed first, and no rule about kinds of characters, which only make passwords harder to remember.
 * `about`: the name and the address of whoever it is for.
 */
export async function whyWeak(password: string, about: readonly string[] = []): Promise<string | null> {
  if (password.length < SHORTEST_PASSWORD) {
    return `Use at least ${SHORTEST_PASSWORD} characters: three random words, one after another, are easy to remember.`
  }
  if (password.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`
  const near = [...about.flatMap(wordsOf), ...NEAR]
  if (isNear(password, near)) {
    return 'This password is among those that are guessed first here: it is made of your name, your address or words of this dashboard. Use three random words, one after another.'
  }
  // The lists of what is guessed first are large, and wanted only when somebody chooses a password.
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const { score } = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }).check(password, [
    ...about,
    ...near,
  ])
  return score < 3
    ? 'This password is among those that are guessed first. Use three random words, one after another.'
    : null
}

/** The words of a name or an address, so also the council's own name where that is in its address. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)

/** Whether little is left of a password without these words, the long ones first, and without a date beside them. */
function isNear(password: string, words: readonly string[]): boolean {
  const left = words
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase())
  return left.length < password.length && left.replace(/\d{4,}/g, '').length < LEFT
}
