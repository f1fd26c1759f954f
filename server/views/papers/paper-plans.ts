import {
  type ActionTerms,
  actionTerms,
  contractTerms,
  type PlanTerms,
  planTerms,
  type Strand,
} from '../../contract/plans.ts'
import { targetTerms } from '../../contract/targets.ts'
import { dayLabel } from '../../domain/period.ts'
import { STRAND_WORDS } from '../../registers/plan-definitions.ts'
import { sumText } from '../plans/plan-funding.ts'
import { servedOf } from '../plans/plan-strands.ts'
import { loadNamedPlans, loadProgrammes } from '../programmes/programme-register.ts'
import { type Entry, loadEntries } from '../registers/register.ts'
import { entriesFrom, line, lines, type Paper, screenPath, type Told } from './paper-item.ts'

/** What a paper says is aimed at, and what is to be done for it. */

export async function targetsFrom(paper: Paper): Promise<Told[]> {
  const { reference } = paper.setting
  const plans = await loadNamedPlans(paper.db)
  return (await entriesFrom(paper, 'target', targetTerms)).map(({ id, terms }) => ({
    about: plans.get(terms.programme ?? '')?.name ?? 'A target of its own',
    text: terms.title,
    more: lines(
      line('Measure', reference.indicator(terms.indicator)?.name ?? terms.indicator),
      line('It starts from', terms.baseline?.source ?? null),
      line('Due', terms.due && dayLabel(terms.due)),
      terms.dueNote,
      terms.rationale,
    ),
    when: `Stated on ${dayLabel(terms.statedOn)}`,
    place: terms.page,
    doubt: null,
    path: `/targets/${id}`,
    link: 'The page of this target',
  }))
}

/** A plan that is a programme leads to its targets first, and from there to the plan itself. */
export async function plansFrom(paper: Paper): Promise<Told[]> {
  const programmes = new Set((await loadProgrammes(paper.db)).map(({ id }) => id))
  return (await entriesFrom(paper, 'plan', planTerms)).map(({ id, terms }) => ({
    about: terms.name,
    text: terms.purpose,
    more: lines(
      terms.how,
      line('Length', terms.lengthText),
      terms.periodNote,
      ...terms.stages.map((stage) => line(stage.name, stage.text)),
      ...terms.strands.map(strandText),
      ...terms.cover.map(({ post, holder, note }) => lineWith(`${post}, covered by`, holder, note)),
      ...terms.funding.map(({ funder, amount, period, note }) =>
        lineWith(`Paid by ${funder}`, lines(sumText(amount), period).join(', '), note),
      ),
      ...terms.boards.map((board) => line(board.name, board.note ?? board.members)),
      ...partsOf(terms),
      ...terms.findings.map((finding) => `Found, ${finding.theme.toLowerCase()}: ${finding.text}`),
      ...terms.notes,
    ),
    when: `Stated on ${dayLabel(terms.statedOn)}`,
    place: terms.page,
    doubt: null,
    ...(programmes.has(id)
      ? { path: `/strategy?programme=${id}`, link: 'This programme on a page' }
      : { path: `/plans/${id}`, link: 'The page of this plan' }),
  }))
}

/** "Building block: Blackpool Families Rock. A way of practice …" */
function strandText({ kind, name, text, owner, body }: Strand): string {
  const [word] = STRAND_WORDS[kind].split(',')
  const more = lines(
    text,
    line('Owner', owner),
    line(kind === 'recommendation' ? 'Domain' : 'Organisation', body),
  )
  return [`${word}: ${name}`, ...more.map((each) => each.replace(/\.$/, ''))].join('. ')
}

const lineWith = (label: string, text: string, note: string | null): string =>
  [`${label}: ${text}`, note].filter(Boolean).join('. ')

const PART_WORDS = { done: 'Parts done', remaining: 'Parts remaining', added: 'Parts added' } as const

/** "Parts done: Front door, Safeguarding hub." */
function partsOf({ parts }: PlanTerms): string[] {
  return [...Map.groupBy(parts, ({ state }) => state)].map(
    ([state, own]) => `${PART_WORDS[state]}: ${own.map(({ name }) => name).join(', ')}.`,
  )
}

export async function actionsFrom(paper: Paper): Promise<Told[]> {
  const plans = await loadEntries(paper.db, 'plan', planTerms)
  return (await entriesFrom(paper, 'action', actionTerms)).map(({ id, terms }) => ({
    about: plans.find((plan) => plan.id === terms.plan)?.terms.name ?? 'An action',
    text: terms.title,
    more: lines(
      servesText(plans, terms),
      line('Owner', terms.owner),
      line('Due', terms.dueText ?? (terms.due && dayLabel(terms.due))),
      line('State, as printed', terms.stateText),
      terms.update,
      line('Next', terms.next),
    ),
    when: `Stated on ${dayLabel(terms.statedOn)}`,
    place: terms.page,
    doubt: null,
    path: `/actions/${id}`,
    link: 'The page of this action',
  }))
}

/** "Priority: Support for vulnerable children", of what an action serves in its plan. */
function servesText(plans: readonly Entry<PlanTerms>[], { plan, serves }: ActionTerms): string | null {
  const served = servedOf(plans.find(({ id }) => id === plan)?.terms ?? { strands: [] }, serves)
  return served && line(served.one, served.name)
}

export async function contractsFrom(paper: Paper): Promise<Told[]> {
  return (await entriesFrom(paper, 'contract', contractTerms)).map(({ terms }) => ({
    about: terms.name,
    text: `Delivered by ${terms.provider}, owned by ${terms.ownedBy}.`,
    more: lines(
      line('Form', terms.form),
      terms.direction,
      line('Term', terms.term),
      line('Board', terms.board),
      terms.assurance,
      terms.noMeasures,
      ...terms.notes,
    ),
    when: `Stated on ${dayLabel(terms.statedOn)}`,
    place: terms.page,
    doubt: null,
    path: screenPath(paper.setting, '/contracts', { area: terms.area }),
    link: 'This contract on its page',
  }))
}
