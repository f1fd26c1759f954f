import type { Aim, Tolerance } from './rag.ts'
import type { BenchmarkGroup, Setter, Statistic } from './target.ts'

/**
 * What the parts of a target are called, by where they stand in its terms. The form and the history of a target speak
 * with these words, so that what was changed is found under the name that it was changed under.
 */
export const TARGET_FIELDS = {
  indicator: 'Measure',
  view: 'Counted as',
  area: 'Area',
  programme: 'Programme',
  title: 'What is aimed at',
  aim: 'Which way it shall go',
  basis: 'How the goal is set',
  value: 'Goal',
  change: 'Change from the baseline',
  low: 'Lower end of the range',
  high: 'Upper end of the range',
  'benchmark.group': 'Whose figure it goes to',
  'benchmark.model': 'List of similar councils',
  'benchmark.statistic': 'Which figure of theirs',
  'benchmark.mode': 'Whether the goal moves',
  'benchmark.frozen.value': 'Value that it stays at',
  'benchmark.frozen.period': 'Period of that value',
  statedChange: 'Change that the paper says is needed',
  'baseline.value': 'Baseline',
  'baseline.on': 'Day of the baseline',
  'baseline.source': 'Where the baseline comes from',
  due: 'Due',
  dueNote: 'How the due day was come by',
  shape: 'How the path runs',
  milestones: 'Milestones',
  tolerance: 'Tolerance',
  owner: 'Who answers for it',
  setBy: 'Whose target it is',
  approvedOn: 'Approved on',
  approval: 'Who approved it',
  rationale: 'Reason for this goal',
  standard: 'National or statutory standard',
  reviewOn: 'To be reviewed on',
  endsOn: 'Last day on which it counts',
  statedOn: 'Stated on',
  document: 'Paper',
  page: 'Place in the paper',
} as const
export type TargetField = keyof typeof TARGET_FIELDS

export const AIM_WORDS: Record<Aim, string> = {
  lower: 'Lower',
  higher: 'Higher',
  within: 'Stay within a range',
}

export const GROUP_WORDS: Record<BenchmarkGroup, string> = {
  neighbours: 'Similar councils',
  region: 'The region',
  england: 'England',
}

export const STATISTIC_CHOICES: Record<Statistic, string> = {
  mean: 'Mean',
  median: 'Median (half lie below)',
  p25: '25th percentile (a quarter lie below)',
  p75: '75th percentile (three quarters lie below)',
}

export const MODE_WORDS: Record<'frozen' | 'live', string> = {
  live: 'Live: it moves with what is published',
  frozen: 'Frozen: it stays as it was set',
}

export const SETTER_WORDS: Record<Setter, string> = {
  local: 'The council’s own',
  national: 'National: set by law or guidance',
  contract: 'Set in a contract',
}

export const TOLERANCE_WORDS: Record<Tolerance['kind'], string> = {
  percent: 'Per cent of what the path asks for',
  points: 'Percentage points',
  absolute: 'So much in the unit of the measure',
}
