/** The name of a download out of its parts: lower-case letters, figures, hyphens and underscores only. */
export function fileName(...parts: (string | null | undefined)[]): string {
  const plain = parts.map((part) =>
    (part ?? '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]+/g, '-')
      .replaceAll(/^-+|-+$/g, ''),
  )
  return `${plain.filter(Boolean).join('_').slice(0, 150) || 'figures'}.csv`
}
