/**
 * The addresses of the API, as functions of what a screen shows. The client fetches them, the server puts the first
 * answers into the page under the same names, and the download links end in `.csv`.
 */
import type { AccountAnswer, SessionsAnswer, TokenMadeAnswer, TokensAnswer } from './account.ts'
import type { AreasAnswer, IndicatorAnswer, IndicatorsAnswer } from './answers.ts'
import type { AuditAnswer, AuditChainAnswer } from './audit.ts'
import type { ComparisonAnswer, RealismAnswer } from './comparison-answers.ts'
import type { CommentariesAnswer, ContractsAnswer, ExceptionsAnswer } from './exception-answers.ts'
import type { IndicatorActionsAnswer } from './indicator-actions.ts'
import type { PaperAnswer, PapersAnswer } from './papers.ts'
import type { LinkAnswer, PeopleAnswer } from './people.ts'
import type { PlanActionPage } from './plan-action-answers.ts'
import type { PlanAnswer, PlansAnswer } from './plan-answers.ts'
import type { ProgrammeAnswer, ProgrammesAnswer } from './programmes.ts'
import type { QualityAnswer } from './quality.ts'
import type { EntryAnswer, EntryFormAnswer, RegisterAnswer, RegistersAnswer } from './registers.ts'
import type { SavingLineAnswer, SavingsAnswer } from './savings.ts'
import type { ScenarioAnswer } from './scenario.ts'
import type { ScorecardAnswer, ScorecardsAnswer } from './scorecard-answers.ts'
import type { PromptsAnswer, QuestionsAnswer, ScrutinyAnswer, TrackerAnswer } from './scrutiny-answers.ts'
import type { SeriesAnswer } from './series-answers.ts'
import type { InvitationAnswer, SessionAnswer } from './session.ts'
import type { StrategyAnswer, StrategySavingsAnswer } from './strategy.ts'
import type {
  ProjectionAnswer,
  TargetPageAnswer,
  TargetRealismAnswer,
  TargetsAnswer,
  TrajectoryAnswer,
} from './target-answers.ts'
import type { ProgressAnswer, UploadAnswer, UploadsAnswer } from './uploads.ts'

/** An address that answers with a `T`. */
export type Path<T> = string & { readonly __answer?: T }

export type Search = Record<string, string | undefined>

/** How many other areas one chart can hold and still be read. */
export const MOST_AREAS = 4

/** What a chart is compared with until the reader chooses. */
export const DEFAULT_COMPARE = 'neighbours,region,england'

/** The largest file that is taken in, in bytes. A national file of half a million rows has about half of it. */
export const LARGEST_UPLOAD = 80 * 1024 * 1024

/** Only what is set, always in the same order, so that the same view has one address. */
function withQuery(path: string, query: Search): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = entries
    .map(
      ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    )
    .join('&')
  return text === '' ? path : `${path}?${text}`
}

const id = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':')

export const sessionPath: Path<SessionAnswer> = '/api/session'
export const invitationPath = (secret: string): Path<InvitationAnswer> => `/api/invitations/${id(secret)}`
export const areasPath: Path<AreasAnswer> = '/api/areas'
export const indicatorsPath: Path<IndicatorsAnswer> = '/api/indicators'
export const scorecardsPath: Path<ScorecardsAnswer> = '/api/scorecards'

export const indicatorPath = (indicator: string): Path<IndicatorAnswer> => `/api/indicators/${id(indicator)}`

/** `compare=none` in a screen's address means that nothing is compared with. */
export function seriesPath(indicator: string, search: Search): Path<SeriesAnswer> {
  const { area, by, basis, dimension, from, to, neighbours, method, asAt, base, events } = search
  const compare = search.compare === 'none' ? '' : (search.compare ?? DEFAULT_COMPARE)
  return withQuery(`/api/indicators/${id(indicator)}/series`, {
    area,
    by,
    basis,
    dimension,
    from,
    to,
    compare,
    neighbours,
    method,
    asAt,
    base,
    events,
  })
}

export function comparisonPath(indicator: string, search: Search): Path<ComparisonAnswer> {
  const { area, period, group, neighbours, dimension, asAt } = search
  return withQuery(`/api/indicators/${id(indicator)}/comparison`, {
    area,
    period,
    group,
    neighbours,
    dimension,
    asAt,
  })
}

