// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { until } from './child'
import type { RealHall } from './real_hall'

/** What a person finds on the call desk. */
export const desk = {
  big_button: (page: Page) => page.locator('button.next'),
  /** The number in hand, or that nobody is. */
  in_hand: (page: Page) => page.locator('.present .person .tag.big'),
  free: (page: Page) => page.locator('.present .free'),
  /** Everything about the person at the counter. */
  person: (page: Page) => page.locator('.present .person'),
  /** The menu of who is signed in. */
  me: (page: Page) => page.locator('.top .person .who'),
  note: (page: Page) => page.locator('#visit-note'),
  acts: (page: Page) => page.locator('.present .person .acts button'),
  outcomes: (page: Page) => page.locator('.present .person .outcomes .chip'),
  tab: (page: Page, at: number) => page.locator('.line-card [role=tab]').nth(at),
  said: (page: Page) => page.locator('.present-foot .note'),
}

/** The page is linked, and its big button would call or finish somebody. */
export async function ready_to_act(page: Page): Promise<void> {
  await page.waitForSelector('button.next[aria-disabled="false"]')
}

export async function code_in_hand(page: Page): Promise<string> {
  return ((await desk.in_hand(page).textContent()) ?? '').replace(/\s/g, '')
}

/** Waits until this counter's hand, as the box has it, is what was meant; gives the code. */
export async function hand_of(hall: RealHall, counter: number, meant: 'somebody' | 'nobody' = 'somebody'): Promise<string> {
  return until(`counter ${counter} having ${meant} in hand`, async () => {
    const code = (await hall.status()).counters.find((one) => one.number === counter)?.in_hand?.code ?? ''
    return meant === 'somebody' ? code : code === '' && 'nobody'
  })
}

export interface JournalEntry { seq: number; actor: string; kind: string; subject: string; body: Record<string, unknown> }

/** Every entry of a kind, oldest first, as an auditor's session is told them. */
export async function journal_of(hall: RealHall, token: string, kind: string): Promise<JournalEntry[]> {
  const found: JournalEntry[] = []
  let before: number | undefined
  do {
    const answer = await fetch(`${hall.address}/api/journal?limit=200&kind=${kind}${before === undefined ? '' : `&before=${before}`}`, { headers: { Cookie: `linli_session=${token}` } })
    expect(answer.status).toBe(200)
    const page = (await answer.json()) as { entries: JournalEntry[]; looked_until?: number }
    found.push(...page.entries)
    before = page.looked_until
  } while (before !== undefined && before > 1)
  return found.reverse()
}
