// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { password } from './linli'
import { places } from './places'
import type { RealHall } from './real_hall'

export type Size = 'desktop' | 'phone'
export type Language = 'zh-CN' | 'en'

const sizes = {
  desktop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}

export function open_browser(): Promise<Browser> {
  return chromium.launch({
    executablePath: places.chromium,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

/** The answers of the box that the page speaks of by itself (401, 409, a lost link) are also logged by the browser. */
const told_by_the_page = (text: string, url: string) => /^Failed to load resource/.test(text) && url.includes('/api/') && !/status of 5\d\d/.test(text)

/** Everything that a page complains of: its console, exceptions, and what the content security policy forbade. */
export function watch_faults(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || told_by_the_page(message.text(), message.location().url)) return
    faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
}

/** One page of one size and language, in a context of its own: its cookies and storage are nobody else's. */
export class View {
  /** What the page complained of since it was last asked. */
  private faults: string[] = []

  private constructor(readonly hall: RealHall, readonly context: BrowserContext, readonly page: Page, readonly size: Size, readonly language: Language) {
    watch_faults(page, this.faults)
  }

  static async open(browser: Browser, hall: RealHall, size: Size = 'desktop', language: Language = 'zh-CN'): Promise<View> {
    const context = await browser.newContext({ ...sizes[size], locale: language, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
    context.setDefaultTimeout(10_000)
    return new View(hall, context, await context.newPage(), size, language)
  }

  get name(): string {
    return `${this.size}-${this.language}`
  }

  take_faults(): string[] {
    return this.faults.splice(0)
  }

  /** Another page in the same context: the same person's second tab. */
  async second_page(): Promise<Page> {
    const page = await this.context.newPage()
    watch_faults(page, this.faults)
    return page
  }

  /** The page anew at an address of its own, such as /#/hall. */
  async go(path: string): Promise<void> {
    // The same document with another hash would be no new page.
    await this.page.goto('about:blank')
    await this.page.goto(this.hall.address + path)
  }

  /** Is whoever that token belongs to, without the sign-in page; empty for nobody. */
  async become(token: string): Promise<void> {
    await this.context.clearCookies()
    if (token !== '') await this.context.addCookies([{ name: 'linli_session', value: token, url: this.hall.address, httpOnly: true, sameSite: 'Strict' }])
  }

  /** Through the sign-in page, as a person does it. */
  async sign_in(account: string, counters: number[] = [], word = password): Promise<void> {
    await this.go('/')
    await this.page.fill('#account', account)
    await this.page.fill('input[type=password]', word)
    for (const number of counters) await this.page.locator('.counters .counter', { hasText: String(number) }).click()
    await this.page.click('.form button[type=submit]')
  }

  /** The page's picture, to be looked at. */
  async picture(state: string): Promise<void> {
    mkdirSync(places.pictures, { recursive: true })
    await this.page.screenshot({ path: join(places.pictures, `${state}-${this.name}.png`) })
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}

/** Signs in without a page and gives the session's token. */
export async function token_of(hall: RealHall, account: string, counters: number[] = [], word = password): Promise<string> {
  const answer = await fetch(`${hall.address}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ account, password: word, counters }) })
  const token = /linli_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (!token) throw new Error(`${account} cannot sign in: ${answer.status} ${await answer.text()}`)
  return token
}
