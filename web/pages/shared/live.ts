// SPDX-License-Identifier: Apache-2.0
import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue'
import type { Beat, Hall, Ticket } from './api/types'

export const late_ms_max = 5_000
const dead_ms = 9_000
const tick_ms = 500
const retry_ms = [250, 1_000, 2_000, 4_000, 5_000]
/** A loss shorter than this is mended before anybody need read of it; acts are off at once all the same. */
const unspoken_ms = 1_200

/** The part of EventSource that is used, so that a test can hand events in. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void
  close(): void
}

export interface LiveParts {
  open: () => EventStream
  /** After a failed stream: does the box answer, and are we still signed in? */
  probe: () => Promise<'signed_in' | 'locked' | 'ended' | 'lost'>
  read_hall: () => Promise<Hall | null>
  /** The box says that this session was locked or has ended. */
  on_session: (state: 'locked' | 'ended') => void
  /** Milliseconds that only go forward: performance.now(). */
  steady_ms: () => number
}

export type Link = 'off' | 'joining' | 'live' | 'lost'

/**
 * The hall as the event stream tells it, and how fresh that is. Waits are reckoned from the lengths that the box told and
 * the page's steady clock, never from the PC's wall clock. The screens read it; only acts' answers and the stream write.
 */
export interface Live {
  hall: Ref<Hall | null>
  link: Ref<Link>
  /** Acts may be asked for. */
  linked: ComputedRef<boolean>
  /** What is shown may be old: events are late, or the link is lost. */
  stale: ComputedRef<boolean>
  /** The link is lost for long enough to say so. */
  lost_for_ms: ComputedRef<number | null>
  /** The box's clock at the last word from it. */
  heard_at_ms: Ref<number>
  /** The box's clock now; goes on while the link is lost. */
  now_ms: ComputedRef<number>
  waited_ms: (ticket: Ticket) => number
  /** In its state so far; of one's own person it goes on while the link is lost. */
  in_state_ms: (ticket: Ticket, when?: 'shown' | 'always') => number
  since_ms: (moment_ms: number, when?: 'shown' | 'always') => number
  start: () => void
  stop: () => void
  /** An act's answer carries the hall after it. */
  take: (hall: Hall) => void
  /** What an order's answer says is in hand, until the stream tells the rest. */
  put_in_hand: (counter: number, ticket: Ticket | null) => void
  /** Resolves when the link is there, or after the time: false. */
  linked_within: (ms: number) => Promise<boolean>
}

