export const SHORTEST = 12

/**
 * Why a password is refused, with what to do; null where it is good. As the NCSC advises: length and not being among
 * what is guessed first, and no rule about kinds of characters, which only make passwords harder to remember.
 */
export async function whyWeak(password: string, about: readonly string[] = []): Promise<string | null> {
  if (password.length < SHORTEST) {
    return `Use at least ${SHORTEST} characters: three random words, one after another, are easy to remember.`
  }
  if (password.length > 128) return 'Use at most 128 characters.'
  // The lists of what is guessed first are large, and wanted only when somebody chooses a password.
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const { score } = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }).check(password, [...about])
  return score < 3
    ? 'This password is among those that are guessed first. Use three random words, one after another.'
    : null
}
