// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from 'playwright-core'
import { accessibility_faults, picture_faults, unreachable_controls } from './page_checks'
import type { RealHall } from './real_hall'
import { token_of, View } from './view'

export interface Look {
  /** The address within the pages; without it the page stays as it is. */
  path?: string
  /** What must be there first; the shell of somebody signed in, unless told. */
  first?: string
  /** What to do there before the picture. */
  then?: (page: Page, view: View) => Promise<void>
  /** What is put away after the picture, so that the next state begins on the same page. */
  after?: (page: Page) => Promise<void>
  /** What happens in the hall before each single view; the views are then looked at one after another. */
  before_each?: () => Promise<void>
}

/** The same state looked at on a desk's screen and on a phone, in Chinese and in English. */
export class PageRound {
  private constructor(readonly hall: RealHall, readonly views: View[]) {}

  static async open(browser: Browser, hall: RealHall): Promise<PageRound> {
    const views: View[] = []
    for (const size of ['desktop', 'phone'] as const) for (const language of ['zh-CN', 'en'] as const) views.push(await View.open(browser, hall, size, language))
    return new PageRound(hall, views)
  }

  get first(): View {
    return this.views[0]!
  }

  /** Signs in once and hands that session to every view. */
  async become(account: string, counters: number[] = [], word?: string): Promise<void> {
    const token = account === '' ? '' : await token_of(this.hall, account, counters, word)
    for (const view of this.views) await view.become(token)
  }

  /** Takes the pictures and gives every fault with the view's name before it; empty where all is well. */
  async look(state: string, look: Look): Promise<string[]> {
    const one = (view: View) => this.look_at(view, state, look)
    const faults: string[][] = []
    if (look.before_each) for (const view of this.views) faults.push(await one(view))
    else faults.push(...(await Promise.all(this.views.map(one))))
    return faults.flat()
  }

  private async look_at(view: View, state: string, look: Look): Promise<string[]> {
    const { page } = view
    try {
      await look.before_each?.()
      if (look.path !== undefined) await view.go(look.path)
      await page.waitForSelector(look.first ?? '.shell .place-area > *')
      await look.then?.(page, view)
      await settled(page)
    } catch (fault) {
      await view.picture(`${state}-failed`)
      return [`${view.name}: ${String(fault)}`]
    }
    await view.picture(state)
    const faults = [...(await picture_faults(page)), ...(await accessibility_faults(page)), ...(await unreachable_controls(page)), ...view.take_faults()]
    await look.after?.(page)
    return faults.map((fault) => `${view.name}: ${fault}`)
  }

  async close(): Promise<void> {
    for (const view of this.views) await view.close()
  }
}

/** Nothing is being read any more, and what was said is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.skeleton, .wait-rows, [aria-busy="true"]') === null)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
}

export const dialog_open = async (page: Page): Promise<void> => { await page.waitForSelector('.el-dialog') }

/** Puts the dialog that lies over the page away. */
export async function close_dialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.waitForSelector('.el-dialog', { state: 'detached' })
}