export function createLive(parts: LiveParts): Live {
  const hall = ref<Hall | null>(null)
  const link = ref<Link>('off')
  const heard_at_ms = ref(0)
  const steady = ref(parts.steady_ms())
  const at = reactive({ hall: 0, heard: 0, lost: 0, joined: 0 })
  let stream: EventStream | null = null
  let tries = 0
  let other_marks = 0
  let ticking: ReturnType<typeof setInterval> | undefined
  let retrying: ReturnType<typeof setTimeout> | undefined
  let waiting: (() => void)[] = []

  const linked = computed(() => link.value === 'live')
  const late = computed(() => hall.value !== null && steady.value - at.heard > late_ms_max)
  const stale = computed(() => link.value === 'lost' || late.value)
  const lost_for_ms = computed(() => {
    if (link.value !== 'lost' || steady.value - at.lost < unspoken_ms) return null
    return steady.value - at.heard
  })
  const now_ms = computed(() => heard_at_ms.value + Math.max(0, steady.value - at.heard))

  /** How long ago the hall was told, as far as it is shown: it stops where nothing is heard any more. */
  const age = (when: 'shown' | 'always') => {
    const until = when === 'shown' && stale.value ? at.heard : steady.value
    return Math.max(0, until - at.hall)
  }
  const told = (length_ms: number | undefined, moment_ms: number) => length_ms ?? Math.max(0, (hall.value?.now_ms ?? moment_ms) - moment_ms)

  function hear(box_ms: number) {
    at.heard = steady.value = parts.steady_ms()
    heard_at_ms.value = box_ms
  }

  function set_hall(next: Hall) {
    hall.value = next
    at.hall = parts.steady_ms()
    other_marks = 0
    hear(next.now_ms)
  }

  function live() {
    tries = 0
    if (link.value === 'live') return
    link.value = 'live'
    const told_now = waiting
    waiting = []
    told_now.forEach((tell) => tell())
  }

  function parse<T>(event: { data?: unknown }): T | null {
    try {
      return JSON.parse(String(event.data)) as T
    } catch {
      return null
    }
  }

  async function mend(mark: string) {
    // A beat may overtake the hall that it speaks of; two in a row that name another one mean that it was missed.
    if (hall.value?.mark === mark) other_marks = 0
    else if (++other_marks >= 2) {
      other_marks = 0
      const fresh = await parts.read_hall()
      if (fresh) set_hall(fresh)
    }
  }

  function join() {
    clearTimeout(retrying)
    stream?.close()
    const joined = parts.open()
    stream = joined
    at.joined = parts.steady_ms()
    const mine = (listener: (event: { data?: unknown }) => void) => (event: { data?: unknown }) => {
      if (stream === joined) listener(event)
    }
    joined.addEventListener('hall', mine((event) => {
      const next = parse<Hall>(event)
      if (!next) return
      set_hall(next)
      live()
    }))
    joined.addEventListener('beat', mine((event) => {
      const beat = parse<Beat>(event)
      if (!beat) return
      hear(beat.now_ms)
      if (hall.value) live()
      void mend(beat.mark)
    }))
    joined.addEventListener('session', mine((event) => {
      const state = parse<{ state: 'locked' | 'ended' }>(event)?.state
      stop()
      parts.on_session(state === 'locked' ? 'locked' : 'ended')
    }))
    joined.addEventListener('error', mine(() => lose()))
  }

  function lose() {
    stream?.close()
    stream = null
    if (link.value !== 'lost') {
      link.value = 'lost'
      at.lost = parts.steady_ms()
    }
    clearTimeout(retrying)
    const wait = retry_ms[Math.min(tries, retry_ms.length - 1)] ?? 5_000
    tries += 1
    retrying = setTimeout(() => void rejoin(), wait)
  }

  async function rejoin() {
    const found = await parts.probe()
    if (link.value !== 'lost') return
    if (found === 'signed_in') join()
    else if (found === 'lost') lose()
    else {
      stop()
      parts.on_session(found)
    }
  }

  function tick() {
    steady.value = parts.steady_ms()
    const silent = steady.value - Math.max(at.heard, at.joined)
    if (stream !== null && silent > dead_ms) lose()
  }

  function start() {
    if (link.value !== 'off') return
    tries = 0
    link.value = 'joining'
    at.heard = at.lost = steady.value = parts.steady_ms()
    ticking = setInterval(tick, tick_ms)
    join()
  }

  function stop() {
    clearInterval(ticking)
    clearTimeout(retrying)
    stream?.close()
    stream = null
    link.value = 'off'
  }

  return {
    hall, link, linked, stale, lost_for_ms, heard_at_ms, now_ms, start, stop,
    waited_ms: (ticket) => told(ticket.waited_ms, ticket.taken_ms) + age('shown'),
    in_state_ms: (ticket, when = 'shown') => told(ticket.in_state_ms, ticket.since_ms) + age(when),
    since_ms: (moment_ms, when = 'shown') => told(undefined, moment_ms) + age(when),
    take(next) {
      if (hall.value === null || next.now_ms >= hall.value.now_ms) set_hall(next)
    },
    put_in_hand(number, ticket) {
      const counter = hall.value?.counters.find((one) => one.number === number)
      if (counter && counter.in_hand?.code !== ticket?.code) counter.in_hand = ticket && in_terms_of_the_hall(ticket)
      else if (counter?.in_hand && ticket) counter.in_hand = in_terms_of_the_hall(ticket)
    },
    linked_within(ms) {
      if (linked.value) return Promise.resolve(true)
      return new Promise((resolve) => {
        const over = setTimeout(() => resolve(linked.value), ms)
        waiting.push(() => {
          clearTimeout(over)
          resolve(true)
        })
      })
    },
  }

  /** A ticket told just now, as if it had been told with the hall: its lengths count from that moment. */
  function in_terms_of_the_hall(ticket: Ticket): Ticket {
    const since = parts.steady_ms() - at.hall
    return {
      ...ticket,
      waited_ms: ticket.waited_ms === undefined ? undefined : ticket.waited_ms - since,
      in_state_ms: told(ticket.in_state_ms, ticket.since_ms) - since,
    }
  }
}
