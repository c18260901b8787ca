// SPDX-License-Identifier: Apache-2.0
import { computed, ref, type ComputedRef } from 'vue'

export const warning_ms = 60_000
const told_every_ms = 60_000

export interface IdleParts {
  idle_ms_max: () => number
  /** Tells the box that somebody is there. */
  stay: () => void
  /** The time is over by the page's own clock. */
  on_end: () => void
  steady_ms: () => number
}

export interface Idle {
  /** Milliseconds until the page locks, during the last minute only. */
  warning_left_ms: ComputedRef<number | null>
  start: () => void
  stop: () => void
  /** Somebody touched a key or moved the pointer. */
  seen: () => void
  tick: () => void
}

/**
 * Ten minutes without anybody. Input is told to the box at most once a minute, and what came after the last telling is told
 * when that minute is over, so that the box and the page count the same ten minutes.
 */
export function createIdle(parts: IdleParts): Idle {
  const left = ref<number | null>(null)
  let running = false
  let last_seen = 0
  let last_told = 0

  function tell() {
    last_told = parts.steady_ms()
    parts.stay()
  }

  return {
    warning_left_ms: computed(() => left.value),
    start() {
      running = true
      left.value = null
      last_seen = last_told = parts.steady_ms()
    },
    stop() {
      running = false
      left.value = null
    },
    seen() {
      if (!running) return
      const now = parts.steady_ms()
      const warned = left.value !== null
      last_seen = now
      left.value = null
      if (warned || now - last_told >= told_every_ms) tell()
    },
    tick() {
      if (!running) return
      const now = parts.steady_ms()
      if (last_seen > last_told && now - last_told >= told_every_ms) tell()
      const remaining = last_seen + parts.idle_ms_max() - now
      left.value = remaining <= warning_ms ? Math.max(0, remaining) : null
      if (remaining <= 0) {
        running = false
        parts.on_end()
      }
    },
  }
}
