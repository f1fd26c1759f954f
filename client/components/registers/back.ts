/**
 * Where the address says to go on to (`?back=/plans/a?on=2026-01-01`), as far as it lies within the dashboard: a path
 * that begins with one slash. Anything else is no place of ours, and null.
 */
export function backOf(
  back: string | undefined,
): { to: string; search: Record<string, string>; hash: string } | null {
  if (back === undefined || !/^\/(?![/\\])/.test(back)) return null
  const ours = 'http://dashboard.invalid'
  // Browsers drop tabs and line ends from an address, so what it leads to is asked of the address itself.
  const url = URL.canParse(back, ours) ? new URL(back, ours) : null
  if (url?.origin !== ours || url.pathname.startsWith('//')) return null
  return { to: url.pathname, search: Object.fromEntries(url.searchParams), hash: url.hash.slice(1) }
}
