// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Words } from './api/types'

export type Language = 'zh-CN' | 'en'
export const languages: Language[] = ['zh-CN', 'en']

/** Words per language come when they are wanted: a clerk who reads Chinese never loads the English ones. */
async function load(language: Language): Promise<Record<string, string>> {
  const { parts } = language === 'en' ? await import('./words_en') : await import('./words_zh')
  return Object.assign({}, ...Object.values(parts)) as Record<string, string>
}

/** Keys are flat ("device.printer.ready"), as in the box's own catalogue, and {names} are filled in the same way. */
export function createText() {
  const i18n = createI18n({
    legacy: false,
    locale: 'zh-CN',
    fallbackLocale: false,
    flatJson: false,
    messageResolver: (messages, key) => (messages as Record<string, string>)[key] ?? null,
    messages: {} as Record<Language, Record<string, string>>,
  })
  const global = i18n.global
  async function choose(language: Language): Promise<void> {
    if (!global.availableLocales.includes(language)) global.setLocaleMessage(language, await load(language))
    global.locale.value = language
    document.documentElement.lang = language
  }
  return { i18n, choose, language: computed(() => global.locale.value as Language) }
}

export type Text = ReturnType<typeof createText>

/** A language that this person or this browser wants. */
export function wanted_language(own: '' | Language, browser: readonly string[]): Language {
  if (own !== '') return own
  const first = browser.find((tag) => /^(zh|en)\b/i.test(tag))
  return first && /^en/i.test(first) ? 'en' : 'zh-CN'
}

/**
 * What screens speak with: t(key, {names}), words({zh, en}) of the hall's content, list(items) as the language joins them,
 * and has(key).
 */
export function useText() {
  const { t, te, locale } = useI18n({ useScope: 'global' })
  const words = (both: Words | null | undefined): string => {
    if (!both) return ''
    return locale.value === 'en' ? both.en || both.zh : both.zh || both.en
  }
  const has = (key: string): boolean => te(key)
  const say = (key: string, values: Record<string, unknown> = {}): string => t(key, values)
  const list = (items: readonly (string | number)[]): string => items.join(t('console.between'))
  return { t: say, has, words, list, language: computed(() => locale.value as Language) }
}
