// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it } from 'vitest'
import { handler_for, key_name } from '../../shared/keys'

const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}) => ({ key, code, altKey: false, ctrlKey: false, metaKey: false, repeat: false, isComposing: false, defaultPrevented: false, ...more }) as KeyboardEvent
const open = { single: () => true, covered: () => false }
const space = () => {}
const handlers = { space, r: () => {}, 2: () => {}, 'alt+2': () => {}, '?': () => {} }

afterEach(() => (document.body.innerHTML = ''))

it('knows keys by what they are, with a Chinese input method too', () => {
  expect(key_name(press(' ', 'Space'))).toBe('space')
  expect(key_name(press('R', 'KeyR'))).toBe('r')
  expect(key_name(press('Process', 'KeyR'))).toBe('r')
  expect(key_name(press('？', 'Slash'))).toBe('?')
  expect(key_name(press('2', 'Numpad2'))).toBe('2')
  expect(key_name(press('2', 'Digit2', { altKey: true }))).toBe('alt+2')
  expect(key_name(press('r', 'KeyR', { ctrlKey: true }))).toBe(null)
})

it('acts on a single key', () => {
  expect(handler_for(press(' ', 'Space'), handlers, open)).toBe(space)
})

it('does nothing while a key is held, a field or a control that was walked to has the focus, something lies over the page, or single keys are off', () => {
  expect(handler_for(press(' ', 'Space', { repeat: true }), handlers, open)).toBe(null)
  expect(handler_for(press(' ', 'Space'), handlers, { ...open, covered: () => true })).toBe(null)
  expect(handler_for(press(' ', 'Space'), handlers, { ...open, single: () => false })).toBe(null)
  expect(handler_for(press('2', 'Digit2', { altKey: true }), handlers, { ...open, single: () => false })).toBe(handlers['alt+2'])
  document.body.innerHTML = '<button>x</button>'
  const button = document.querySelector('button')!
  button.focus()
  expect(handler_for(press(' ', 'Space'), handlers, open)).toBe(null)
  expect(handler_for(press(' ', 'Space'), handlers, open, button)).toBe(space)
  document.body.innerHTML = '<textarea></textarea>'
  document.querySelector('textarea')!.focus()
  expect(handler_for(press('r', 'KeyR'), handlers, open)).toBe(null)
})
