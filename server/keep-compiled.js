import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Loaded before the program: Node keeps what it compiled beside the packages, types taken off, so that later starts need
 * no compiler. JavaScript, since it would have to be compiled itself. Where nothing can be written there, nothing is kept.
 */
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