/** The actions that bear on a measure. */
export const indicatorActionsPath = (
  indicator: string,
  area: string | undefined,
): Path<IndicatorActionsAnswer> => withQuery(`${indicatorPath(indicator)}/actions`, { area })

export function realismPath(
  indicator: string,
  { area, change, years }: { area: string; change: number; years: readonly number[] },
): Path<RealismAnswer> {
  const asked = { area, change: String(change), years: years.join(',') }
  return withQuery(`/api/indicators/${id(indicator)}/realism`, asked)
}

export function scorecardPath(card: string, search: Search): Path<ScorecardAnswer> {
  const { area, by, period, neighbours, method, asAt } = search
  return withQuery(`/api/scorecards/${id(card)}`, { area, by, period, neighbours, method, asAt })
}

export const DEFAULT_CARD = 'mtfs'

export function qualityPath(search: Search): Path<QualityAnswer> {
  const { area, quarter, year, asAt } = search
  return withQuery('/api/quality', { area, quarter, year, asAt })
}

export const uploadsPath: Path<UploadsAnswer> = '/api/uploads'
export const uploadPath = (upload: string): Path<UploadAnswer> => `/api/uploads/${id(upload)}`
/** How far the checking of a file has got; `key` is what its sender named it. */
export const uploadProgressPath = (key: string): Path<ProgressAnswer> => `/api/uploads/progress/${id(key)}`
export const uploadActionPath = (
  upload: string,
  action: 'publish' | 'withdraw' | 'compare',
): Path<UploadAnswer> => `${uploadPath(upload)}/${action}`
/** The file as it was sent, byte for byte. */
export const uploadFilePath = (upload: string) => `${uploadPath(upload)}/file`
/** The file with a column of what was found in each row. */
export const uploadFindingsPath = (upload: string) => `${uploadPath(upload)}/findings.csv`
/** Takes a file and gives it back with a column of findings; nothing is stored. */
export const annotatePath = '/api/uploads/annotate'
export const templatePath = (search: Search) =>
  withQuery('/api/templates/quarterly-return.csv', { area: search.area, period: search.period })
/** Everything held of an area, in the layout of the template. */
export const figuresFilePath = (search: Search) => withQuery('/api/figures.csv', { area: search.area })

export const programmesPath: Path<ProgrammesAnswer> = '/api/programmes'
export const programmePath = (programme: string): Path<ProgrammeAnswer> => `/api/programmes/${id(programme)}`
export const savingsPath = (programme: string, search: Search): Path<SavingsAnswer> =>
  withQuery(`${programmePath(programme)}/savings`, { from: search.from, to: search.to })
/** The programme that is named, or the newest of an area; and its money. */
export const strategyPath = ({ area, programme }: Search): Path<StrategyAnswer> =>
  withQuery('/api/strategy', { area, programme })
export const strategySavingsPath = ({ area, programme, from, to }: Search): Path<StrategySavingsAnswer> =>
  withQuery('/api/strategy/savings', { area, programme, from, to })
export const savingLinesPath: Path<SavingLineAnswer> = '/api/savings'
export const savingLinePath = (line: string): Path<SavingLineAnswer> => `/api/savings/${id(line)}`

/** `all`: retired and ended ones too. */
export const targetsPath = (search: Search): Path<TargetsAnswer> =>
  withQuery('/api/targets', { area: search.area, indicator: search.indicator, all: search.all })
export const addTargetPath: Path<TargetPageAnswer> = '/api/targets'
export const targetPath = (target: string): Path<TargetPageAnswer> => `/api/targets/${id(target)}`
/** `version`: the path of an earlier version is drawn too. */
export const trajectoryPath = (target: string, search: Search): Path<TrajectoryAnswer> =>
  withQuery(`${targetPath(target)}/trajectory`, { version: search.version })
export const projectionPath = (target: string): Path<ProjectionAnswer> => `${targetPath(target)}/projection`
export const targetRealismPath = (target: string): Path<TargetRealismAnswer> =>
  `${targetPath(target)}/realism`
export const targetActionPath = (
  target: string,
  action: 'retire' | 'bring-back' | 'undo',
): Path<TargetPageAnswer> => `${targetPath(target)}/${action}`

