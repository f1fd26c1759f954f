import { useNavigate } from '@tanstack/react-router'
import type { EntryAnswer, EntryVersionAnswer } from '../../../server/contract/registers.ts'
import { backOf } from './back.ts'

const TOLD: Record<EntryVersionAnswer['kind'], string> = {
  set: 'is added.',
  changed: 'is changed.',
  retired: 'is taken out. It can be brought back.',
  'brought-back': 'is brought back.',
}

/** What is told of an entry after something was done to it: `The action is changed. This is version 2.` */
export function toldOf({ one, version, history }: EntryAnswer): string {
  const told = `The ${one.replace(/^an? /, '')} ${TOLD[history[0]?.kind ?? 'changed']}`
  return version === 1 ? told : `${told} This is version ${version}.`
}

/** Goes on after an entry was saved: to where the address says, else to the entry itself, and tells there what was done. */
export function useSaved(
  back: string | undefined,
  shared: { area?: string; neighbours?: string; asAt?: string },
) {
  const navigate = useNavigate()
  return (entry: EntryAnswer) => {
    const state = { told: toldOf(entry) }
    const place = backOf(back)
    if (place) return void navigate({ ...place, state })
    const { register, id } = entry
    void navigate({ to: '/registers/$register/$id', params: { register, id }, search: shared, state })
  }
}
