import { ActionsOn } from './ActionsOn.tsx'
import { Commentary } from './Commentary.tsx'
import { AskedAbout } from './scrutiny/AskedAbout.tsx'

/** What follows from the figures of a measure: what members asked, what officers say, and what is done. */
export function Followed({ indicator, area }: { indicator: string; area: string }) {
  return (
    <>
      <AskedAbout indicator={indicator} area={area} />
      <Commentary indicator={indicator} area={area} />
      <ActionsOn indicator={indicator} area={area} />
    </>
  )
}
