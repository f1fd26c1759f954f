import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Compresses what is built once, as small as it gets, instead of at every request. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      const folder = join(import.meta.dirname, 'dist/client/assets')
      for (const file of readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const bytes = readFileSync(join(folder, file))
        writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes))
        writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes))
      }
    },
  }
}

/**
 * What every screen needs comes in one piece beside the entry: left alone, small parts that two screens share become
 * files of their own, and each is a request before the first chart.
 */
const SHARED =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\/|vite\/preload-helper|client\/(queries|api)\.|client\/charts\/(Dot|layout|scale|styles)\.|server\/(domain\/(rounding|period)|contract\/paths)\./

/** The two screens that people open first come in one piece; the others, and Recharts, when they are needed. */
const FIRST_SCREENS = new Set(['/', '/indicators/$id'])

export default defineConfig({
  root: 'client',
  plugins: [
    tanstackRouter({
      target: 'react',
      routesDirectory: join(import.meta.dirname, 'client/routes'),
      generatedRouteTree: join(import.meta.dirname, 'client/routes.gen.ts'),
      quoteStyle: 'single',
      autoCodeSplitting: true,
      codeSplittingOptions: {
        splitBehavior: ({ routeId }) => (FIRST_SCREENS.has(routeId) ? [] : [['component']]),
      },
    }),
    react(),
    precompress(),
  ],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'shared', test: SHARED }], includeDependenciesRecursively: false },
      },
    },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  test: {
    root: '.',
    // Much of a test's time is waiting, for a database or another process: no core is kept free.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['server/**/*.test.ts', 'client/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          setupFiles: 'test/support/environment.ts',
          // Some start whole programs, and the machine may be busy.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/support/global-browser.ts',
          setupFiles: 'test/support/environment.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
