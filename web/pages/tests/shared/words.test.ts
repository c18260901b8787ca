// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NotOk } from '../../shared/api/answer'
import { answer_words } from '../../shared/answer_words'
import { createText, wanted_language, type Language } from '../../shared/text'
import { sample_ticket } from '../support/sample_hall'

const contract = readFileSync('../../console/openapi.yaml', 'utf8') // beside web/, where npm runs from web/pages
const problems = /problem:\s+type: string\s+description: [^\n]+\s+enum: \[([^\]]+)\]/.exec(contract)![1]!.split(',').map((name) => name.trim())

async function speaker(language: Language) {
  const text = createText()
  await text.choose(language)
  const { t, te, getLocaleMessage } = text.i18n.global
  return { t: (key: string, values: Record<string, unknown> = {}) => t(key, values), has: (key: string) => te(key), keys: Object.keys(getLocaleMessage(language)) }
}

const complaints: unknown[][] = []
beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'warn').mockImplementation((...said) => void complaints.push(said))
  vi.spyOn(console, 'error').mockImplementation((...said) => void complaints.push(said))
})
afterEach(() => vi.restoreAllMocks())

describe.each(['zh-CN', 'en'] as const)('words in %s', (language) => {
  it('can all be said by the pages, names filled in', async () => {
    const { t, keys } = await speaker(language)
    const every = new Proxy({}, { get: (_, name) => `‹${String(name)}›`, has: () => true })
    expect(keys.length).toBeGreaterThan(300)
    for (const key of keys) {
      const said = t(key, every)
      expect(said, key).not.toBe(key)
      expect(said, key).not.toMatch(/[{}]/)
    }
    expect(complaints).toEqual([])
  })

  it('has words for every problem of the contract', async () => {
    const text = await speaker(language)
    expect(problems.length).toBeGreaterThan(20)
    const unsaid = text.t('problem.internal')
    const mute = problems.filter((name) => name !== 'internal' && answer_words({ kind: 'problem', status: 400, problem: { problem: name as never, detail: '' } }, text).words === unsaid)
    expect(mute).toEqual([])
  })
})

it('says of a refusal whose number it is about and how that is', async () => {
  const text = await speaker('zh-CN')
  const busy = answer_words({ kind: 'refused', refused: { refused: 'counter_busy', ticket: sample_ticket('A018', 'elder-card', 3, { state: 'serving' }) } }, text)
  expect(busy).toEqual({ tone: 'amber', words: '手上还有 A018（正在办理）。先办完、暂挂或记过号。' })
  const held = answer_words({ kind: 'refused', refused: { refused: 'counter_held', holder: '陈样二' } }, text)
  expect(held.words).toContain('陈样二正在用')
  const gone: NotOk = { kind: 'refused', refused: { refused: 'wrong_state', ticket: sample_ticket('A018', 'elder-card', 3, { state: 'missed' }) } }
  expect(answer_words(gone, text).words).toBe('A018 现在是“过号了”，这一步做不了，什么都没有改。')
  expect(answer_words(gone, text, 0, 'desk').words).toContain('请看右边，叫您的下一位')
  expect(answer_words({ kind: 'refused', refused: { refused: 'something_new' } }, text).words).toBe('这一步现在做不了，什么都没有改。')
})

it('speaks as the person wishes, else as the browser does, else Chinese', () => {
  expect(wanted_language('en', ['zh-CN'])).toBe('en')
  expect(wanted_language('', ['fr', 'en-GB', 'zh'])).toBe('en')
  expect(wanted_language('', ['zh-TW', 'en'])).toBe('zh-CN')
  expect(wanted_language('', ['fr'])).toBe('zh-CN')
})
