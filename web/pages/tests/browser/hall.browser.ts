// SPDX-License-Identifier: Apache-2.0
// The hall's page with its dialogs, and the day's figures.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close_dialog, dialog_open, PageRound } from '../programs/page_round'
import { RealHall } from '../programs/real_hall'
import { open_browser } from '../programs/view'

let hall: RealHall, browser: Browser, round: PageRound
let code = ''

beforeAll(async () => {
  hall = await RealHall.open()
  await hall.start_console()
  for (const matter of ['social-card', 'pension-check', 'old-age-allowance', 'flexible-insurance']) await hall.take(matter)
  code = await hall.take('minimum-living', '--priority', 'elder')
  browser = await open_browser()
  round = await PageRound.open(browser, hall)
  await round.become('supervisor', [2])
})
afterAll(async () => {
  await browser?.close()
  await hall?.end()
})

const tab = (page: Page, name: string) => page.click(`#hall-tab-${name}`)

test('the line, the counters and each tab beside them', async () => {
  const faults = await round.look('hall', { path: '/#/hall', first: '.hall' })
  const states: [string, (page: Page) => Promise<void>][] = [
    ['hall-take', async (page) => { await tab(page, 'take'); await page.locator('#hall-work li button, #hall-work li').first().click() }],
    ['hall-matters', async (page) => { await tab(page, 'matters') }],
    ['hall-message', async (page) => {
      await tab(page, 'message')
      await page.locator('.message textarea').nth(0).fill('今天下午三点起医保系统升级，请先办别的事项。')
      await page.locator('.message textarea').nth(1).fill('From 3 pm the health insurance system is updated; please do other matters first.')
    }],
    ['hall-devices', async (page) => { await tab(page, 'devices') }],
  ]
  for (const [state, then] of states) faults.push(...(await round.look(state, { first: '.hall', then })))
  expect(faults).toEqual([])
})

test('every line that fits is seen whole, and the tabs stand in one row', async () => {
  for (const view of round.views) {
    await view.go('/#/hall')
    await view.page.waitForSelector('.lines tbody')
    const seen = await view.page.evaluate(() => {
      const box = (of: string) => document.querySelector(of)!.getBoundingClientRect()
      const rows = [...document.querySelectorAll('.lines tbody')]
      return { last: rows[rows.length - 1]!.getBoundingClientRect().bottom, foot: box('.lines .scroll').bottom, rows: new Set([...document.querySelectorAll('.tabs button')].map((one) => Math.round(one.getBoundingClientRect().top))).size }
    })
    expect(seen.rows, view.name).toBe(1)
    expect(seen.last, view.name).toBeLessThanOrEqual(seen.foot + 1)
  }
})

test('on a phone an address that asks for a tab leads down to it', async () => {
  const phones = round.views.filter((one) => one.size === 'phone')
  for (const view of phones)
    for (const path of ['/#/hall?tab=devices', '/#/hall?tab=message', `/#/hall?number=${code}`]) {
      await view.go(path)
      await view.page.waitForSelector('.hall .work')
      await view.page.waitForFunction(() => { const { top } = document.querySelector('.hall .work')!.getBoundingClientRect(); return top >= 52 && top < 80 }, undefined, { timeout: 3000 })
    }
})

test('what cannot be taken back is asked first', async () => {
  const faults = await round.look('hall-number', { path: `/#/hall?number=${code}`, first: '.hall .story' })
  const states: [string, (page: Page) => Promise<void>][] = [
    ['hall-end-number', (page) => page.click('.story .acts .danger')],
    ['hall-pause-all', async (page) => { await tab(page, 'matters'); await page.click('.pauses .all .danger') }],
    ['hall-pause-matter', async (page) => { await page.locator('.pauses li button').first().click(); await page.locator('.el-dialog .chip').first().click() }],
  ]
  for (const [state, open] of states) faults.push(...(await round.look(state, { then: async (page) => { await open(page); await dialog_open(page) }, after: close_dialog })))
  expect(faults).toEqual([])
})

test('everything paused, one matter paused, a message up, and help called', async () => {
  const { page } = round.first
  await round.first.go('/#/hall?tab=matters')
  await page.locator('.pauses li button').first().click()
  await page.locator('.el-dialog .chip').first().click()
  await page.locator('.el-dialog .button.main').click()
  await page.waitForSelector('.pauses .pill.warning')
  await page.click('.pauses .all .danger')
  await page.locator('.el-dialog .chip').first().click()
  await page.locator('.el-dialog .button.danger').click()
  await page.waitForSelector('.pauses .all.paused')
  await tab(page, 'message')
  await page.locator('.message textarea').nth(0).fill('今天下午三点起医保系统升级。')
  await page.locator('.message .button.main').click()
  await page.waitForSelector('.message .now')
  expect(await round.look('hall-paused', { path: '/#/hall?tab=matters', first: '.pauses .all.paused' })).toEqual([])
  expect(await round.look('hall-message-up', { path: '/#/hall?tab=message', first: '.message .now' })).toEqual([])
  expect(await round.look('desk-paused', { path: '/#/desk', first: '.present' })).toEqual([])
})

test('the figures of today and of a day before', async () => {
  expect(await round.look('today', { path: '/#/today', first: '.today .six' })).toEqual([])
  expect(await round.look('today-whole', { path: '/#/today', first: '.today .six', then: async (page) => { await page.locator('.hand-over').scrollIntoViewIfNeeded() } })).toEqual([])
})
