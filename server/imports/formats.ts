import type { Format } from './format.ts'
import { dfeTidy } from './formats/dfe-tidy.ts'
import { neighbours2021 } from './formats/neighbours-2021.ts'
import { neighbours2025 } from './formats/neighbours-2025.ts'
import { quarterlyReturn } from './formats/quarterly-return.ts'

/** Every layout that can be imported, in the order in which they are tried. */
export const FORMATS: readonly Format[] = [quarterlyReturn, neighbours2021, neighbours2025, dfeTidy]
