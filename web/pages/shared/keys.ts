// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, onMounted } from 'vue'

/** Names of keys as handlers know them: 'space', 'enter', 'up', 'down', 'escape', '?', '/', 'r', '2', 'alt+1'. */
export type KeyHandlers = Record<string, () => void>

const names: Record<string, string> = { ' ': 'space', Spacebar: 'space', Enter: 'enter', ArrowUp: 'up', ArrowDown: 'down', Escape: 'escape' }

export function key_name(event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>): string | null {
  if (event.ctrlKey || event.metaKey) return null
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)
  if (event.altKey) return digit ? `alt+${digit[1]}` : null
  if (digit) return digit[1] ?? null
  // A Chinese input method swallows letters; the key's place still tells which it was.
  const letter = /^Key([A-Z])$/.exec(event.code)
  if (event.key === 'Process' && letter?.[1]) return letter[1].toLowerCase()
  if (event.key === 'Process' && event.code === 'Space') return 'space'
  if (event.key === '？') return '?'
  return names[event.key] ?? (event.key.length === 1 ? event.key.toLowerCase() : null)
}

export function is_field(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  if (element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true
  if (element.tagName !== 'INPUT') return false
  return !['checkbox', 'radio', 'button', 'submit'].includes((element as HTMLInputElement).type)
}

const controls = 'button, a, summary, input, [role="tab"], [role="menuitem"]'

/**
 * A control that somebody walked to with the keyboard keeps its own Space and Enter; one that has the focus only because it
 * was clicked does not. (:focus-visible cannot tell them apart here: any key makes it true.)
 */
function answers_itself(element: Element | null, name: string, clicked: Element | null): boolean {
  if (name !== 'space' && name !== 'enter') return false
  if (!(element instanceof HTMLElement) || element.dataset['keys'] === 'page') return false
  return element.matches(controls) && element !== clicked
}

export interface KeyScope {
  /** Single keys are on; alt keys always are. */
  single: () => boolean
  /** Something lies over the page (a dialog): its keys are its own. */
  covered: () => boolean
}

/** What to run for a key, or nothing: the rules apart from the browser, for use_keys and for tests. */
export function handler_for(event: KeyboardEvent, handlers: KeyHandlers, scope: KeyScope, clicked: Element | null = null): (() => void) | null {
  if (event.repeat || event.isComposing || event.defaultPrevented) return null
  const name = key_name(event)
  if (name === null || scope.covered()) return null
  if (!name.startsWith('alt+')) {
    if (!scope.single() || is_field(document.activeElement)) return null
    if (answers_itself(document.activeElement, name, clicked)) return null
  }
  return handlers[name] ?? null
}

/** One key for each act while the component is there. */
export function use_keys(handlers: KeyHandlers, scope: KeyScope): void {
  let spent = false
  let clicked: Element | null = null
  function point(event: Event) {
    clicked = event.target instanceof Element ? event.target.closest(controls) : null
  }
  function down(event: KeyboardEvent) {
    const name = key_name(event)
    const presses = name === 'space' || name === 'enter'
    if (!presses) clicked = null
    // A held key repeats; it must neither act again nor press the button that has the focus again and again.
    if (event.repeat && (spent || (presses && !is_field(document.activeElement)))) event.preventDefault()
    const handler = handler_for(event, handlers, scope, clicked)
    if (!event.repeat) spent = handler !== null
    if (!handler) return
    event.preventDefault()
    handler()
  }
  function up(event: KeyboardEvent) {
    if (spent && key_name(event) === 'space') event.preventDefault() // a button presses itself when Space comes up
    spent = false
  }
  onMounted(() => {
    document.addEventListener('pointerdown', point, true)
    document.addEventListener('keydown', down)
    document.addEventListener('keyup', up)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('pointerdown', point, true)
    document.removeEventListener('keydown', down)
    document.removeEventListener('keyup', up)
  })
}
