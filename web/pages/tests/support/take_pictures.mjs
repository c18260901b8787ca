// SPDX-License-Identifier: Apache-2.0
// Pictures of the pages in Debian's Chromium, to be looked at: node tests/support/take_pictures.mjs ADDRESS FOLDER [NAME…]
// ADDRESS is that of `npm run dev` (the sample hall).
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [address, folder, ...only] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const sizes = { desk: { width: 1366, height: 768 }, wide: { width: 1920, height: 1080 }, phone: { width: 390, height: 844 } }
const ask = (path, init) => fetch(new URL(path, address), init)

/** name, account to sign in as (null: nobody), its counters, the page, what to do there before the picture */
const pictures = [
  ['sign-in', null, '', '/', async (page) => { await page.fill('#account', 'yangli'); await page.click('.counter >> nth=4') }],
  ['sign-in-wrong', null, '', '/', async (page) => { await page.fill('#account', 'yangli'); await page.fill('input[type=password]', 'nothing-like-it'); await page.keyboard.press('Enter'); await page.waitForSelector('.refusal') }],
  ['first-password', 'xinren', '', '/', async () => {}],
  ['desk', 'yangli', '3', '/#/desk', async () => {}],
  ['desk-larger', 'yangli', '3&larger=1', '/#/desk', async () => {}],
  ['desk-waits', 'yangli', '3', '/#/desk', async (page) => { await page.click('text=/等候时长|Longest first/') }],
  ['desk-finished', 'yangli', '3', '/#/desk', async (page) => { await page.keyboard.press('3'); await page.waitForSelector('.undo') }],
  ['desk-called', 'yangli', '3', '/#/desk', async (page) => { await page.keyboard.press('Space'); await page.waitForSelector('.undo') }],
  ['desk-two', 'yangli', '3,5', '/#/desk', async () => {}],
  ['desk-none', 'yangli', '', '/#/desk', async (page) => { await ask('/sample/close?counter=3'); await page.waitForSelector('.closed') }],
  ['desk-hand-over', 'yangli', '3', '/#/desk', async (page) => { await page.keyboard.press('t'); await page.waitForSelector('.el-dialog') }],
  ['desk-busy', 'yangli', '3', '/#/desk', async (page) => { await page.click('.row-call >> nth=1'); await page.waitForSelector('.el-dialog') }],
  ['desk-history', 'yangli', '3', '/#/desk', async (page) => { await page.click('[role=tab] >> nth=3') }],
  ['desk-missed', 'yangli', '3', '/#/desk', async (page) => { await page.click('[role=tab] >> nth=2') }],
  ['desk-lost', 'yangli', '3', '/#/desk', async (page) => { await ask('/sample/link?off=1'); await page.waitForSelector('.lost'); await page.waitForTimeout(1500) }],
  ['locked', 'yangli', '3', '/#/desk', async (page) => { await ask('/sample/lock'); await page.waitForSelector('.cover') }],
  ['keys', 'yangli', '3', '/#/desk', async (page) => { await page.keyboard.press('?'); await page.waitForSelector('.el-dialog') }],
  ['no-right', 'shenji', '', '/#/desk', async () => {}],
]

const faults = []
for (const [name, account, counters, path, then] of pictures) {
  if (only.length && !only.includes(name)) continue
  for (const [size, viewport] of Object.entries(sizes))
    for (const language of ['zh-CN', 'en']) {
      await ask('/sample/reset')
      if (account) await ask(`/sample/sign?account=${account}&counters=${counters}`)
      const context = await browser.newContext({ viewport, locale: language })
      const page = await context.newPage()
      page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(`${name} ${size} ${language}: ${message.text()}`) })
      page.on('pageerror', (error) => faults.push(`${name} ${size} ${language}: ${error}`))
      try {
        await page.goto(new URL(path, address).href)
        await page.waitForSelector(account ? '.shell, .first' : '.form')
        await page.waitForTimeout(400)
        await then(page)
        await page.waitForTimeout(350)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (wide > 0) faults.push(`${name} ${size} ${language}: scrolls sideways by ${wide}`)
      } catch (error) {
        faults.push(`${name} ${size} ${language}: ${String(error).split('\n')[0]}`)
      }
      await page.screenshot({ path: `${folder}/${name}-${size}-${language}.png` })
      await context.close()
    }
}
await browser.close()
console.log(faults.length ? faults.join('\n') : 'no faults')
