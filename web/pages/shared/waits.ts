// SPDX-License-Identifier: Apache-2.0

export type WaitTone = 'green' | 'amber' | 'red'

/** Limits are the hall's content: amber from the first, red past the second. */
export function wait_tone(waited_ms: number, amber_minutes: number, red_minutes: number): WaitTone {
  const minutes = waited_ms / 60_000
  if (minutes > red_minutes) return 'red'
  return minutes >= amber_minutes ? 'amber' : 'green'
}