/** What the model of children in care is told; everything that is left out is as it was. */
export const SCENARIO_KEYS = [
  'starts',
  'ends',
  'years',
  'residential',
  'fostering',
  'residentialCost',
  'fosteringCost',
  'otherCost',
] as const
export function scenarioPath(search: Search): Path<ScenarioAnswer> {
  const asked = Object.fromEntries(SCENARIO_KEYS.map((key) => [key, search[key]]))
  return withQuery('/api/scenario', { area: search.area, ...asked })
}

export const exceptionsPath = (search: Search): Path<ExceptionsAnswer> => {
  const { card, area, by, period, neighbours, method, asAt } = search
  return withQuery('/api/exceptions', { card, area, by, period, neighbours, method, asAt })
}
/** What was written of a measure. */
export const commentaryPath = (indicator: string, area: string | undefined): Path<CommentariesAnswer> =>
  withQuery('/api/commentary', { indicator, area })
export const contractsPath = (search: Search): Path<ContractsAnswer> =>
  withQuery('/api/contracts', { area: search.area })

/** What a committee follows up; `on` is the day that it is shown as of. */
export const scrutinyPath = ({ area, on }: Search): Path<ScrutinyAnswer> =>
  withQuery('/api/scrutiny', { area, on })
export const trackerPath = ({ area, on }: Search): Path<TrackerAnswer> =>
  withQuery('/api/scrutiny/tracker', { area, on })
/** What members asked, of one measure or of all. */
export const questionsPath = ({ area, on, indicator }: Search): Path<QuestionsAnswer> =>
  withQuery('/api/scrutiny/questions', { area, on, indicator })
/** What members could ask, made from the figures. */
export const promptsPath = ({ area, neighbours, asAt }: Search): Path<PromptsAnswer> =>
  withQuery('/api/scrutiny/prompts', { area, neighbours, asAt })

export const registersPath: Path<RegistersAnswer> = '/api/registers'
/** A register of plain entries; `all`: those that were taken out too. */
export const registerPath = (register: string, search: Search = {}): Path<RegisterAnswer> =>
  withQuery(`/api/registers/${id(register)}`, { area: search.area, all: search.all })
/** Where a new entry is sent to. */
export const newEntryPath = (register: string): Path<EntryAnswer> => `/api/registers/${id(register)}`
export const entryPath = (register: string, entry: string): Path<EntryAnswer> =>
  `${registerPath(register)}/${id(entry)}`
/** Without an entry the form of a new one; that of an action offers the stages and parts of a plan that is named. */
export const entryFormPath = (
  register: string,
  entry: string | null,
  { plan }: Search = {},
): Path<EntryFormAnswer> =>
  entry === null
    ? withQuery(`${registerPath(register)}/form`, { plan: register === 'action' ? plan : undefined })
    : `${entryPath(register, entry)}/form`
export const entryActionPath = (
  register: string,
  entry: string,
  action: 'retire' | 'bring-back' | 'undo',
): Path<EntryAnswer> => `${entryPath(register, entry)}/${action}`

export const plansPath = (search: Search): Path<PlansAnswer> => withQuery('/api/plans', { area: search.area })
/** `on`: as it stood on a past day; `since`: what moved after a day. */
export const planPath = (plan: string, { on, since }: Search): Path<PlanAnswer> =>
  withQuery(`/api/plans/${id(plan)}`, { on, since })
export const planActionPath = (action: string, { on }: Search): Path<PlanActionPage> =>
  withQuery(`/api/plans/actions/${id(action)}`, { on })
/** A calendar to subscribe to: what is due in an area, or in one plan. */
export const dueCalendarPath = (search: Search) =>
  withQuery('/api/plans/due.ics', { area: search.area, plan: search.plan })

/** The papers that the program draws on, and what is held from one. */
export const papersPath: Path<PapersAnswer> = '/api/papers'
export const paperPath = (paper: string): Path<PaperAnswer> => `/api/papers/${id(paper)}`

/** Who did what; the whole of what a search says may be asked. */
export const auditPath = ({ action, who, about, from, to, before }: Search): Path<AuditAnswer> =>
  withQuery('/api/audit', { action, who, about, from, to, before })
/** Whether the record of changes is whole. */
export const auditChainPath: Path<AuditChainAnswer> = '/api/audit/chain'

/** The answers that a screen cannot be drawn without; the server sends them along with the page. */
export function firstPaths(pathname: string, search: Search): string[] {
  return [sessionPath, ...screenPaths(pathname, search)]
}

