import { RETURN_COLUMNS } from '../contract/return-layout.ts'
import { bareSymbolFor, type Figure, isNumber } from '../domain/figure.ts'
import { periodLabel, periodOf } from '../domain/period.ts'
import type { TemplateRow } from '../views/quality/held.ts'
import type { CsvFile } from './csv.ts'
import { fileName } from './file-name.ts'

/** Figures in the layout of a return: imported again, they change nothing. */
export function heldCsv({ area, figures }: { area: string; figures: readonly Figure[] }): CsvFile {
  return {
    name: fileName('figures', area),
    rows: [
      [...RETURN_COLUMNS],
      ...figures.map((figure) => [
        figure.period,
        figure.indicator,
        figure.area,
        figure.dimension,
        figure.numerator,
        figure.denominator,
        isNumber(figure.value) ? figure.value : bareSymbolFor(figure.value),
        figure.status,
        figure.note,
      ]),
    ],
  }
}

/**
 * A return to fill in: ids and period stand in it, and behind the columns that are read the name of each measure and
 * its last figure, which are for the eye only.
 */
export function templateCsv({
  area,
  period,
  rows,
}: {
  area: string
  period: string
  rows: readonly TemplateRow[]
}): CsvFile {
  return {
    name: fileName('quarterly-return', area, period),
    rows: [
      [...RETURN_COLUMNS, 'measure', 'last_period', 'last_numerator', 'last_denominator', 'last_value'],
      ...rows.map(({ indicator, dimension, name, last }) => [
        period,
        indicator,
        area,
        dimension,
        null,
        null,
        null,
        null,
        null,
        name,
        last && periodLabel(periodOf(last.period)),
        last?.numerator ?? null,
        last?.denominator ?? null,
        last && (isNumber(last.value) ? last.value : bareSymbolFor(last.value)),
      ]),
    ],
  }
}
