import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  accountPath,
  areasPath,
  auditChainPath,
  auditPath,
  commentaryPath,
  comparisonPath,
  contractsPath,
  entryFormPath,
  entryPath,
  exceptionsPath,
  indicatorActionsPath,
  indicatorPath,
  indicatorsPath,
  invitationPath,
  type Path,
  paperPath,
  papersPath,
  peoplePath,
  planActionPath,
  planPath,
  plansPath,
  programmesPath,
  projectionPath,
  promptsPath,
  qualityPath,
  questionsPath,
  realismPath,
  registerPath,
  registersPath,
  type Search,
  scenarioPath,
  scorecardPath,
  scorecardsPath,
  scrutinyPath,
  seriesPath,
  sessionPath,
  sessionsPath,
  strategyPath,
  strategySavingsPath,
  targetPath,
  targetRealismPath,
  targetsPath,
  tokensPath,
  trajectoryPath,
  uploadPath,
  uploadProgressPath,
  uploadsPath,
} from '../server/contract/paths.ts'
import { get } from './api.ts'

/** An answer under its own address: what is drawn stays drawn until the next one is here. */
function answer<T>(path: Path<T>) {
  return queryOptions({
    queryKey: [path as string],
    queryFn: ({ signal }) => get(path, signal),
    placeholderData: keepPreviousData,
  })
}

/** Who looks at this, and what they may do; the page brings it along. */
export const session = () => answer(sessionPath)
export const invitation = (secret: string) => answer(invitationPath(secret))
export const areas = () => answer(areasPath)
export const indicators = () => answer(indicatorsPath)
export const scorecards = () => answer(scorecardsPath)
export const indicator = (id: string) => answer(indicatorPath(id))
export const series = (id: string, search: Search) => answer(seriesPath(id, search))
export const comparison = (id: string, search: Search) => answer(comparisonPath(id, search))
export const realism = (id: string, asked: Parameters<typeof realismPath>[1]) =>
  answer(realismPath(id, asked))
export const scorecard = (card: string, search: Search) => answer(scorecardPath(card, search))
export const quality = (search: Search) => answer(qualityPath(search))
export const uploads = () => answer(uploadsPath)
export const upload = (id: string) => answer(uploadPath(id))
export const uploadProgress = (key: string) => answer(uploadProgressPath(key))

export const programmes = () => answer(programmesPath)
export const strategy = (search: Search) => answer(strategyPath(search))
export const savings = (search: Search) => answer(strategySavingsPath(search))
export const targets = (search: Search) => answer(targetsPath(search))
export const target = (id: string) => answer(targetPath(id))
export const trajectory = (id: string, search: Search) => answer(trajectoryPath(id, search))
export const projection = (id: string) => answer(projectionPath(id))
export const targetRealism = (id: string) => answer(targetRealismPath(id))
export const scenario = (search: Search) => answer(scenarioPath(search))

export const exceptions = (search: Search) => answer(exceptionsPath(search))
export const commentaries = (indicator: string, area: string | undefined) =>
  answer(commentaryPath(indicator, area))
export const contracts = (search: Search) => answer(contractsPath(search))

export const scrutiny = (search: Search) => answer(scrutinyPath(search))
export const questions = (search: Search) => answer(questionsPath(search))
export const prompts = (search: Search) => answer(promptsPath(search))

export const entry = (register: string, id: string) => answer(entryPath(register, id))
/** Without an id the form of a new entry; `search` may name the plan that an action is added to. */
export const entryForm = (register: string, id: string | null, search: Search = {}) =>
  answer(entryFormPath(register, id, search))

export const plans = (search: Search) => answer(plansPath(search))
export const plan = (id: string, search: Search) => answer(planPath(id, search))
export const planAction = (id: string, search: Search) => answer(planActionPath(id, search))

export const indicatorActions = (indicator: string, area: string | undefined) =>
  answer(indicatorActionsPath(indicator, area))

export const papers = () => answer(papersPath)
export const paper = (id: string) => answer(paperPath(id))

export const registers = () => answer(registersPath)
/** Every entry of a register, those that were taken out too. */
export const register = (name: string) => answer(registerPath(name, { all: '1' }))

/** What others change meanwhile, and must be seen as it is: asked for anew whenever it is shown. */
const current = <T>(path: Path<T>) => queryOptions({ ...answer(path), staleTime: 0 })

/** Who may do what here. */
export const people = () => current(peoplePath)
/** One's own account, where one is signed in, and one's keys for programs. */
export const account = () => current(accountPath)
export const ownSessions = () => current(sessionsPath)
export const ownTokens = () => current(tokensPath)

export const audit = (search: Search) => answer(auditPath(search))
export const auditChain = () => answer(auditChainPath)
