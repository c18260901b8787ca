// SPDX-License-Identifier: Apache-2.0
// Sessions that end or lock in the middle of a call, and the browser's back button.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../programs/child'
import { code_in_hand, desk, hand_of, ready_to_act } from '../programs/desk'
import { password } from '../programs/linli'
import { PageRound } from '../programs/page_round'
import { RealHall } from '../programs/real_hall'
import { may_shift_clocks, shifted_clock } from '../programs/shifted_clock'
import { open_browser, View } from '../programs/view'

let hall: RealHall, browser: Browser, view: View

beforeAll(async () => {
  hall = await RealHall.open()
  await hall.start_console()
  await hall.ask_linli('finish', '3')
  for (let n = 0; n < 4; ++n) await hall.take('social-card')
  browser = await open_browser()
  view = await View.open(browser, hall)
  await view.sign_in('clerk1', [3])
  await ready_to_act(view.page)
})
afterAll(async () => {
  await browser?.close()
  await hall?.end()
})

test('back and forth between the places keeps who is in hand and who is signed in', async () => {
  const { page } = view
  await desk.big_button(page).click()
  await desk.in_hand(page).waitFor()
  const code = await code_in_hand(page)
  await page.keyboard.press('Alt+2')
  await page.waitForSelector('.hall')
  await page.goBack()
  await desk.in_hand(page).waitFor()
  expect(await code_in_hand(page)).toBe(code)
  await page.goForward()
  await page.waitForSelector('.hall')
  await page.goBack()
  await page.reload()
  await desk.in_hand(page).waitFor()
  expect(await code_in_hand(page)).toBe(code)
  expect(await hand_of(hall, 3)).toBe(code)
})

test('a session that ends in mid-call keeps the person and what was typed', async () => {
  const { page } = view
  const code = await code_in_hand(page)
  await desk.note(page).fill('等社保卡')
  // Switched off and on again: every session of the account has ended.
  await hall.linli('staff', 'change', 'clerk1', '--off')
  await hall.linli('staff', 'change', 'clerk1', '--on')
  await page.waitForSelector('.form #account')
  expect(await hand_of(hall, 3)).toBe(code)
  expect(await desk.person(page).isVisible()).toBe(false)
  await page.fill('#account', 'clerk1')
  await page.fill('input[type=password]', password)
  await page.locator('.form button[type=submit]').click()
  await page.waitForSelector('.shell', { state: 'visible' })
  await until('the same person being there again', async () => (await desk.in_hand(page).isVisible()) && (await code_in_hand(page)) === code)
  expect(await desk.note(page).inputValue()).toBe('等社保卡')
  expect(view.take_faults()).toEqual([])
})

test('after signing out, the back button shows nothing of the hall', async () => {
  const { page } = view
  await page.keyboard.press('Alt+2')
  await page.waitForSelector('.hall')
  await page.keyboard.press('Alt+1')
  await page.waitForSelector('.desk')
  await desk.me(page).click()
  await page.locator('#person-menu button').nth(2).click()
  await page.locator('.el-dialog .button.main, .el-dialog .button.danger').first().click()
  await page.waitForSelector('.form #account')
  await page.goBack()
  expect(page.url()).toContain('#/hall')
  await page.waitForTimeout(500)
  expect(await page.locator('.form #account').isVisible()).toBe(true)
  // Nor is it kept beneath, where somebody else could look.
  expect(await page.locator('.shell').count()).toBe(0)
  await page.reload()
  await page.waitForSelector('.form #account')
})

test.skipIf(!may_shift_clocks())('away for ten minutes: covered, kept, and unlocked with the password', async () => {
  const { page } = view
  await view.sign_in('clerk1', [3])
  await desk.in_hand(page).waitFor()
  const code = await code_in_hand(page)
  await desk.note(page).fill('缺一寸照片')
  const round = await PageRound.open(browser, hall)
  const token = (await view.context.cookies()).find((one) => one.name === 'linli_session')?.value ?? ''
  for (const other of round.views) {
    await other.become(token)
    await other.go('/#/desk')
    await desk.person(other.page).waitFor()
  }
  // The same box, eleven minutes later: nobody moved meanwhile.
  await hall.kill_console()
  await hall.start_console(shifted_clock(11 * 60))
  await page.waitForSelector('.cover', { timeout: 20_000 })
  expect(await desk.person(page).isVisible()).toBe(false)
  expect(await round.look('locked', { first: '.cover' })).toEqual([])
  await round.close()
  await page.fill('.cover input[type=password]', 'not-this-one')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.cover .note')
  await page.fill('.cover input[type=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.cover', { state: 'detached' })
  await ready_to_act(page)
  expect(await code_in_hand(page)).toBe(code)
  expect(await desk.note(page).inputValue()).toBe('缺一寸照片')
})
