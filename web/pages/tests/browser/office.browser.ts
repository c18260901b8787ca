// SPDX-License-Identifier: Apache-2.0
// Staff, settings and journal, each as the roles see them.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PageRound } from '../programs/page_round'
import { RealHall } from '../programs/real_hall'
import { open_browser } from '../programs/view'

let hall: RealHall, browser: Browser, round: PageRound

beforeAll(async () => {
  hall = await RealHall.open()
  await hall.start_console()
  await hall.linli('staff', 'add', 'newcomer', '--name', '演示新人', '--role', 'none')
  await hall.linli('staff', 'change', 'clerk2', '--off')
  browser = await open_browser()
  round = await PageRound.open(browser, hall)
})
afterAll(async () => {
  await browser?.close()
  await hall?.end()
})

const dialog = async (page: Page) => { await page.waitForSelector('.el-dialog') }

test('the supervisor looks at the staff', async () => {
  await round.become('supervisor')
  expect(await round.look('staff-supervisor', { path: '/#/staff', first: '.staff tbody tr' })).toEqual([])
})

test('the system administrator adds an account and sees its first password once', async () => {
  await round.become('system')
  expect(await round.look('staff-system', { path: '/#/staff', first: '.staff tbody tr' })).toEqual([])
  let number = 0
  const add = async (page: Page) => {
    await page.click('.staff header .button.main')
    await dialog(page)
    await page.locator('#add-staff input').nth(0).fill('演示窗口员')
    await page.locator('#add-staff input').nth(1).fill(`sample${++number}`)
  }
  expect(await round.look('staff-add', { path: '/#/staff', first: '.staff tbody tr', then: add })).toEqual([])
  const added = async (page: Page) => {
    await add(page)
    await page.click('.el-dialog .button.main')
    await page.waitForSelector('#add-staff', { state: 'detached' })
    await dialog(page)
  }
  expect(await round.look('staff-first-password', { path: '/#/staff', first: '.staff tbody tr', before_each: async () => {}, then: added })).toEqual([])
})

test('the security administrator gives roles and new passwords', async () => {
  await round.become('security')
  expect(await round.look('staff-security', { path: '/#/staff', first: '.staff tbody tr' })).toEqual([])
  const act = (at: number) => async (page: Page) => {
    await page.locator('.staff tbody tr', { hasText: 'clerk1' }).locator('.acts button').nth(at).click()
    await dialog(page)
  }
  expect(await round.look('staff-role', { path: '/#/staff', first: '.staff tbody tr', then: act(0) })).toEqual([])
  expect(await round.look('staff-reset', { path: '/#/staff', first: '.staff tbody tr', then: act(1) })).toEqual([])
})

test('the box’s devices and one’s own settings', async () => {
  await round.become('system')
  expect(await round.look('settings', { path: '/#/settings', first: '.settings .own' })).toEqual([])
})

test('the journal, an entry as it was written, and its check', async () => {
  await round.become('audit')
  expect(await round.look('journal', { path: '/#/journal', first: '.journal tbody tr' })).toEqual([])
  const checked = async (page: Page) => {
    await page.locator('.journal tbody tr button').first().click()
    await page.locator('.journal .check button').first().click()
    await page.waitForSelector('.journal .check .note.green', { timeout: 30_000 })
  }
  expect(await round.look('journal-checked', { path: '/#/journal', first: '.journal tbody tr', then: checked })).toEqual([])
})
