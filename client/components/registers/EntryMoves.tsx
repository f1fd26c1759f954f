import { entryActionPath, entryPath } from '../../../server/contract/paths.ts'
import type { EntryAnswer } from '../../../server/contract/registers.ts'
import { post } from '../../api.ts'
import { Moves } from '../versions/Moves.tsx'

const WORDS = {
  bringBack: {
    button: 'Bring it back',
    text: 'It is shown again from now on, as it was when it was taken out.',
  },
  retire: {
    button: 'Take it out',
    text: 'It is left out of every list. This page, its history and your reason stay, and it can be brought back.',
  },
}

/** Undoes the last change of an entry, takes it out, or brings it back. */
export function EntryMoves({ entry, onDone }: { entry: EntryAnswer; onDone: (entry: EntryAnswer) => void }) {
  const { register, id, version, retired, history } = entry
  return (
    <Moves
      thing={entry.one.replace(/^an? /, '')}
      retired={retired}
      history={history}
      words={WORDS}
      send={(action, said) => post(entryActionPath(register, id, action), { after: version, ...said })}
      pathOf={() => entryPath(register, id)}
      onDone={onDone}
    />
  )
}
