import type { ProgrammeAnswer } from '../../contract/programmes.ts'
import { changeInWords } from '../../domain/change.ts'
import { isSound } from '../../domain/figure.ts'
import { formatValue, unitSuffix } from '../../domain/indicator.ts'
import { ageLabel, monthsBetween } from '../../domain/period.ts'
import { whenInSentence } from '../../domain/point-label.ts'
import type { Database } from '../../store/database.ts'
import { loadAreaFigures, newestRhythm, shownFigures } from '../area-figures.ts'
import { basisFor, changesOf, measureOf, toPoint } from '../points.ts'
import { areSeen, findSubject, headingOf, type Setting, type Subject } from '../subject.ts'
import { loadServing } from './programme-action.ts'
import type { Programme } from './programme-register.ts'

type Measure = ProgrammeAnswer['components'][number]['measures'][number]

/** The components of a programme, each with the newest figure of the measures that it bears on and what is done for it. */
export async function viewComponents(
  db: Database,
  setting: Setting,
  { id: plan, terms, components }: Programme,
): Promise<ProgrammeAnswer['components']> {
  const serving = await loadServing(db, setting, plan)
  const answers: ProgrammeAnswer['components'] = []
  for (const { id, kind, name, text, indicators } of components) {
    const measures: Measure[] = []
    for (const indicator of indicators.filter((each) => areSeen(setting, [each])))
      measures.push(await viewMeasure(db, setting, findSubject(setting, indicator, '', terms.area)))
    answers.push({ id, kind, title: name, text, measures, actions: serving.get(id) ?? [] })
  }
  return answers
}

/** From here on a figure says how old it is, since its day alone is easily read over. */
const OLD_MONTHS = 24

async function viewMeasure(db: Database, setting: Setting, subject: Subject): Promise<Measure> {
  const { area, indicator } = subject
  const own = (await loadAreaFigures(db, subject, { areas: [area.id] }))(area.id)
  const rhythm = newestRhythm(own) ?? 'financial-year'
  const basis = basisFor(subject, rhythm, undefined)
  const measure = measureOf(subject, rhythm)
  const figures = shownFigures(own, rhythm, subject, basis)
  const figure = figures.findLast(isSound)
  const { id, name, unitShort } = headingOf(subject)
  const about = { id, name, unitShort }
  if (!figure) return { ...about, point: null, words: whyNone(subject) }
  const { previous, yearBefore } = changesOf(figure, figures, measure)
  const when = lowerFirst(whenInSentence(figure.at, indicator.kind, basis))
  const change = rhythm === 'financial-year' ? previous : yearBefore
  const since = change ? `, ${changeInWords(change)} a year before` : ''
  const value = `${formatValue(figure.value, measure)}${unitSuffix(measure.unit)}`
  const isOld = monthsBetween(figure.at.end, setting.today) >= OLD_MONTHS
  const old = isOld ? ` (${ageLabel(figure.at.end, setting.today)} ago)` : ''
  return {
    ...about,
    point: toPoint(figure, subject, basis, measure),
    words: `${value} ${when}${old}${since}.`,
  }
}

/** Why nothing can be said of a measure, and who would have to send it. */
function whyNone({ indicator, area }: Pick<Subject, 'indicator' | 'area'>): string {
  return indicator.frequency.includes('yearly')
    ? `No figure is held for ${area.name}.`
    : `It is kept locally, and no figure has been sent for ${area.name}.`
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
