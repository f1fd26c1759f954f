import { SAVING_STAGE_WORDS, type SavingStage } from '../../../server/domain/savings.ts'
import { capitalised } from '../../words.ts'

/** A sign and a word before it is a colour. */
const SIGNS: Record<SavingStage, string> = {
  identified: '○',
  planned: '◔',
  delivered: '●',
  confirmed: '✓',
  'not-deliverable': '✕',
}

export function StageTag({ stage }: { stage: SavingStage }) {
  return (
    <span className={`app-stage app-stage--${stage}`}>
      <span aria-hidden="true">{SIGNS[stage]}</span> {capitalised(SAVING_STAGE_WORDS[stage])}
    </span>
  )
}
