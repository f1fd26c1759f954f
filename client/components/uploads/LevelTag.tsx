import type { Level } from '../../findings.ts'

/** A sign and a word before a colour. */
export const SIGNS: Record<Level, readonly [sign: string, word: string]> = {
  stop: ['✕', 'to put right'],
  warn: ['!', 'to look at'],
  fixed: ['✓', 'put right for you'],
}

export function LevelSign({ level }: { level: Level }) {
  return (
    <span className={`app-level app-level--${level}`} aria-hidden="true">
      {SIGNS[level][0]}
    </span>
  )
}
