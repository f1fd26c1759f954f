import { csvPath, registerPath, savingsPath, targetsPath } from '../../contract/paths.ts'
import type { ListedRegister, RegistersAnswer } from '../../contract/registers.ts'
import { dayLabel } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { Described } from '../../registers/definition.ts'
import { DEFINITIONS, OWN_FORMS } from '../../registers/definitions.ts'
import type { Database } from '../../store/database.ts'
import { loadProgrammes } from '../programmes/programme-register.ts'
import { isSaving, type SavingsProgramme } from '../savings/savings-programme.ts'
import type { Setting } from '../subject.ts'
import { type Entry, loadEntries } from './register.ts'

type Terms = Record<string, unknown>
/** What the files of a register hang on: areas, and the programmes that savings belong to. */
type Around = { setting: Setting; saving: readonly SavingsProgramme[] }

/** Every register, what it is for, how much is in it, and where it can be downloaded. */
export async function viewRegisters(db: Database, setting: Setting): Promise<RegistersAnswer> {
  const saving = (await loadProgrammes(db)).filter(isSaving)
  const registers = await Promise.all(
    [...OWN_FORMS, ...DEFINITIONS].map(async (described) => {
      const entries = await loadEntries(db, described.register, described.schema)
      return viewListed(described, entries, { setting, saving })
    }),
  )
  const total = registers.reduce((sum, { entries }) => sum + entries, 0)
  return {
    words: `${formatNumber(registers.length, 0)} registers hold ${counted(total)}, of all areas.`,
    registers,
  }
}

function viewListed(
  { register, title, one, purpose }: Described,
  entries: readonly Entry<Terms>[],
  around: Around,
): ListedRegister {
  const held = entries.filter(({ retired }) => !retired).length
  const retired = entries.length - held
  const newest = entries
    .map(({ madeAt }) => madeAt.slice(0, 10))
    .sort()
    .at(-1)
  const words = [
    `${capital(counted(held))}.`,
    ...(retired > 0 ? [`${formatNumber(retired, 0)} taken out.`] : []),
    ...(newest === undefined ? [] : [`Last changed on ${dayLabel(newest)}.`]),
  ].join(' ')
  return {
    register,
    title,
    one,
    purpose,
    entries: held,
    retired,
    words,
    ownForm: OWN_FORMS.some((each) => each.register === register),
    files: filesOf(register, title, entries, around),
  }
}

const counted = (n: number) =>
  n === 0 ? 'no entries yet' : `${formatNumber(n, 0)} ${n === 1 ? 'entry' : 'entries'}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A register is one file, but for targets, which are read by area, and savings, by the programme that they belong to. */
function filesOf(
  register: Described['register'],
  title: string,
  entries: readonly Entry<Terms>[],
  { setting: { reference, home }, saving }: Around,
): ListedRegister['files'] {
  if (register === 'target') {
    const areas = [...new Set([home, ...entries.map(({ terms }) => String(terms.area))])]
    return areas.map((area) => ({
      title: `Targets of ${reference.area(area)?.name ?? area}`,
      path: csvPath(targetsPath({ area, all: '1' })),
    }))
  }
  if (register === 'saving') {
    return saving.map(({ id, terms }) => ({
      title: `Savings and costs: ${terms.name}`,
      path: csvPath(savingsPath(id, {})),
    }))
  }
  return [{ title, path: csvPath(registerPath(register, { all: '1' })) }]
}
