// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Serious and critical findings of axe-core. It is evaluated, not loaded as a script, so the page's policy stays in force. */
export async function accessibility_faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  return page.evaluate(async (values) => {
    interface Found { id: string; impact: string; nodes: { target: unknown; failureSummary: string }[] }
    const run = (window as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: Found[] }> } }).axe.run
    const { violations } = await run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `axe ${one.id} (${one.impact}): ${one.nodes.slice(0, 3).map((node) => `${String(node.target)} ${node.failureSummary.split('\n')[1] ?? ''}`).join('; ')}`)
  }, tags)
}

/** What can be told of the picture: sideways scrolling, keys shown raw, text that is cut or stands beyond the edge. */
export async function picture_faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (wide > 0) faults.push(`scrolls sideways by ${wide} px`)

    const shown = (element: Element) => {
      const box = element.getBoundingClientRect()
      return box.width > 2 && box.height > 2 && getComputedStyle(element).visibility === 'visible' && element.closest('.unseen, .skip, [aria-hidden="true"]') === null
    }
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}”`
    const own_text = (element: Element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const scrolls = (element: Element): boolean => {
      for (let at: Element | null = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (at.scrollWidth > at.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true
      return false
    }
    // A key has at least two dots (console.desk.next) or begins with a part of the catalogue.
    const key = /(^|[\s(“"])((console|problem|refusal|state|device|acts|frame)\.[a-z_]+(\.[a-z_]+)*|[a-z_]{3,}\.[a-z_]+\.[a-z_]+)(?=$|[\s)”",:])/
    for (const element of document.body.querySelectorAll('*')) {
      for (const attribute of ['aria-label', 'placeholder', 'title']) {
        const value = element.getAttribute(attribute) ?? ''
        if (key.test(value)) faults.push(`raw key in ${attribute}: ${value}`)
      }
      if (!own_text(element)) continue
      const text = element.textContent ?? ''
      if (element.closest('pre, .raw') === null && key.test(text)) faults.push(`raw key: ${text.trim().slice(0, 80)}`)
      if (/\{[a-z_]+\}/.test(text) && element.closest('pre, .raw') === null) faults.push(`unfilled place in “${text.trim().slice(0, 80)}”`)
      if (!shown(element)) continue
      const style = getComputedStyle(element)
      const over_x = element.scrollWidth - element.clientWidth
      const over_y = element.scrollHeight - element.clientHeight
      const clipped_x = /hidden|clip/.test(style.overflowX) && over_x > 1
      if (clipped_x && !element.hasAttribute('title')) faults.push(`cut at its side by ${over_x} px: ${name(element)}`)
      if (/hidden|clip/.test(style.overflowY) && over_y > 4) faults.push(`cut at its foot by ${over_y} px: ${name(element)}`)
      if (style.overflowX === 'visible' && style.display !== 'inline' && over_x > 1 && /BUTTON|A/.test(element.tagName)) faults.push(`its words stand over its edge by ${over_x} px: ${name(element)}`)
      const box = element.getBoundingClientRect()
      if ((box.right > document.documentElement.clientWidth + 1 || box.left < -1) && !scrolls(element)) faults.push(`stands beyond the page's edge: ${name(element)}`)
    }
    return [...new Set(faults)]
  })
}

/** Controls that a pointer cannot reach: scrolled into view, something else lies over their middle, or they are off the page. */
export async function unreachable_controls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const top = [...document.querySelectorAll<HTMLElement>('.el-overlay, .cover')].filter((one) => one.offsetParent !== null || getComputedStyle(one).position === 'fixed').filter((one) => getComputedStyle(one).display !== 'none').pop()
    const controls = (top ?? document.body).querySelectorAll<HTMLElement>('button, a[href], input:not([type=hidden]), select, textarea, [role=tab], [role=switch]')
    for (const control of controls) {
      const box_before = control.getBoundingClientRect()
      if (box_before.width < 2 || control.closest('.unseen, .skip, [aria-hidden="true"]') || control.matches('.unseen, .skip, :disabled') || getComputedStyle(control).visibility !== 'visible') continue
      control.scrollIntoView({ block: 'center', inline: 'center' })
      const box = control.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const met = document.elementFromPoint(x, y)
      const label = control.closest('label, .el-switch, .el-date-editor')
      if (met !== null && (control.contains(met) || label?.contains(met))) continue
      const words = (control.getAttribute('aria-label') ?? control.textContent ?? control.id).trim().slice(0, 40)
      faults.push(`cannot be reached: ${control.tagName.toLowerCase()} “${words}” at ${Math.round(x)},${Math.round(y)}, ${met ? `under ${met.tagName.toLowerCase()}.${met.className}` : 'off the page'}`)
    }
    window.scrollTo(0, 0)
    return faults
  })
}
