// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { ready_to_act } from './desk'
import { RealHall } from './real_hall'
import { open_browser, token_of, View } from './view'

/** A clerk at counter 3 of a hall of the file's own, and somebody who may read its journal. */
export interface ClerksDesk { hall: RealHall; browser: Browser; view: View; auditor: string }

/** For a whole test file: opens such a desk, and has before each test its hands free and so many people waiting. */
export function at_a_clerks_desk(waiting: number, opened: (desk: ClerksDesk) => void): void {
  let hall: RealHall, browser: Browser, view: View
  beforeAll(async () => {
    hall = await RealHall.open()
    await hall.start_console()
    browser = await open_browser()
    const auditor = await token_of(hall, 'audit')
    view = await View.open(browser, hall)
    await view.become(await token_of(hall, 'clerk1', [3]))
    opened({ hall, browser, view, auditor })
  })
  afterAll(async () => {
    await browser?.close()
    await hall?.end()
  })
  beforeEach(async () => {
    await hall.ask_linli('finish', '3')
    while ((await hall.line()).length < waiting) await hall.take('social-card')
    await view.go('/#/desk')
    await ready_to_act(view.page)
  })
}
