// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `npm run dev` answers /api from the tests' sample hall, so that the pages can be looked at without a box. */
function sampleHall(): Plugin {
  return {
    name: 'linli-sample-hall',
    apply: 'serve',
    async configureServer(server) {
      const { sampleServer } = await import('./tests/support/sample_server')
      server.middlewares.use(sampleServer())
    },
  }
}

// One build per program, so that a hall box carries no other program's page: `vite build --mode console`.
export default defineConfig(({ mode }) => ({
  root: mode === 'test' ? here('.') : here('./console'),
  base: './',
  publicDir: false,
  plugins: [vue(), ...(mode === 'test' ? [] : [sampleHall()])],
  resolve: { alias: { '@shared': here('./shared') } },
  server: { host: '127.0.0.1', fs: { allow: [here('../..')] } },
  define: {
    __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
  },
  build: {
    outDir: here('./dist/console'), emptyOutDir: true, target: 'chrome90', cssTarget: 'chrome90',
    assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false, chunkSizeWarningLimit: 800,
  },
  test: { environment: 'happy-dom', maxWorkers: '100%', minWorkers: 1, include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], server: { deps: { inline: ['element-plus'] } } },
}))
