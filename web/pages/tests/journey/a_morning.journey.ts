// SPDX-License-Identifier: Apache-2.0
// A morning at two counters: two clerks' browsers, a kiosk and a board over one hall, each of the programs restarted in between.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sleep, until, type Child } from '../programs/child'
import { code_in_hand, desk, hand_of, journal_of, ready_to_act } from '../programs/desk'
import { RealHall, type Board } from '../programs/real_hall'
import { open_browser, token_of, View } from '../programs/view'

const seen_within_ms = 1_000

let hall: RealHall, browser: Browser, board: Board, kiosk: Child
let first: View, second: View

beforeAll(async () => {
  hall = await RealHall.open()
  await hall.start_console()
  ;[board, kiosk] = await Promise.all([hall.start_board(), hall.start_kiosk()])
  browser = await open_browser()
  first = await View.open(browser, hall)
  second = await View.open(browser, hall, 'desktop', 'en')
  for (const counter of ['3', '4', '5']) await hall.ask_linli('finish', counter)
  for (let n = 0; n < 14; ++n) await hall.take('social-card')
  await first.sign_in('clerk1', [3])
  await second.sign_in('clerk2', [4])
  await ready_to_act(first.page)
  await ready_to_act(second.page)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await hall?.end()
}, 30_000)

/** How long after a moment something was there. */
async function within(what: string, since: number, ask: () => Promise<boolean>): Promise<number> {
  await until(what, ask, 10_000, 5)
  return performance.now() - since
}
const shows = (view: View, code: string) => view.page.locator('.strip .counter', { hasText: code }).count().then((count) => count > 0)

test('two clerks call in the same moment, and each gets somebody else', async () => {
  await Promise.all([desk.big_button(first.page).click(), desk.big_button(second.page).click()])
  const [one, two] = [await hand_of(hall, 3), await hand_of(hall, 4)]
  expect(one).not.toBe(two)
  await until('each page showing its own', async () => (await code_in_hand(first.page)) === one && (await code_in_hand(second.page)) === two)
  await until('each page showing the other’s', async () => (await shows(first, two)) && (await shows(second, one)))
})

test('a call is on the board and on the other page within a second', async () => {
  const times: string[] = []
  for (let n = 0; n < 3; ++n) {
    await sleep(700) // the page is deaf that long after an act
    await ready_to_act(first.page)
    const before = await board.bytes()
    const had = await code_in_hand(first.page)
    const clicked = performance.now()
    await desk.big_button(first.page).click()
    const [on_board, on_other] = await Promise.all([
      within('the board’s picture changing', clicked, async () => !(await board.bytes()).equals(before)),
      within('the other page showing the next', clicked, async () => !(await shows(second, had))),
    ])
    const code = await hand_of(hall, 3)
    expect(code).not.toBe(had)
    await until('the board naming it', async () => (await board.texts()).replace(/ /g, '').includes(code))
    await until('the other page naming it', () => shows(second, code))
    times.push(`board ${Math.round(on_board)} ms, other page ${Math.round(on_other)} ms`)
    expect(on_board).toBeLessThanOrEqual(seen_within_ms)
    expect(on_other).toBeLessThanOrEqual(seen_within_ms)
  }
  console.log(times.join('; '))
})

test('a message that one puts up is seen by the other, and taken down again', async () => {
  await first.page.keyboard.press('Alt+2')
  await first.page.click('#hall-tab-message')
  await first.page.locator('.message textarea').nth(0).fill('下午三点起，医保窗口暂停一小时。')
  await first.page.locator('.message textarea').nth(1).fill('No health insurance from 3 to 4 pm.')
  await second.go('/#/hall?tab=message')
  await second.page.waitForSelector('.message')
  const pressed = performance.now()
  await first.page.locator('.message form .button.main').click()
  const took = await within('the other seeing it', pressed, async () => ((await second.page.locator('.message .now').textContent({ timeout: 50 }).catch(() => '')) ?? '').includes('下午三点起'))
  expect(took).toBeLessThanOrEqual(seen_within_ms)
  expect(JSON.stringify(await hall.status())).toContain('下午三点起')
  await second.page.locator('.message .now .button').click()
  await first.page.waitForSelector('.message .now', { state: 'detached' })
  expect(JSON.stringify(await hall.status())).not.toContain('下午三点起')
})

test('a matter that is paused gives no numbers until it is resumed', async () => {
  const { page } = first
  await page.click('#hall-tab-matters')
  await page.locator('.pauses .find input').fill('社保卡')
  await page.locator('.pauses li button').first().click()
  await page.locator('.el-dialog .chip').first().click()
  await page.locator('.el-dialog .button.main').click()
  await page.waitForSelector('.pauses .pill.warning')
  const refused = await hall.ask_linli('ticket', 'take', 'social-card')
  expect(refused.status).toBe(1)
  expect((await hall.ask_linli('ticket', 'take', 'old-age-allowance')).status).toBe(0)
  await page.locator('.pauses li button').first().click()
  await page.waitForSelector('.pauses .pill.warning', { state: 'detached' })
  expect((await hall.ask_linli('ticket', 'take', 'social-card')).status).toBe(0)
})

test('console, board and kiosk are each killed and come back; nobody is called twice', async () => {
  await first.go('/#/desk')
  await second.go('/#/desk')
  await ready_to_act(first.page)
  const mine = await hand_of(hall, 3)

  await hall.kill_console()
  await Promise.all([first, second].map(({ page }) => page.waitForSelector('.bar.lost')))
  await hall.linli('finish', '4')
  await hall.start_console()
  await Promise.all([first, second].map(({ page }) => ready_to_act(page)))
  expect(await code_in_hand(first.page)).toBe(mine)
  await second.page.waitForSelector('.present .free') // what happened meanwhile came by itself
  await desk.big_button(second.page).click()
  const theirs = await hand_of(hall, 4)
  expect(theirs).not.toBe(mine)

  await board.child.kill()
  board = await hall.start_board()
  await until('the new board naming both', async () => { const texts = (await board.texts()).replace(/ /g, ''); return texts.includes(mine) && texts.includes(theirs) })

  await kiosk.kill()
  kiosk = await hall.start_kiosk()
  expect(kiosk.runs).toBe(true)

  await sleep(700)
  await desk.big_button(first.page).click()
  const next = await until('the next being called', async () => { const code = await hand_of(hall, 3); return code !== mine && code })
  await until('the board naming the next', async () => (await board.texts()).replace(/ /g, '').includes(next))
  expect(first.take_faults()).toEqual([])
  expect(second.take_faults()).toEqual([])
})

test('the journal is whole, and no number was called at two counters or twice', async () => {
  const whole = await hall.ask_linli('verify-journal')
  expect(whole.status, whole.said + whole.complained).toBe(0)
  const auditor = await token_of(hall, 'audit')
  const today = (await journal_of(hall, auditor, 'ticket.called')).filter((entry) => /^staff:clerk[12]$/.test(entry.actor))
  expect(today.length).toBeGreaterThanOrEqual(7)
  const called = today.map((entry) => entry.subject)
  expect(called.length).toBe(new Set(called).size)
})
