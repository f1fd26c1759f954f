import type { UploadListItem } from '../../../server/contract/uploads.ts'

const STATES: Record<UploadListItem['state'], readonly [sign: string, word: string]> = {
  draft: ['…', 'Draft'],
  published: ['✓', 'Published'],
  withdrawn: ['↩', 'Withdrawn'],
}

export function StateTag({ state }: { state: UploadListItem['state'] }) {
  const [sign, word] = STATES[state]
  return (
    <span className={`app-tag app-tag--${state}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}
