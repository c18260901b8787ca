// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Tests over the real programs and a real browser: `npm run browser`, `npm run journey`. Their names end otherwise than those
// of `npm test`, which needs neither. Each file has a hall of its own and mostly waits for the browser, so one a processor runs at once.
export default defineConfig(({ mode }) => ({
  root: here('../..'),
  test: {
    environment: 'node',
    include: [`tests/${mode}/**/*.${mode}.ts`],
    globalSetup: [here('make_demo_hall.ts')],
    pool: 'forks',
    maxWorkers: '100%',
    minWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
}))
