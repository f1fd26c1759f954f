import type { Shape } from './styles.ts'

const PATHS: Record<Exclude<Shape, 'circle'>, (r: number) => string> = {
  square: (r) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  triangle: (r) => `M0,${-1.2 * r}L${1.15 * r},${0.9 * r}H${-1.15 * r}z`,
  diamond: (r) => `M0,${-1.35 * r}L${1.35 * r},0L0,${1.35 * r}L${-1.35 * r},0z`,
}

/** The point of a line. Hollow where the figure is illustrative or doubted. */
export function Dot(props: {
  x: number
  y: number
  shape: Shape
  colour: string
  hollow?: boolean
  size?: number
}) {
  const { x, y, shape, colour, hollow = false, size = 4 } = props
  const paint = { fill: hollow ? '#fff' : colour, stroke: colour, strokeWidth: hollow ? 2 : 1 }
  if (shape === 'circle') return <circle cx={x} cy={y} r={size} {...paint} />
  return <path d={PATHS[shape](size)} transform={`translate(${x},${y})`} {...paint} />
}
