// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLive } from '../../shared/live'
import { HandFedStream } from '../support/pages'
import { sample_hall, sample_now_ms } from '../support/sample_hall'

const minute = 60_000

function set_up() {
  const clock = { ms: 50_000 }
  const streams: HandFedStream[] = []
  const box = { found: 'signed_in' as 'signed_in' | 'locked' | 'ended' | 'lost', hall: sample_hall(), sessions: [] as string[], read: 0 }
  const live = createLive({
    open: () => (streams.push(new HandFedStream()), streams[streams.length - 1]!),
    probe: async () => box.found,
    read_hall: async () => (box.read++, box.hall),
    on_session: (state) => box.sessions.push(state),
    steady_ms: () => clock.ms,
  })
  /** Time passes for the page's steady clock and for its timers alike. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 250) {
      clock.ms += Math.min(250, left)
      await vi.advanceTimersByTimeAsync(Math.min(250, left))
    }
  }
  const last = () => streams[streams.length - 1]!
  const beat = (mark = '1') => last().send('beat', { now_ms: sample_now_ms + clock.ms - 50_000, mark })
  live.start()
  last().send('hall', sample_hall())
  return { live, streams, box, pass, beat, last, clock }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('waits', () => {
  it('run on from what the box told, whatever the PC’s wall clock says', async () => {
    const { live, pass, beat } = set_up()
    const ticket = live.hall.value!.line[0]!
    vi.setSystemTime(new Date('1999-01-01'))
    for (let n = 0; n < 30; ++n) {
      await pass(2_000)
      beat()
    }
    expect(live.waited_ms(ticket)).toBe(ticket.waited_ms! + minute)
    expect(live.now_ms.value).toBe(sample_now_ms + minute)
  })

  it('stop where nothing is heard any more, but one’s own person’s timer goes on', async () => {
    const { live, pass } = set_up()
    const ticket = live.hall.value!.line[0]!
    const hand = live.hall.value!.counters[2]!.in_hand!
    await pass(6_000)
    expect(live.stale.value).toBe(true)
    expect(live.waited_ms(ticket)).toBe(ticket.waited_ms)
    expect(live.in_state_ms(hand, 'always')).toBe(hand.in_state_ms! + 6_000)
  })
})

describe('freshness', () => {
  it('is stale when events are more than five seconds late, and fresh again with the next', async () => {
    const { live, pass, beat } = set_up()
    await pass(4_900)
    expect(live.stale.value).toBe(false)
    await pass(700)
    expect(live.stale.value).toBe(true)
    beat()
    await pass(250)
    expect(live.stale.value).toBe(false)
  })

  it('reads the hall anew when two beats in a row speak of another one', async () => {
    const { live, box, pass, beat } = set_up()
    box.hall = { ...sample_hall(), mark: '2', line: [] }
    beat('2')
    await pass(250)
    expect(box.read).toBe(0)
    beat('2')
    await pass(250)
    expect(live.hall.value!.line).toHaveLength(0)
  })

  it('never lets an older answer cover a newer hall', () => {
    const { live } = set_up()
    live.take({ ...sample_hall(), now_ms: sample_now_ms - 500, line: [] })
    expect(live.hall.value!.line).toHaveLength(14)
    live.take({ ...sample_hall(), now_ms: sample_now_ms + 500, line: [] })
    expect(live.hall.value!.line).toHaveLength(0)
  })
})

describe('a lost link', () => {
  it('is lost at once for acts, said after a moment, and joined again by itself', async () => {
    const { live, streams, box, pass, last } = set_up()
    box.found = 'lost'
    last().send('error', {})
    expect(live.linked.value).toBe(false)
    expect(live.lost_for_ms.value).toBe(null)
    await pass(3_000)
    expect(live.lost_for_ms.value).toBe(3_000)
    box.found = 'signed_in'
    await pass(5_000)
    expect(streams).toHaveLength(2)
    last().send('hall', sample_hall())
    expect(live.linked.value).toBe(true)
    expect(live.lost_for_ms.value).toBe(null)
  })

  it('asks again at least every five seconds, however long it lasts', async () => {
    const { live, box, pass, last } = set_up()
    box.found = 'lost'
    last().send('error', {})
    await pass(120_000)
    box.found = 'signed_in'
    await pass(5_250)
    last().send('hall', sample_hall())
    expect(live.linked.value).toBe(true)
  })

  it('is noticed where the stream stays open and says nothing', async () => {
    const { live, streams, box, pass } = set_up()
    box.found = 'lost'
    await pass(9_500)
    expect(live.link.value).toBe('lost')
    expect(streams[0]!.closed).toBe(true)
  })

  it('does not hear a stream that it has left', async () => {
    const { live, streams, pass, last } = set_up()
    last().send('error', {})
    await pass(2_000)
    expect(streams.length).toBe(2)
    streams[0]!.send('hall', { ...sample_hall(), line: [] })
    expect(live.hall.value!.line).toHaveLength(14)
  })

  it('wakes those who wait for it', async () => {
    const { live, pass, last } = set_up()
    last().send('error', {})
    let came: boolean | null = null
    void live.linked_within(60_000).then((there) => (came = there))
    await pass(1_000)
    expect(came).toBe(null)
    last().send('hall', sample_hall())
    await pass(1)
    expect(came).toBe(true)
  })

  it('leads to the lock or to sign-in where the box says so', async () => {
    const { live, box, pass, last } = set_up()
    box.found = 'ended'
    last().send('error', {})
    await pass(1_000)
    expect(box.sessions).toEqual(['ended'])
    expect(live.link.value).toBe('off')
  })
})

it('tells the session’s end from the stream and stops listening', () => {
  const { live, box, last } = set_up()
  last().send('session', { state: 'locked' })
  expect(box.sessions).toEqual(['locked'])
  expect(live.link.value).toBe('off')
})

it('shows who an order put in hand with a timer that begins now', async () => {
  const { live, pass } = set_up()
  await pass(2_000)
  const ticket = { ...live.hall.value!.line[0]!, state: 'called' as const, in_state_ms: 0, waited_ms: undefined }
  live.put_in_hand(3, ticket)
  expect(live.hall.value!.counters[2]!.in_hand!.code).toBe('A020')
  expect(live.in_state_ms(live.hall.value!.counters[2]!.in_hand!, 'always')).toBe(0)
})
