// SPDX-License-Identifier: Apache-2.0
// npm run test:browser: the built pages in Debian's Chromium, answered by the sample hall.
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { environment: 'node', include: ['tests/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000, fileParallelism: false } })
