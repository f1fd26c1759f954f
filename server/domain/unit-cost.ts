import { round } from './rounding.ts'

/**
 * What care costs for one child, as the statutory return on spending (S251) counts it: a year has 365 days, leap
 * years too. All of these are averages. One child more or less changes real spending by less.
 */

const WEEKS_A_YEAR = 365 / 7

/** Pounds a week for each of the children in care on the last day of the year, from pounds a year; not rounded. There must be children. */
export const weeklyUnitCost = (spend: number, children: number): number => spend / children / WEEKS_A_YEAR

/** Pounds to the nearest five, half upwards: how unit costs are published. */
export const nearestFive = (pounds: number): number => round(pounds / 5, 0) * 5

/** Pounds a year for what costs so many pounds a week. */
export const yearlyCost = (weekly: number): number => weekly * WEEKS_A_YEAR

/**
 * Pounds a year between two kinds of placement, each in pounds a week, for one child who moves: a saving where the
 * second costs less, else negative. At average cost: the home that the child leaves goes on costing much the same, and
 * support may move along, so the real saving is less.
 */
export const moveSaving = (fromWeekly: number, toWeekly: number): number => yearlyCost(fromWeekly - toWeekly)
