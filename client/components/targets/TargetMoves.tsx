import { targetActionPath, targetPath } from '../../../server/contract/paths.ts'
import type { TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { post } from '../../api.ts'
import { Moves } from '../versions/Moves.tsx'

const WORDS = {
  bringBack: {
    button: 'Bring this target back',
    text: 'It counts again from now on, as it was when it was taken out.',
  },
  retire: {
    button: 'Take this target out',
    text: 'It counts no more: nothing is rated by it, and it is left out of every count of targets. Its page, its history and your reason stay, and it can be brought back.',
  },
}

/** Undoes the last change of a target, takes it out, or brings it back. */
export function TargetMoves(props: { page: TargetPageAnswer; onDone: (page: TargetPageAnswer) => void }) {
  const { id, version, state } = props.page.target
  return (
    <Moves
      thing="target"
      retired={state === 'retired'}
      history={props.page.history}
      words={WORDS}
      send={(action, said) => post(targetActionPath(id, action), { after: version, ...said })}
      pathOf={() => targetPath(id)}
      onDone={props.onDone}
    />
  )
}
