import { type ComponentType, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { SeriesAnswer } from '../../server/contract/answers.ts'
import { Key } from './Key.tsx'
import { layoutFor } from './layout.ts'
import { lineModel } from './line-model.ts'
import { type DrawingProps, PlainLineChart } from './PlainLineChart.tsx'

/** A chart as wide as its place. The width is known before the first paint, so nothing jumps. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

type Touchable = ComponentType<DrawingProps>

/** Recharts is fetched when the browser has nothing better to do, and then takes the plain drawing's place. */
function useTouchable(model: DrawingProps['model']): Touchable | null {
  const [loaded, setLoaded] = useState<{ component: Touchable; model: DrawingProps['model'] } | null>(null)
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

/** The line chart of a series: our own line, what it is compared with, dated facts, events and a stated target. */
export function SeriesChart({ answer }: { answer: SeriesAnswer }) {
  const model = useMemo(() => lineModel(answer), [answer])
  const { ref, width } = useWidth()
  const { unit } = answer.indicator
  const formatTick = useMemo(() => tickFormat(unit), [unit])
  const layout = useMemo(
    () => (width === null ? null : layoutFor(model, width, formatTick)),
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
            title={`Line chart: ${answer.summary.title}. The same figures are in the table below.`}
            formatTick={formatTick}
          />
        )}
      </div>
      {layout?.wide && <Key model={model} onlySigns />}
    </div>
  )
}
