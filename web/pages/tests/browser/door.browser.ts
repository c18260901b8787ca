// SPDX-License-Identifier: Apache-2.0
// The pages before anybody may work: signing in, a first password, no role, no right.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PageRound } from '../programs/page_round'
import { RealHall } from '../programs/real_hall'
import { open_browser } from '../programs/view'

let hall: RealHall, browser: Browser, round: PageRound

beforeAll(async () => {
  hall = await RealHall.open()
  await hall.start_console()
  browser = await open_browser()
  round = await PageRound.open(browser, hall)
})
afterAll(async () => {
  await browser?.close()
  await hall?.end()
})

test('the door tells that things work, and nothing of who works or waits', async () => {
  await round.become('')
  expect(await round.look('sign-in', { path: '/', first: '.counters .counter', then: async (page) => page.locator('.counters .counter').nth(2).click() })).toEqual([])
  const words = await round.first.page.textContent('body')
  expect(words).not.toContain('演示员')
})

test('a wrong password is refused with the tries that are left', async () => {
  const say_wrong = async (page: Page) => {
    await page.fill('#account', 'clerk2')
    await page.fill('input[type=password]', 'not-this-one')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.refusal')
  }
  expect(await round.look('sign-in-wrong', { path: '/', first: '.counters .counter', then: say_wrong })).toEqual([])
  const said = await Promise.all(round.views.map(({ page }) => page.textContent('.refusal')))
  for (const left of ['1', '2', '3', '4']) expect(said.some((words) => words?.includes(left)), `${left} tries left, in: ${said.join(' | ')}`).toBe(true)
  await round.first.page.fill('input[type=password]', 'nor-this-one')
  await round.first.page.keyboard.press('Enter')
  await round.first.page.waitForSelector('.refusal')
  // The fifth locks it, and it says until when.
  expect(await round.look('sign-in-locked', { path: '/', first: '.counters .counter', then: say_wrong })).toEqual([])
  expect(await round.first.page.textContent('.refusal')).toMatch(/\d\d:\d\d/)
})

test('with a first password nothing can be done but choosing one’s own', async () => {
  const { password } = await hall.linli<{ password: string }>('staff', 'add', 'newcomer', '--name', '演示新人', '--role', 'clerk')
  await round.become('newcomer', [], password)
  expect(await round.look('first-password', { path: '/', first: '.first' })).toEqual([])
  await round.first.go('/#/hall')
  await round.first.page.waitForSelector('.first')
  const { page } = round.first
  const fields = page.locator('.first input[type=password]')
  await fields.nth(0).fill(password)
  await fields.nth(1).fill('willow-and-rain-31')
  await fields.nth(2).fill('willow-and-rain-31')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell')
})

test('an account without a role, or without the right to a page, is told whom to ask', async () => {
  const { password } = await hall.linli<{ password: string }>('staff', 'add', 'roleless', '--name', '演示无名', '--role', 'none')
  const turned_away = async (page: Page) => {
    await page.fill('#account', 'roleless')
    await page.fill('input[type=password]', password)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.refusal')
  }
  await round.become('')
  expect(await round.look('no-role', { path: '/', first: '.counters .counter', then: turned_away })).toEqual([])
  expect(await round.first.page.textContent('.refusal')).toContain('安全管理员')
  await round.become('audit')
  expect(await round.look('no-right', { path: '/#/desk' })).toEqual([])
  expect(await round.look('nowhere', { path: '/#/no-such-page' })).toEqual([])
})
