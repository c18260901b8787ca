// SPDX-License-Identifier: Apache-2.0
// The built console under its strict security policy with a sample hall behind it, and a Chromium before it.
import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { sampleServer } from './sample_server'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const here = new URL('../..', import.meta.url).pathname

export interface Stage {
  address: string
  browser: Browser
  /** /sample/… of the sample server. */
  tell: (path: string, body?: unknown) => Promise<unknown>
  close: () => Promise<void>
}

export async function open_stage(): Promise<Stage> {
  // As packaging/test has built them, or built now.
  const built = process.env['LINLI_PAGES']
  const out = built ?? mkdtempSync(join(tmpdir(), 'linli-pages-'))
  if (built === undefined) await build({ configFile: join(here, 'vite.config.ts'), mode: 'console', logLevel: 'error', build: { outDir: out } })
  const api = sampleServer()
  const server: Server = createServer((request, response) => {
    void api(request as never, response, () => {
      const path = normalize(new URL(request.url ?? '/', 'http://sample').pathname)
      try {
        const body = readFileSync(join(out, path === '/' ? 'index.html' : path))
        response.writeHead(200, { 'Content-Type': types[extname(path === '/' ? '.html' : path)] ?? types['.html'], 'Content-Security-Policy': policy })
        response.end(body)
      } catch {
        response.writeHead(404).end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  return {
    address, browser,
    tell: (path, body) => fetch(new URL(path, address), body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) }),
    async close() {
      await browser.close()
      server.closeAllConnections()
      server.close()
      if (built === undefined) rmSync(out, { recursive: true, force: true })
    },
  }
}

export interface Seat {
  page: Page
  /** Bodies of the orders that the page sent. */
  orders: Record<string, unknown>[]
  /** What the console said that it should not, violations of the policy among it. */
  complaints: string[]
}

export async function take_seat(stage: Stage, path: string, size = { width: 1366, height: 768 }, language = 'zh-CN'): Promise<Seat> {
  const context = await stage.browser.newContext({ viewport: size, locale: language })
  const page = await context.newPage()
  const seat: Seat = { page, orders: [], complaints: [] }
  page.on('request', (request) => {
    if (request.url().endsWith('/orders')) seat.orders.push(request.postDataJSON() as Record<string, unknown>)
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) seat.complaints.push(message.text())
  })
  page.on('pageerror', (error) => seat.complaints.push(String(error)))
  await page.goto(stage.address + path)
  return seat
}
