import type { Search } from '../server/contract/paths.ts'

/** An address holds plain words (`?area=E06000009&compare=england`), never JSON, so that people can read and change it. */
export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '')
  const text = new URLSearchParams(entries as [string, string][]).toString()
  return text === '' ? '' : `?${text.replaceAll('%2C', ',')}`
}

/** What a screen keeps in its address: only its own keys, only text. What they may be is for the server to say. */
export function keep<K extends string>(keys: readonly K[]) {
  return (search: Record<string, unknown>): { [key in K]?: string } => {
    const kept: { [key in K]?: string } = {}
    for (const key of keys) {
      const value = search[key]
      if (typeof value === 'string' && value !== '') kept[key] = value
    }
    return kept
  }
}
