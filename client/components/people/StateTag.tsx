const STATES = {
  active: ['✓', 'Active', 'app-tag--plain'],
  closed: ['✕', 'Closed', 'app-tag--plain'],
  invited: ['…', 'Invited', 'app-tag--plain'],
  open: ['✓', 'In use', 'app-tag--plain'],
  expired: ['◷', 'Too old', 'app-tag--plain'],
  revoked: ['✕', 'Revoked', 'app-tag--plain'],
} as const

/** How it stands with an account, an invitation or a key: a word and a sign. */
export function StateTag({ state }: { state: keyof typeof STATES }) {
  const [sign, word, className] = STATES[state]
  return (
    <span className={`app-tag ${className}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}
