import type { ContractAnswer, ContractMeasure, ContractsAnswer } from '../../contract/exception-answers.ts'
import { type ContractTerms, contractTerms } from '../../contract/plans.ts'
import { runOf } from '../../domain/exception.ts'
import { isSound } from '../../domain/figure.ts'
import { dayLabel } from '../../domain/period.ts'
import { definitionOf } from '../../registers/definitions.ts'
import type { Database } from '../../store/database.ts'
import { viewOneEntry } from '../registers/entries.ts'
import { type Entry, loadEntries } from '../registers/register.ts'
import { findArea, type Setting } from '../subject.ts'
import { loadTargetFigures } from '../targets/target-figures.ts'
import { loadTargets, type RegisteredTarget } from '../targets/target-register.ts'
import { isRated, standingOf } from '../targets/target-standing.ts'
import { viewTarget } from '../targets/targets.ts'
import { viewContractMeetings } from './contract-meetings.ts'
import { endInWords } from './contract-words.ts'
import { sourceOf } from './exceptions-linked.ts'

/** What a contract says, field by field, in the order in which a reader asks; measures and notes stand apart. */
const SHOWN = [
  'provider',
  'ownedBy',
  'form',
  'direction',
  'startedOn',
  'endsOn',
  'term',
  'board',
  'assurance',
  'reviews',
  'escalation',
]

/** The contracts of an area by which somebody else delivers for the council, and how their measures stand. */
export async function viewContracts(
  db: Database,
  setting: Setting,
  query: { area?: string | undefined },
): Promise<ContractsAnswer> {
  const area = findArea(setting, query.area)
  const entries = (await loadEntries(db, 'contract', contractTerms)).filter(
    ({ retired, terms }) => !retired && terms.area === area.id,
  )
  const contracts = await Promise.all(entries.map((entry) => viewContract(db, setting, entry, entries)))
  const count = contracts.length
  return {
    area: { id: area.id, name: area.name },
    words:
      count === 0
        ? `No contract is held for ${area.name}.`
        : `${count === 1 ? 'One contract is' : `${count} contracts are`} held for ${area.name}.`,
    contracts,
    breachRule:
      'A figure is a breach where it is red: further off what the contract asks for by its day than the tolerance allows.',
  }
}

async function viewContract(
  db: Database,
  setting: Setting,
  { id, version, terms }: Entry<ContractTerms>,
  all: readonly Entry<ContractTerms>[],
): Promise<ContractAnswer> {
  const { words, history } = await viewOneEntry(db, setting, 'contract', id)
  const fields = definitionOf('contract')?.fields ?? []
  const targets = await targetsOfContract(db, terms, all)
  const measures = await Promise.all(targets.map((target) => viewMeasure(db, setting, target, terms)))
  return {
    id,
    version,
    name: terms.name,
    terms: SHOWN.map((name) => {
      const label = fields.find((field) => field.name === name)?.label ?? name
      const text = words.find(({ field }) => field === label)?.text
      return { field: label, text: text ?? 'The paper states nothing.', said: text !== undefined }
    }),
    end: endInWords(terms.endsOn, setting.today),
    measures,
    noMeasures: measures.length === 0 ? (terms.noMeasures ?? 'No measure of this contract is held.') : null,
    meetings: await viewContractMeetings(db, setting, { id, terms }),
    notes: terms.notes,
    statedLabel: dayLabel(terms.statedOn),
    source: sourceOf(setting, terms),
    history,
  }
}

/** The targets that a contract names and, where it is the only one of its area, those set in a contract there. */
async function targetsOfContract(
  db: Database,
  { area, measures }: ContractTerms,
  all: readonly Entry<ContractTerms>[],
): Promise<RegisteredTarget[]> {
  const named = measures.map(({ target }) => target)
  const isOnly = all.length === 1
  return (await loadTargets(db)).filter(
    ({ id, retired, terms }) =>
      !retired && (named.includes(id) || (isOnly && terms.setBy === 'contract' && terms.area === area)),
  )
}

async function viewMeasure(
  db: Database,
  setting: Setting,
  target: RegisteredTarget,
  { measures }: ContractTerms,
): Promise<ContractMeasure> {
  const found = await loadTargetFigures(db, setting, target)
  const states = found.figures
    .filter(isSound)
    .reverse()
    .map((figure) => standingOf(target, found, figure).rated)
    .map((rated) => (isRated(rated) ? rated.rag === 'red' : null))
  const own = measures.find((measure) => measure.target === target.id)
  const breaches = states.some((state) => state !== null) ? runOf(states) : null
  return {
    target: await viewTarget(db, setting, target, found),
    review: own?.review ?? null,
    consequence: own?.consequence ?? null,
    breaches,
    breachWords: breachWords(breaches, found.rhythm),
  }
}

/** "In breach for 3 quarters in a row." */
function breachWords(breaches: number | null, rhythm: 'month' | 'quarter' | 'financial-year'): string {
  if (breaches === null) return 'No figure has been rated yet, so no breach can be counted.'
  if (breaches === 0) return 'Not in breach by the newest figure.'
  const word = rhythm === 'financial-year' ? 'year' : rhythm
  return breaches === 1
    ? `In breach by the newest figure; not the ${word} before.`
    : `In breach for ${breaches} ${word}s in a row.`
}
