// SPDX-License-Identifier: Apache-2.0
// The box goes away in the middle of things: killed with an answer under way, killed before it did anything, held still.
import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { sleep, until } from '../programs/child'
import { at_a_clerks_desk } from '../programs/clerks_desk'
import { code_in_hand, desk, hand_of, journal_of, ready_to_act } from '../programs/desk'
import type { RealHall } from '../programs/real_hall'
import type { View } from '../programs/view'

let hall: RealHall, view: View, auditor: string

at_a_clerks_desk(3, (opened) => { ({ hall, view, auditor } = opened) })

const calls = async () => (await journal_of(hall, auditor, 'ticket.called')).length

interface Asked { request_id: string; repeated?: boolean }
/** Every order that the page sends from now on, with what the box answered. */
function watch_orders(): Asked[] {
  const asked: Asked[] = []
  view.page.on('request', (request) => {
    if (/\/orders$/.test(request.url())) asked.push({ request_id: (request.postDataJSON() as Asked).request_id })
  })
  view.page.on('response', async (response) => {
    if (!/\/orders$/.test(response.url())) return
    const answer = (await response.json().catch(() => null)) as Asked | null
    for (const one of asked) if (answer && one.request_id === answer.request_id) one.repeated = answer.repeated
  })
  return asked
}

test('killed with the answer under way: the page asks again by the same id, and it was done once', async () => {
  const before = await calls()
  const asked = watch_orders()
  // The box does it; its answer never arrives.
  let cut = false
  await view.page.route('**/orders', async (route: Route) => {
    if (cut) return route.continue()
    cut = true
    await route.fetch()
    await hall.kill_console()
    await route.abort('connectionreset')
  })
  await desk.big_button(view.page).click()
  await view.page.waitForSelector('.bar.lost')
  await hall.start_console()
  await desk.in_hand(view.page).waitFor({ timeout: 20_000 })
  await until('the page having asked twice', () => asked.length >= 2, 15_000)
  await until('the second answer', () => asked.at(-1)?.repeated !== undefined)
  expect(new Set(asked.map((one) => one.request_id)).size).toBe(1)
  expect(asked.at(-1)?.repeated).toBe(true)
  expect(await calls()).toBe(before + 1)
  expect(await code_in_hand(view.page)).toBe(await hand_of(hall, 3))
  await view.page.waitForSelector('.bar.lost', { state: 'detached' })
  await ready_to_act(view.page)
  await view.page.unrouteAll()
})

test('killed before it did anything: done once after it is back', async () => {
  const before = await calls()
  const asked = watch_orders()
  hall.console?.pause()
  await desk.big_button(view.page).click()
  await sleep(150)
  await hall.kill_console()
  await view.page.waitForSelector('.bar.lost')
  await hall.start_console()
  await desk.in_hand(view.page).waitFor({ timeout: 20_000 })
  expect(new Set(asked.map((one) => one.request_id)).size).toBe(1)
  expect(await calls()).toBe(before + 1)
})

test('held still for some seconds: late, then lost, nothing can be pressed, what is typed stays', async () => {
  const { page } = view
  await hall.linli('call', '3')
  await desk.note(page).fill('还差一张照片')
  const before = await calls()
  hall.console?.pause()
  try {
    await page.waitForSelector('.bar.late', { timeout: 8_000 })
    await page.waitForSelector('.bar.lost', { timeout: 15_000 })
    expect(await desk.big_button(page).getAttribute('aria-disabled')).toBe('true')
    expect(await desk.acts(page).first().isDisabled()).toBe(true)
    await desk.note(page).blur()
    await page.keyboard.press('Space')
    await desk.big_button(page).click({ force: true })
    await desk.note(page).pressSequentially('，下午再来')
    expect(await page.getAttribute('[role=alert]', 'class')).toBe('unseen')
  } finally {
    hall.console?.resume()
  }
  await page.waitForSelector('.bar.lost', { state: 'detached', timeout: 15_000 })
  await ready_to_act(page)
  expect(await desk.note(page).inputValue()).toBe('还差一张照片，下午再来')
  await sleep(1_000)
  expect(await calls()).toBe(before) // a press while it was lost is never kept for later
})
