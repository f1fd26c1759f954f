import type { Figure } from '../../domain/figure.ts'
import { periodLabel, periodOf } from '../../domain/period.ts'
import type { Reference } from '../../reference.ts'

type Place = Pick<Figure, 'indicator' | 'dimension' | 'area' | 'period'>

/** What a figure is of, in words. */
export function placeInWords(figure: Place, reference: Reference) {
  const indicator = reference.indicator(figure.indicator)
  const breakdown = indicator?.dimensions.find((each) => each.id === figure.dimension)
  const name = indicator?.name ?? 'Children aged 0 to 17'
  return {
    indicator: figure.indicator,
    name: breakdown ? `${name}: ${breakdown.label}` : name,
    area: figure.area,
    areaName: reference.area(figure.area)?.name ?? figure.area,
    period: figure.period,
    label: periodLabel(periodOf(figure.period)),
  }
}
