// SPDX-License-Identifier: Apache-2.0
// What may stand in a message on the kiosk, counted as the server counts: in characters, not in UTF-16 halves.

export const message_most = { zh: 60, en: 120 } as const

export function length_of(words: string): number {
  return Array.from(words).length
}

/** Characters beyond the most; 0 where it fits. */
export function too_long(words: string, language: keyof typeof message_most): number {
  return Math.max(0, length_of(words.trim()) - message_most[language])
}
