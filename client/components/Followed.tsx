import { ActionsOn } from './ActionsOn.tsx'
import { Commentary } from './Commentary.tsx'
import { AskedAbout } from './scrutiny/AskedAbout.tsx'

/** What follows from the figures of a measure: what is done, what officers say, and what members asked. */
export function Followed({ indicator, area }: { indicator: string; area: string }) {
  return (
    <>
      <ActionsOn indicator={indicator} area={area} />
      <Commentary indicator={indicator} area={area} />
      <AskedAbout indicator={indicator} area={area} />
    </>
  )
}
