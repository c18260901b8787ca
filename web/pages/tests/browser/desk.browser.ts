// SPDX-License-Identifier: Apache-2.0
// The call desk in each of its states.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sleep } from '../programs/child'
import { desk } from '../programs/desk'
import { close_dialog, dialog_open, PageRound } from '../programs/page_round'
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
  expect(await round.look('desk-called', { path: '/#/desk', first: '.present .person .here' })).toEqual([])
  await hall.linli('serve', '3')
  const tick = async (page: Page) => {
    const show = desk.person(page).locator('[aria-expanded=false]')
    if (await show.isVisible()) await show.click()
    await desk.person(page).locator('.ticks [role=checkbox], .ticks button, .ticks label').first().click()
    await desk.note(page).fill('带了户口本')
  }
  expect(await round.look('desk-serving', { path: '/#/desk', first: '.present .person', then: tick })).toEqual([])
})

test('the sheets over somebody in hand', async () => {
  await finish_all()
  await call()
  const sheets: [string, (page: Page) => Promise<void>][] = [
    ['desk-hand-over', (page) => desk.acts(page).last().click()],
    ['desk-call-other', (page) => page.locator('.row-call').first().click()],
    ['desk-story', (page) => page.locator('.line-card .code').first().click()],
    ['desk-keys', (page) => page.keyboard.press('?')],
    ['own-settings', async (page) => { await desk.me(page).click(); await page.locator('#person-menu button').nth(0).click() }],
    ['sign-out', async (page) => { await desk.me(page).click(); await page.locator('#person-menu button').nth(2).click() }],
  ]
  const faults = await round.look('desk-in-hand', { path: '/#/desk', first: '.line-card .code' })
  for (const [state, open] of sheets)
    faults.push(...(await round.look(state, { then: async (page) => { await open(page); await dialog_open(page) }, after: close_dialog })))
  expect(faults).toEqual([])
})

test('finished, with ten seconds to take it back', async () => {
  const finish = async (page: Page) => {
    await desk.outcomes(page).nth(2).click()
    await page.waitForSelector('.undo')
  }
  expect(await round.look('desk-finished', { path: '/#/desk', first: '.present .person', before_each: async () => { await finish_all(); await call() }, then: finish })).toEqual([])
  const finish_next = async (page: Page) => {
    await desk.big_button(page).click()
    await page.waitForSelector('.present-foot .undo')
  }
  await hall.take('social-card')
  expect(await round.look('desk-finished-called', { path: '/#/desk', first: '.present .person', before_each: async () => { await finish_all(); await hall.take('social-card'); await call() }, then: finish_next })).toEqual([])
})

test('on a phone the note is written clear of what stands at the foot', async () => {
  for (const { page } of round.views.filter((one) => one.size === 'phone')) {
    await finish_all()
    await call()
    await page.goto('about:blank')
    await page.goto(`${hall.address}/#/desk`)
    await desk.person(page).waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    await desk.note(page).focus()
    const foot = await desk.note(page).evaluate((note) => note.getBoundingClientRect().bottom)
    expect(foot).toBeLessThanOrEqual(844 - 205)
  }
})

test('held, missed, and this counter’s day', async () => {
  await finish_all()
  await call()
  await hall.linli('hold', '3')
  await call()
  await hall.linli('miss', '3')
  const faults: string[] = []
  for (const [at, state] of [[1, 'desk-held'], [2, 'desk-missed'], [3, 'desk-history']] as const)
    faults.push(...(await round.look(state, { ...(at === 1 ? { path: '/#/desk' } : {}), first: '.line-card', then: async (page) => { await desk.tab(page, at).click(); await page.waitForSelector('.line-card tbody tr') } })))
  expect(faults).toEqual([])
})

test('larger text leaves every counter whole', async () => {
  const larger = async (page: Page) => { await page.evaluate(() => document.documentElement.classList.add('larger')) }
  expect(await round.look('desk-larger', { path: '/#/desk', first: '.strip .counter', then: larger, after: async (page) => {
    const cut = await page.evaluate(() => {
      const strip = document.querySelector('.strip')!.getBoundingClientRect()
      return [...document.querySelectorAll('.strip .counter')].map((one) => one.getBoundingClientRect()).filter((one) => one.right > strip.right + 1 || one.bottom > strip.bottom + 1).length
    })
    expect(cut).toBe(0)
  } })).toEqual([])
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
    await desk.person(page).waitFor()
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
