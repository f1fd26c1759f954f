import type { Style } from '../../charts/styles.ts'

/** As things are: dashed and grey, with squares; with the changes: as our own line is drawn everywhere. */
export const BASE: Style = { colour: '#505a5f', dash: '7 4', shape: 'square', width: 2 }
export const ADJUSTED: Style = { colour: '#12436d', dash: undefined, shape: 'circle', width: 3 }
export const AIM = '#0b0c0c'
export const GRID = '#dfe1e2'

export const BASE_NAME = 'As things are'
export const ADJUSTED_NAME = 'With your changes'

/** About how wide a figure of 16 pixels is, a bold one included. */
export const LETTER = 10.2
