// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { open_stage, take_seat, type Seat, type Stage } from '../support/browser'

let stage: Stage
let seats: Seat[] = []

beforeAll(async () => {
  stage = await open_stage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.tell('sample/reset')
})
afterEach(async () => {
  const complaints = seats.flatMap((seat) => seat.complaints)
  for (const seat of seats) await seat.page.context().close()
  seats = []
  expect(complaints).toEqual([])
})

async function sit(path = '#/desk', size?: { width: number; height: number }, language?: string): Promise<Seat> {
  const seat = await take_seat(stage, path, size, language)
  seats.push(seat)
  return seat
}
async function desk(counters = '3', size?: { width: number; height: number }, language?: string): Promise<Seat> {
  await stage.tell(`sample/sign?account=yangli&counters=${counters}`)
  const seat = await sit('#/desk', size, language)
  await seat.page.waitForSelector('.next')
  return seat
}
const button = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()

describe('keys', () => {
  it('a key that is held, or pressed twice, calls one person', async () => {
    const { page, orders } = await desk()
    for (let n = 0; n < 12; ++n) await page.keyboard.down('Space')
    await page.keyboard.up('Space')
    await page.keyboard.press('Space')
    await page.waitForTimeout(300)
    expect(orders.map((one) => one['order'])).toEqual(['finish_next'])
    for (let n = 0; n < 12; ++n) await page.keyboard.down('Enter')
    await page.waitForTimeout(800)
    expect(orders.length).toBeLessThanOrEqual(2)
  })

  it('Space presses the control that somebody walked to, and calls where it was only clicked', async () => {
    const { page, orders } = await desk()
    await button(page, /^暂挂 ?H$/).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Space')
    await page.waitForFunction(() => document.querySelector('.free'))
    expect(orders.map((one) => one['order'])).toEqual(['hold'])
    await page.waitForTimeout(700)
    await page.getByRole('tab', { name: /过号/ }).click()
    await page.keyboard.press('Space')
    await page.waitForTimeout(200)
    expect(orders.map((one) => one['order'])).toEqual(['hold', 'next'])
  })

  it('letters that are typed into the note do nothing else', async () => {
    const { page, orders } = await desk()
    await page.keyboard.press('n')
    await page.keyboard.type('h m z 2 ?')
    expect(await page.inputValue('#visit-note')).toBe('h m z 2 ?')
    expect(orders).toEqual([])
  })

  it('↑ ↓ and Enter pick somebody from the line; the one in hand is asked about first', async () => {
    const { page, orders } = await desk()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '暂挂 A018，再叫' }).click()
    await page.waitForFunction(() => document.querySelector('.present .tag.big')?.textContent === 'E004')
    expect(orders).toMatchObject([{ order: 'hold', in_hand: 'A018' }, { order: 'call', code: 'E004', in_hand: '' }])
  })

  it('Z takes the last act back and ? shows the list', async () => {
    const { page } = await desk()
    await page.keyboard.press('h')
    await page.waitForSelector('.undo')
    await page.waitForTimeout(650)
    await page.keyboard.press('z')
    await page.waitForFunction(() => document.querySelector('.present .tag.big')?.textContent === 'A018')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('m')
    await page.keyboard.press('Escape')
  })
})

describe('a lost link', () => {
  it('is said, keeps what was typed, lets nothing be sent, and mends itself', async () => {
    const { page, orders } = await desk()
    await page.fill('#visit-note', '写到一半')
    await stage.tell('sample/link?off=1')
    await page.waitForSelector('.bar.lost')
    expect(await page.getByRole('alert').first().textContent()).toContain('断开')
    await page.getByText('暂时不能叫号').click({ force: true })
    await page.keyboard.press('m')
    expect(orders).toEqual([])
    await stage.tell('sample/link?off=0')
    await page.waitForSelector('.bar.lost', { state: 'detached', timeout: 12_000 })
    expect(await page.inputValue('#visit-note')).toBe('写到一半')
    await page.waitForTimeout(300)
    expect(orders).toEqual([])
  })
})

it('a lock covers everything and gives back what was typed', async () => {
  const { page } = await desk()
  await page.fill('#visit-note', '写到一半')
  await stage.tell('sample/lock')
  await page.waitForSelector('.cover')
  expect(await page.getByText('低保申请').first().isVisible()).toBe(false)
  await page.keyboard.type('sample-pass')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.cover', { state: 'detached' })
  expect(await page.inputValue('#visit-note')).toBe('写到一半')
})

it('of two tabs the slower one is told what happened', async () => {
  const one = await desk()
  const other = await sit()
  await other.page.waitForSelector('.next')
  await other.page.route('**/orders', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await Promise.all([other.page.keyboard.press('2'), one.page.keyboard.press('Space')])
  await other.page.waitForSelector('.note.amber')
  expect(await other.page.textContent('.note.amber')).toContain('手上已经是 A020 了')
  expect(await other.page.textContent('.present .tag.big')).toBe('A020')
})

it('the back button goes back', async () => {
  const { page } = await desk()
  await page.keyboard.press('Alt+2')
  await page.waitForFunction(() => location.hash === '#/hall')
  await page.goBack()
  await page.waitForSelector('.next')
})

it('a link to a place of another role says who may go there', async () => {
  await stage.tell('sample/sign?account=shenji')
  const { page } = await sit('#/desk')
  await page.waitForSelector('.nowhere')
  expect(await page.textContent('.nowhere')).toContain('窗口人员、值班主管')
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.each([['desktop', { width: 1366, height: 768 }], ['phone', { width: 390, height: 844 }]] as const)('on a %s', (_, size) => {
  const scenes: [string, string | null, (page: Page) => Promise<unknown>][] = [
    ['sign-in', null, (page) => page.waitForSelector('.form')],
    ['desk', 'yangli', (page) => page.waitForSelector('.next')],
    ['desk after an act', 'yangli', async (page) => { await page.waitForSelector('.next'); await page.keyboard.press('3'); await page.waitForSelector('.undo') }],
    ['desk without a counter', 'yangli', async (page) => { await page.waitForSelector('.shell'); await stage.tell('sample/close?counter=3'); await page.waitForSelector('.closed') }],
    ['hand over', 'yangli', async (page) => { await page.waitForSelector('.next'); await page.keyboard.press('t'); await page.waitForSelector('.el-dialog') }],
    ['a lost link', 'yangli', async (page) => { await page.waitForSelector('.next'); await stage.tell('sample/link?off=1'); await page.waitForSelector('.bar.lost') }],
    ['locked', 'yangli', async (page) => { await page.waitForSelector('.next'); await stage.tell('sample/lock'); await page.waitForSelector('.cover') }],
    ['first password', 'xinren', (page) => page.waitForSelector('.first')],
  ]
  it.each(scenes)('%s: nothing for axe to find, nothing beyond the edge', async (_scene, account, go) => {
    if (account) await stage.tell(`sample/sign?account=${account}&counters=3`)
    for (const language of ['zh-CN', 'en']) {
      const { page } = await sit('#/desk', size, language)
      await go(page)
      await page.waitForTimeout(400)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
        const result = await (globalThis as never as { axe: { run: (root: Document, wish: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }).axe.run(document, { runOnly: tags })
        return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 140) + ' ' + (node.failureSummary ?? '').slice(0, 200)).join(' | ')}`)
      })
      expect(found).toEqual([])
      if (account) {
        await stage.tell('sample/reset')
        await stage.tell(`sample/sign?account=${account}&counters=3`)
      }
    }
  })
})
