// SPDX-License-Identifier: Apache-2.0
// Hasty hands: a double click, a held key and two tabs never call two people; what somebody writes is never run.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sleep, until } from '../programs/child'
import { at_a_clerks_desk } from '../programs/clerks_desk'
import { code_in_hand, desk, hand_of, journal_of, ready_to_act } from '../programs/desk'
import type { RealHall } from '../programs/real_hall'
import type { View } from '../programs/view'

let hall: RealHall, view: View, auditor: string

at_a_clerks_desk(6, (opened) => { ({ hall, view, auditor } = opened) })

/** How many calls the journal got meanwhile; the hall has had time for a second one. */
async function calls_during(act: () => Promise<void>): Promise<number> {
  const before = (await journal_of(hall, auditor, 'ticket.called')).length
  await act()
  await sleep(1_000)
  return (await journal_of(hall, auditor, 'ticket.called')).length - before
}

test('a double click on the big button calls one person', async () => {
  expect(await calls_during(() => desk.big_button(view.page).dblclick())).toBe(1)
  await hand_of(hall, 3)
})

test('a double click with somebody in hand finishes one and calls one', async () => {
  await hall.linli('call', '3')
  await desk.in_hand(view.page).waitFor()
  const finished = (await journal_of(hall, auditor, 'ticket.finished')).length
  expect(await calls_during(() => desk.big_button(view.page).dblclick())).toBe(1)
  expect((await journal_of(hall, auditor, 'ticket.finished')).length).toBe(finished + 1)
})

test('a held key calls one person, however long it is held', async () => {
  const { keyboard } = view.page
  expect(await calls_during(async () => {
    for (let n = 0; n < 40; ++n) {
      await keyboard.down('Space') // each after the first repeats, as a held key's do
      await sleep(30)
    }
    await keyboard.up('Space')
  })).toBe(1)
})

test('two quick presses of the key call one person', async () => {
  expect(await calls_during(async () => {
    await view.page.keyboard.press('Space')
    await view.page.keyboard.press('Space')
    await sleep(250)
    await view.page.keyboard.press('Space')
  })).toBe(1)
})

test('two tabs that press in the same moment call one person, and the other is told', async () => {
  const other = await view.second_page()
  await other.goto(`${hall.address}/#/desk`)
  await ready_to_act(other)
  const press_at = (page: Page, at: number) => page.evaluate((moment) => new Promise<void>((done) => {
    const button = document.querySelector<HTMLElement>('button.next')!
    const wait = () => { if (Date.now() < moment) return void setTimeout(wait, 1); button.click(); done() }
    wait()
  }), at)
  const at = Date.now() + 600
  expect(await calls_during(async () => { await Promise.all([press_at(view.page, at), press_at(other, at)]) })).toBe(1)
  const code = await hand_of(hall, 3)
  await until('both tabs showing whom it called', async () => (await code_in_hand(view.page)) === code && (await code_in_hand(other)) === code)
  const notes = [await desk.said(view.page).allTextContents(), await desk.said(other).allTextContents()].flat()
  expect(notes.some((note) => note.includes(code))).toBe(true)
  await other.close()
})

test('what a clerk writes is shown as it was written, never run', async () => {
  const { page } = view
  await hall.linli('call', '3')
  await desk.note(page).waitFor()
  const evil = '<img src=x onerror="window.ran=1"><script>window.ran=2</script>{{ constructor }}'
  const code = await code_in_hand(page)
  await desk.note(page).fill(evil)
  await desk.outcomes(page).first().click()
  await hand_of(hall, 3, 'nobody')
  await desk.tab(page, 3).click()
  await page.waitForSelector('.line-card tbody .note-small')
  expect(await page.textContent('.line-card tbody .note-small')).toBe(evil)
  await page.locator('.line-card tbody .code').first().click()
  await page.waitForSelector('.el-dialog .story')
  expect(await page.textContent('.el-dialog')).toContain(evil)
  await view.go(`/#/hall?number=${code}`)
  await page.waitForSelector('.story')
  expect(await page.textContent('.story')).toContain(evil)
  expect(await page.evaluate('window.ran')).toBeUndefined()
  await view.go(`/#/hall?number=${encodeURIComponent('<script>window.ran=3</script>')}`)
  await page.waitForSelector('.hall')
  await page.waitForTimeout(300)
  expect(await page.evaluate('window.ran')).toBeUndefined()
  expect(view.take_faults()).toEqual([])
})

test('a script that got into the page would be stopped and seen', async () => {
  // The control of the test before: the policy is in force here, and what it forbids is noticed.
  await view.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = 4'
    document.body.append(script)
  })
  expect(await view.page.evaluate('window.ran')).toBeUndefined()
  await until('the violation being noticed', () => view.take_faults().some((fault) => /Content Security Policy/.test(fault)))
})
