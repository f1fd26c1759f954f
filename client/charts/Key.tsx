import { Dot } from './Dot.tsx'
import { pathLabel } from './layout.ts'
import type { Band, LineModel } from './line-model.ts'
import type { Shape, Style } from './styles.ts'

/** What each line and sign of the chart stands for; with `onlySigns` the lines are labelled in the chart itself. */
export function Key({ model, onlySigns = false }: { model: LineModel; onlySigns?: boolean }) {
  const marks = model.lines.flatMap((line) => line.marks)
  const hasIllustrative = marks.some((mark) => mark.hollow)
  // A paper that gives a number without its rate is told below the chart, not drawn on it.
  const facts = model.facts.filter((fact) => fact.value !== null)
  const doubted = facts.some((fact) => fact.hollow)
  const [lines, paths] = onlySigns ? [[], []] : [model.lines, model.paths]
  const signs = facts.length + model.bands.length + model.milestones.length + model.shades.length
  if (lines.length === 0 && signs === 0 && !hasIllustrative) return null
  return (
    <ul className="chart-key" aria-label="Key to the chart">
      {lines.map((line) => (
        <li key={line.id}>
          <Sample style={line.style} shape={line.plain ? null : line.style.shape} />
          {line.name} {line.marks.findLast((mark) => mark.value !== null)?.text}
        </li>
      ))}
      {paths.map((path) => (
        <li key={path.id}>
          <Sample style={path.style} shape={null} />
          {pathLabel(path)}
        </li>
      ))}
      {model.bands.map((band) => (
        <li key={band.id}>
          <Shade band={band} />
          {band.name}
        </li>
      ))}
      {model.shades.map(({ id, name }) => (
        <li key={id}>
          <Hatch />
          {name}
        </li>
      ))}
      {model.milestones.length > 0 && (
        <li>
          <Sign shape="square" colour="#0b0c0c" /> milestone
        </li>
      )}
      {hasIllustrative && (
        <li>
          <Sign shape="circle" colour="#12436D" hollow /> illustrative figure
        </li>
      )}
      {facts.some((fact) => !fact.hollow) && (
        <li>
          <Sign shape="diamond" colour="#0b0c0c" /> figure from a council paper
        </li>
      )}
      {doubted && (
        <li>
          <Sign shape="diamond" colour="#0b0c0c" hollow /> figure from a council paper that is doubted
        </li>
      )}
    </ul>
  )
}

function Sample({ style, shape }: { style: Omit<Style, 'shape'>; shape: Shape | null }) {
  return (
    <svg width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
      <line
        x1="0"
        x2="34"
        y1="0"
        y2="0"
        stroke={style.colour}
        strokeWidth={style.width}
        strokeDasharray={style.dash}
      />
      {shape && <Dot x={17} y={0} shape={shape} colour={style.colour} />}
    </svg>
  )
}

function Shade({ band: { colour } }: { band: Band }) {
  return (
    <svg width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
      <rect x="0" y="-6" width="34" height="12" fill={colour} fillOpacity={0.16} />
      <path d="M0,-6H34M0,6H34" stroke={colour} strokeWidth={1} />
    </svg>
  )
}

/** The same hatching as on the chart. */
function Hatch() {
  return (
    <svg width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
      <path d="M-4,6L8,-6M4,6L16,-6M12,6L24,-6M20,6L32,-6M28,6L40,-6" stroke="#b1b4b6" strokeWidth={2} />
      <path d="M0.5,-6V6M33.5,-6V6" stroke="#505a5f" />
    </svg>
  )
}

function Sign(props: { shape: Shape; colour: string; hollow?: boolean }) {
  return (
    <svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true">
      <Dot x={0} y={0} {...props} />
    </svg>
  )
}
