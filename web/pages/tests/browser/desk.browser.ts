// SPDX-License-Identifier: Apache-2.0
// The call desk in each of its states.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sleep } from '../programs/child'
import { desk } from '../programs/desk'
import { PageRound } from '../programs/page_round'
import { RealHall } from '../programs/real_hall'
import { open_browser } from '../programs/view'

let hall: RealHall, browser: Browser, round: PageRound

beforeAll(async () => {
  hall = await RealHall.open()
  await hall.start_console()
  for (const matter of ['social-card', 'pension-check', 'old-age-allowance', 'social-card', 'senior-card', 'flexible-insurance', 'social-card', 'temporary-relief']) await hall.take(matter)
  await hall.take('minimum-living', '--priority', 'elder')
  browser = await open_browser()
  round = await PageRound.open(browser, hall)
})
afterAll(async () => {
  await browser?.close()
  await hall?.end()
})

const call = async () => {
  if ((await hall.ask_linli('call', '3')).status !== 0) {
    await hall.take('social-card')
    await hall.linli('call', '3')
  }
}
const finish_all = async () => {
  await hall.ask_linli('finish', '3')
}

test('no counter is open yet', async () => {
  await round.become('clerk1')
  expect(await round.look('desk-closed', { path: '/#/desk', first: '.closed .choice' })).toEqual([])
})

test('free, and then somebody is called and served', async () => {
  await round.become('clerk1', [3])
  await finish_all()
  expect(await round.look('desk-free', { path: '/#/desk', first: '.present .free' })).toEqual([])
  await call()
  expect(await round.look('desk-called', { path: '/#/desk', first: '.person .here' })).toEqual([])
  await hall.linli('serve', '3')
  const tick = async (page: import('playwright-core').Page) => {
    const show = page.locator('.person .materials button, .person details summary, .person [aria-expanded=false]').first()
    if (await show.count()) await show.click()
    await desk.note(page).fill('带了户口本')
  }
  expect(await round.look('desk-serving', { path: '/#/desk', first: '.person', then: tick })).toEqual([])
})

test('the sheets over somebody in hand', async () => {
  await finish_all()
  await call()
  const dialog = '.el-dialog'
  const sheets: [string, (page: import('playwright-core').Page) => Promise<void>][] = [
    ['desk-hand-over', async (page) => desk.acts(page).last().click()],
    ['desk-call-other', async (page) => page.locator('.row-call').first().click()],
    ['desk-story', async (page) => page.locator('.line-card .code').first().click()],
    ['desk-keys', async (page) => page.keyboard.press('?')],
    ['own-settings', async (page) => { await page.click('.person .who'); await page.locator('#person-menu button').nth(0).click() }],
    ['sign-out', async (page) => { await page.click('.person .who'); await page.locator('#person-menu button').nth(2).click() }],
  ]
  const faults: string[] = []
  for (const [state, then] of sheets)
    faults.push(...(await round.look(state, { path: '/#/desk', first: '.line-card .code', then: async (page) => { await then(page); await page.waitForSelector(dialog) } })))
  expect(faults).toEqual([])
})

test('finished, with ten seconds to take it back', async () => {
  const finish = async (page: import('playwright-core').Page) => {
    await desk.outcomes(page).nth(2).click()
    await page.waitForSelector('.undo')
  }
  expect(await round.look('desk-finished', { path: '/#/desk', first: '.person', before_each: async () => { await finish_all(); await call() }, then: finish })).toEqual([])
  const finish_next = async (page: import('playwright-core').Page) => {
    await desk.big_button(page).click()
    await page.waitForSelector('.present-foot .undo')
  }
  await hall.take('social-card')
  expect(await round.look('desk-finished-called', { path: '/#/desk', first: '.person', before_each: async () => { await finish_all(); await hall.take('social-card'); await call() }, then: finish_next })).toEqual([])
})

test('held, missed, and this counter’s day', async () => {
  await finish_all()
  await call()
  await hall.linli('hold', '3')
  await call()
  await hall.linli('miss', '3')
  const faults: string[] = []
  for (const [at, state] of [[1, 'desk-held'], [2, 'desk-missed'], [3, 'desk-history']] as const)
    faults.push(...(await round.look(state, { path: '/#/desk', first: '.line-card', then: async (page) => { await desk.tab(page, at).click(); await page.waitForSelector('.line-card tbody tr') } })))
  expect(faults).toEqual([])
})

test('two counters held by one person', async () => {
  await round.become('clerk1', [3, 5])
  expect(await round.look('desk-two-counters', { path: '/#/desk', first: '.present .switch' })).toEqual([])
})

test('events are late: grey; the box is lost: a red bar and no calling', async () => {
  await call()
  for (const { page } of round.views) {
    await page.goto('about:blank')
    await page.goto(`${hall.address}/#/desk`)
    await page.waitForSelector('.person')
  }
  hall.console?.pause()
  try {
    await Promise.all(round.views.map(({ page }) => page.waitForSelector('.bar.late')))
    await Promise.all(round.views.map((view) => view.picture('desk-late')))
    await Promise.all(round.views.map(({ page }) => page.waitForSelector('.bar.lost', { timeout: 15_000 })))
    expect(await round.look('desk-lost', { first: '.bar.lost' })).toEqual([])
  } finally {
    hall.console?.resume()
  }
  for (const { page } of round.views) await page.waitForSelector('.bar.lost', { state: 'detached', timeout: 15_000 })
  await sleep(200)
  expect(await round.look('desk-back', { first: 'button.next[aria-disabled="false"]' })).toEqual([])
})
