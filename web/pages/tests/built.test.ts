// @vitest-environment node
// SPDX-License-Identifier: Apache-2.0
// The pages as they are built: what an old Chrome and a strict security policy ask of them, and their weight.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import openapiTS, { astToString } from 'openapi-typescript'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const here = new URL('..', import.meta.url).pathname
// As packaging/test has built them, or built now.
const built = process.env['LINLI_PAGES']
const out = built ?? mkdtempSync(join(tmpdir(), 'linli-pages-'))
const files = new Map<string, string>()
const names = (ending: string) => [...files.keys()].filter((name) => name.endsWith(ending))

function read(folder: string, prefix = '') {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) read(path, `${prefix}${name}/`)
    else files.set(prefix + name, readFileSync(path, 'utf8'))
  }
}

beforeAll(async () => {
  if (built === undefined) {
    await build({ configFile: join(here, 'vite.config.ts'), mode: 'console', logLevel: 'error', build: { outDir: out } })
    execFileSync(process.execPath, [join(here, 'tools/compress.mjs'), out])
  }
  read(out)
}, 180_000)
afterAll(() => {
  if (built === undefined) rmSync(out, { recursive: true, force: true })
})

describe('for Chrome 90', () => {
  // Syntax is lowered by the build; interfaces are not. Vue's own wrappers of arrays name newer methods that run only when called.
  it.each(['.at(', 'Object.hasOwn(', 'structuredClone(', 'randomUUID', 'AbortSignal.timeout', 'AbortSignal.any', 'static{', 'Array.fromAsync', 'Promise.withResolvers'])('no script says %s', (word) => {
    expect(names('.js').filter((name) => files.get(name)!.includes(word))).toEqual([])
  })

  it.each([/:has\(/, /@layer/, /color-mix\(/, /\d(dvh|svh|lvh|cqw|cqh)\b/, /@container/, /:is\(:/, /aspect-ratio:\s*auto\s/])('no style says %s', (word) => {
    expect(names('.css').filter((name) => word.test(files.get(name)!))).toEqual([])
  })
})

describe('for the security policy', () => {
  it('has no inline script, style or handler', () => {
    const html = files.get('index.html')!
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect([...html.matchAll(/<script[^>]*>([^<]*)/g)].map((found) => found[1])).toEqual([''])
  })

  it('makes no code from text and writes no style attribute', () => {
    for (const name of names('.js')) {
      expect(files.get(name)!, name).not.toMatch(/\bnew Function\(|[^.\w]eval\(/)
    }
    const static_styles = readdirSync(join(here, 'console'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.vue') && /\sstyle="/.test(readFileSync(join(here, 'console', name), 'utf8')))
    expect(static_styles).toEqual([])
  })

  it('asks nobody but the box', () => {
    const elsewhere = names('.html').concat(names('.css')).filter((name) => /(?:src|href)=.?https?:|url\(.?(?:https?:|\/\/)|@import/.test(files.get(name)!))
    expect(elsewhere).toEqual([])
    expect(files.get('index.html')).toMatch(/src="\.\/assets\//)
  })
})

it('the first page weighs at most 400 kB compressed', () => {
  const first = ['index.html', ...[...files.get('index.html')!.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map((found) => found[1]!), ...names('.js').filter((name) => name.includes('words_zh'))]
  const bytes = first.reduce((total, name) => total + statSync(join(out, `${name}.gz`)).size, 0)
  expect(first.length).toBeGreaterThan(3)
  expect(bytes).toBeLessThan(400_000)
})

it('has a compressed copy of everything that shrinks, which unpacks to the same', () => {
  for (const name of [...names('.js'), ...names('.css'), 'index.html']) {
    if (files.get(name)!.length < 1_000) continue
    expect(files.has(`${name}.br`), name).toBe(true)
    expect(gunzipSync(readFileSync(join(out, `${name}.gz`))).toString('utf8'), name).toBe(files.get(name))
  }
})

it('shared/api/console.ts is what the contract says today; else run npm run types', async () => {
  const now = astToString(await openapiTS(new URL('../../../console/openapi.yaml', import.meta.url)))
  const plain = (text: string) => text.replace(/^\/\*\*[\s\S]*?\*\/\n/, '').trim()
  expect(plain(readFileSync(join(here, 'shared/api/console.ts'), 'utf8'))).toBe(plain(now))
})
