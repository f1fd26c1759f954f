/** How the lines of the small charts are told apart: by width, dash and marks, and only then by colour. */
export const ACTUAL = { stroke: '#12436d', strokeWidth: 2.5, fill: 'none', strokeLinejoin: 'round' } as const
export const PATH = { stroke: '#0b0c0c', strokeWidth: 2, strokeDasharray: '7 4', fill: 'none' } as const
export const BENCHMARK = {
  stroke: '#c4500f',
  strokeWidth: 2,
  strokeDasharray: '1.5 3.5',
  fill: 'none',
} as const
/** The fan keeps its edges, so that it is seen where a printer leaves out light colours. */
export const FAN = { fill: '#c9d6e3', stroke: '#505a5f', strokeWidth: 1 } as const
export const MIDDLE = { stroke: '#12436d', strokeWidth: 1.5, strokeDasharray: '4 3', fill: 'none' } as const