function screenPaths(pathname: string, search: Search): string[] {
  if (pathname === '/') return [scorecardPath(search.card ?? DEFAULT_CARD, search), scorecardsPath]
  const indicator = /^\/indicators\/([^/]+)$/.exec(pathname)?.[1]
  if (indicator) {
    const name = decodeURIComponent(indicator)
    return [seriesPath(name, search), indicatorPath(name)]
  }
  if (pathname === '/indicators') return [indicatorsPath]
  if (pathname === '/quality') return [qualityPath(search)]
  if (pathname === '/strategy') return [strategyPath(search), programmesPath]
  if (pathname === '/savings') return [strategySavingsPath(search)]
  if (pathname === '/what-if') return [scenarioPath(search)]
  if (pathname === '/targets') return [targetsPath(search)]
  if (pathname === '/plans') return [plansPath(search)]
  const plan = /^\/plans\/([^/]+)$/.exec(pathname)?.[1]
  if (plan) return [planPath(decodeURIComponent(plan), search)]
  const action = /^\/actions\/([^/]+)$/.exec(pathname)?.[1]
  if (action) return [planActionPath(decodeURIComponent(action), search)]
  if (pathname === '/scrutiny') return [scrutinyPath(search)]
  if (pathname === '/exceptions') return [exceptionsPath(search), scorecardsPath]
  if (pathname === '/contracts') return [contractsPath(search)]
  if (pathname === '/papers') return [papersPath]
  const paper = /^\/papers\/([^/]+)$/.exec(pathname)?.[1]
  if (paper) return [paperPath(decodeURIComponent(paper))]
  if (pathname === '/audit') return [auditPath(search)]
  if (pathname === '/registers') return [registersPath]
  const listed = /^\/registers\/([^/]+)$/.exec(pathname)?.[1]
  if (listed) return [registerPath(decodeURIComponent(listed), { all: '1' })]
  const entry = /^\/registers\/([^/]+)\/([^/]+)(\/change)?$/.exec(pathname)
  if (entry) {
    const [register = '', name = ''] = entry.slice(1, 3).map(decodeURIComponent)
    if (name === 'new') return [entryFormPath(register, null, search)]
    return [entry[3] ? entryFormPath(register, name) : entryPath(register, name)]
  }
  const target = /^\/targets\/([^/]+)$/.exec(pathname)?.[1]
  if (target && target !== 'new') {
    const name = decodeURIComponent(target)
    return [targetPath(name), trajectoryPath(name, search), projectionPath(name)]
  }
  return []
}

/** The address of the same answer as a CSV file or an Excel workbook. */
export function filePath(path: string, format: 'csv' | 'xlsx'): string {
  const [before, query] = path.split('?')
  return query === undefined ? `${before}.${format}` : `${before}.${format}?${query}`
}
export const csvPath = (path: string): string => filePath(path, 'csv')

/** Who may do what here; for administrators. */
export const peoplePath: Path<PeopleAnswer> = '/api/people'
export const invitationsPath: Path<LinkAnswer> = '/api/people/invitations'
export const openInvitationPath = (invitation: string) => `${invitationsPath}/${id(invitation)}`
export const personPath = (person: string): Path<PeopleAnswer> => `/api/people/${id(person)}`
/** What is done to an account for no more than a reason. */
export type PersonAction = 'close' | 'reopen' | 'erase' | 'reset-second-step'
export const personActionPath = (person: string, action: PersonAction): Path<PeopleAnswer> =>
  `${personPath(person)}/${action}`
export const passwordLinkPath = (person: string): Path<LinkAnswer> => `${personPath(person)}/password-link`
export const endSessionsPath = (person: string) => `${personPath(person)}/end-sessions`
/** Anybody's key for a program. */
export const anyTokenPath = (token: string) => `/api/people/tokens/${id(token)}`

/** One's own account. */
export const accountPath: Path<AccountAnswer> = '/api/account'
export const sessionsPath: Path<SessionsAnswer> = '/api/account/sessions'
export const ownSessionPath = (session: string) => `${sessionsPath}/${id(session)}`
export const endOtherSessionsPath = `${sessionsPath}/end-others`
export const tokensPath: Path<TokensAnswer> = '/api/account/tokens'
export const makeTokenPath: Path<TokenMadeAnswer> = '/api/account/tokens'
export const ownTokenPath = (token: string) => `${tokensPath}/${id(token)}`
