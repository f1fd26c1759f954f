import { type ComponentType, useEffect, useMemo, useState } from 'react'
import { useWidth } from '../use-width.ts'
import { Key } from './Key.tsx'
import { layoutFor } from './layout.ts'
import type { LineModel } from './line-model.ts'
import { type DrawingProps, PlainLineChart } from './PlainLineChart.tsx'
import '../styles/events.scss'

type Touchable = ComponentType<DrawingProps>

/** Recharts is fetched when the browser has nothing better to do, and then takes the plain drawing's place. */
function useTouchable(model: LineModel): Touchable | null {
  const [loaded, setLoaded] = useState<{ component: Touchable; model: LineModel } | null>(null)
  useEffect(() => {
    let stale = false
    const load = async () => {
      const { default: component } = await import('./TouchableLineChart.tsx')
      if (!stale) setLoaded({ component, model })
    }
    const idle = window.requestIdleCallback ?? ((callback: () => void) => window.setTimeout(callback, 300))
    const cancel = window.cancelIdleCallback ?? window.clearTimeout
    const handle = idle(() => void load(), { timeout: 4000 })
    return () => {
      stale = true
      cancel(handle)
    }
  }, [model])
  return loaded?.model === model ? loaded.component : null
}

const UNIT_SIGNS: Record<string, (text: string) => string> = {
  percent: (text) => `${text}%`,
  pounds: (text) => `£${text}`,
}

/** Thousands and millions of pounds are written short on the axis. */
function tickFormat(unit: string) {
  const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
  const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })
  return (value: number) => {
    const text = (Math.abs(value) >= 100_000 ? short : plain).format(value).replace('-', '−')
    return UNIT_SIGNS[unit]?.(text) ?? text
  }
}

/** While a page is being laid out for paper its places may have no width yet. */
const LEAST_WIDTH = 240

/** A line chart of whatever a model holds, with its key; `unit` is that of its axis, `title` what it shows in a sentence. */
export function LineChart({ model, unit, title }: { model: LineModel; unit: string; title: string }) {
  const { ref, width } = useWidth()
  const formatTick = useMemo(() => tickFormat(unit), [unit])
  const layout = useMemo(
    () => (width === null ? null : layoutFor(model, Math.max(width, LEAST_WIDTH), formatTick)),
    [model, width, formatTick],
  )
  const Chart = useTouchable(model) ?? PlainLineChart
  return (
    <div>
      {layout && !layout.wide && <Key model={model} />}
      <div ref={ref} className="chart" style={{ minHeight: layout?.height ?? 300 }}>
        {layout && (
          <Chart
            model={model}
            layout={layout}
            title={`Line chart: ${title}. The same figures are in the table below.`}
            formatTick={formatTick}
          />
        )}
      </div>
      {layout?.wide && <Key model={model} onlySigns />}
    </div>
  )
}
