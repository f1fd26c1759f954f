import { actionTerms, contractTerms, type PlanTerms, planTerms } from '../../contract/plans.ts'
import { targetTerms } from '../../contract/targets.ts'
import { dayLabel } from '../../domain/period.ts'
import { loadEntries } from '../registers/register.ts'
import { entriesFrom, line, lines, type Paper, screenPath, type Told } from './paper-item.ts'

/** What a paper says is aimed at, and what is to be done for it. */

export async function targetsFrom(paper: Paper): Promise<Told[]> {
  const { reference } = paper.setting
  return (await entriesFrom(paper, 'target', targetTerms)).map(({ id, terms }) => ({
    about: reference.programmes.find((each) => each.id === terms.programme)?.name ?? 'A target of its own',
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

export function programmesFrom({ setting, id, title }: Paper): Told[] {
  return setting.reference.programmes
    .filter(({ document }) => document === id || document === title)
    .map((programme) => ({
      about: programme.name,
      text: programme.aim,
      more: lines(
        programme.how,
        ...programme.blocks.map((block) => `In place already: ${block.title}. ${block.text}`),
        ...programme.components.map((part) => `Component: ${part.title}. ${part.text}`),
        programme.note,
      ),
      when: `${dayLabel(programme.from)} to ${dayLabel(programme.to)}`,
      place: programme.page,
      doubt: null,
      path: `/strategy?programme=${programme.id}`,
      link: 'This programme on a page',
    }))
}

export async function plansFrom(paper: Paper): Promise<Told[]> {
  return (await entriesFrom(paper, 'plan', planTerms)).map(({ id, terms }) => ({
    about: terms.name,
    text: terms.purpose,
    more: lines(
      line('Length', terms.lengthText),
      terms.periodNote,
      ...terms.stages.map((stage) => line(stage.name, stage.text)),
      ...terms.boards.map((board) => line(board.name, board.note ?? board.members)),
      ...partsOf(terms),
      ...terms.findings.map((finding) => `Found, ${finding.theme.toLowerCase()}: ${finding.text}`),
      ...terms.notes,
    ),
    when: `Stated on ${dayLabel(terms.statedOn)}`,
    place: terms.page,
    doubt: null,
    path: `/plans/${id}`,
    link: 'The page of this plan',
  }))
}

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
