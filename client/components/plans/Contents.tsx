import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { OnThisPage } from '../OnThisPage.tsx'

type Part = { id: string; title: string; isThere: boolean }

/** The parts of a plan’s page that there are. */
export function Contents({ plan }: { plan: PlanAnswer }) {
  const there = partsOf(plan).filter(({ isThere }) => isThere)
  return <OnThisPage parts={there.map(({ id, title }) => ({ id: `${id}-heading`, title }))} />
}

function partsOf(plan: PlanAnswer): Part[] {
  const always = true
  return [
    { id: 'review', title: 'How far the review is', isThere: plan.review !== null },
    { id: 'inspection', title: 'The inspection', isThere: plan.inspection !== null },
    ...plan.strands.map(({ kind, heading }) => ({ id: kind, title: heading, isThere: always })),
    { id: 'cover', title: 'Posts that are covered', isThere: plan.cover !== null },
    { id: 'timeline', title: 'Timeline', isThere: always },
    { id: 'actions', title: 'Actions', isThere: always },
    { id: 'measures', title: 'Measures', isThere: plan.measures !== null },
    { id: 'boards', title: 'Boards', isThere: plan.boards.length > 0 },
    { id: 'meetings', title: 'Meetings', isThere: always },
    { id: 'moved', title: 'What moved', isThere: always },
    { id: 'baseline', title: 'As it was first set', isThere: always },
    { id: 'funding', title: 'Funding', isThere: plan.funding.length > 0 },
    { id: 'sources', title: 'Sources', isThere: always },
  ]
}
