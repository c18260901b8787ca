// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { outcome_words } from '../../../console/parts/outcome_words'
import { createText } from '../../../shared/text'

it('names how a visit ended, and why a number left without one', async () => {
  const text = createText()
  await text.choose('zh-CN')
  const { t, te } = text.i18n.global
  const speaks = { t: (key: string) => t(key), has: (key: string) => te(key) }
  expect(outcome_words('accepted', speaks)).toBe('已受理，等审')
  expect(outcome_words('given_back', speaks)).toBe('本人退号')
  expect(outcome_words('something_new', speaks)).toBe('something_new')
})
