/** A word and a sign before it is a colour. */
const KINDS = {
  illustrative: ['◇', 'Illustrative', 'app-tag--illustrative'],
  estimated: ['≈', 'Estimated', 'app-tag--plain'],
  provisional: ['…', 'Provisional', 'app-tag--plain'],
  revised: ['↻', 'Revised', 'app-tag--plain'],
  exception: ['!', 'Away from the aim', 'app-tag--exception'],
  doubted: ['?', 'Doubted', 'app-tag--plain'],
  old: ['◷', 'Older', 'app-tag--plain'],
} as const
export type TagKind = keyof typeof KINDS

export function Tag({ kind, children }: { kind: TagKind; children?: string }) {
  const [sign, word, className] = KINDS[kind]
  return (
    <span className={`app-tag ${className}`}>
      <span aria-hidden="true">{sign}</span> {children ?? word}
    </span>
  )
}

/** The tag of a figure's status; a final figure needs none. */
export function StatusTag({ status }: { status: string | null }) {
  if (status === null || !(status in KINDS)) return null
  return <Tag kind={status as TagKind} />
}
