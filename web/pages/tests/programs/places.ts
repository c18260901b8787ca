// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const from = (variable: string, otherwise: string) => process.env[variable] ?? join(root, otherwise)

/** Where the programs under test are: a checkout built with the preset dev, unless the environment says otherwise. */
export const places = {
  linli: from('LINLI_CLI', 'build/dev/cli/linli'),
  console: from('LINLI_CONSOLE', 'build/dev/console/linli-console'),
  kiosk: from('LINLI_KIOSK', 'build/dev/kiosk/linli-kiosk'),
  /** The built pages, as the console serves them. */
  pages: from('LINLI_PAGES', 'web/pages/dist/console'),
  /** Where pictures are left to be looked at. */
  pictures: from('LINLI_PICTURES', 'web/pages/dist/pictures'),
  chromium: process.env['LINLI_CHROMIUM'] ?? '/usr/bin/chromium',
}

/** What is missing, each with how to get it; nothing where all is there. */
export function missing(): string[] {
  const needs: [string, string][] = [
    [places.linli, 'cmake --build --preset dev --target linli, or set LINLI_CLI'],
    [places.console, 'cmake --build --preset dev --target linli-console, or set LINLI_CONSOLE'],
    [places.kiosk, 'cmake --build --preset dev --target linli-kiosk, or set LINLI_KIOSK'],
    [join(places.pages, 'index.html'), 'npm run build:console, or set LINLI_PAGES'],
    [places.chromium, 'apt-get install chromium, or set LINLI_CHROMIUM'],
  ]
  return needs.filter(([path]) => !existsSync(path)).map(([path, how]) => `${path} is not there: ${how}`)
}
