import { periodLabel, quarter, stepPeriod } from '../server/domain/period.ts'

/** The quarter that is running and those before it, the newest first. */
export function recentQuarters(today: Date, count: number): { id: string; label: string }[] {
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth() + 1]
  const running = month <= 3 ? quarter(year - 1, 4) : quarter(year, Math.ceil(month / 3) - 1)
  return Array.from({ length: count }, (_, i) => {
    const period = stepPeriod(running, -i)
    return { id: period.id, label: periodLabel(period) }
  })
}
