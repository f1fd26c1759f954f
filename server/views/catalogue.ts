import type {
  AreasAnswer,
  IndicatorAnswer,
  IndicatorListItem,
  IndicatorsAnswer,
} from '../contract/answers.ts'
import type { Indicator } from '../contract/catalogue.ts'
import type { ScorecardsAnswer } from '../contract/scorecard-answers.ts'
import { THEMES, unitInWords } from '../domain/indicator.ts'
import { findSubject, type Setting } from './subject.ts'

/** Every area of England that figures can be of, closed authorities included. */
export function viewAreas({ reference, home }: Setting): AreasAnswer {
  return {
    home,
    areas: reference.areas.map((area) => ({
      id: area.id,
      name: area.name,
      kind: area.kind,
      number: area.number,
      region: area.parent || null,
      opened: area.opened || null,
      closed: area.closed || null,
      predecessors: area.predecessors,
      successors: area.successors,
      formerIds: area.formerIds,
    })),
  }
}

/** The catalogue, by theme. */
export function viewIndicators({ reference }: Setting): IndicatorsAnswer {
  const themes = Object.keys(THEMES)
  const indicators = reference.indicators
    .toSorted((a, b) => themes.indexOf(a.theme) - themes.indexOf(b.theme))
    .map(listItem)
  return { indicators }
}

function listItem(indicator: Indicator): IndicatorListItem {
  return {
    id: indicator.id,
    name: indicator.name,
    definition: indicator.definition,
    theme: indicator.theme,
    themeName: THEMES[indicator.theme],
    kind: indicator.kind,
    unit: indicator.unit,
    unitText: unitInWords(indicator.unit, indicator.wording.people),
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    dimensions: indicator.dimensions.map(({ id, label, near }) => ({ id, label, near: near ?? false })),
    published: !indicator.benchmark.startsWith('None'),
    restricted: indicator.restricted,
  }
}

/** All that the catalogue says of one indicator. */
export function viewIndicator(setting: Setting, indicatorId: string): IndicatorAnswer {
  const { indicator } = findSubject(setting, indicatorId, '')
  return {
    ...listItem(indicator),
    why: indicator.why,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    frequency: indicator.frequency,
    returns: indicator.returns,
    benchmark: indicator.benchmark,
    noBenchmark: indicator.noBenchmark,
    papers: indicator.papers.map((id) => ({ id, title: setting.reference.document(id)?.title ?? id })),
    caveats: indicator.caveats,
    countView: indicator.denominatorKind === 'none' ? null : `${indicator.id}:count`,
  }
}

export function viewScorecards({ reference }: Setting): ScorecardsAnswer {
  return { scorecards: [...reference.scorecards] }
}
