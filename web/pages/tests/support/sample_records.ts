// SPDX-License-Identifier: Apache-2.0
// A sample day's figures and a sample journal.
import type { Figures, Journal } from '../../shared/api/types'
import { sample_devices, sample_now_ms } from './sample_hall'

const minute = 60_000
const taken = [14, 17, 11, 3, 2, 9, 12, 8, 4]
const done = [8, 14, 12, 5, 2, 7, 11, 9, 5]
const mean = [6, 9, 14, 8, 3, 5, 9, 7, 4]
const longest = [12, 21, 34, 18, 6, 11, 19, 14, 8]

export function sample_figures(date: string | null): Figures {
  const today = date === null || date === '2026-11-23'
  return {
    date: date ?? '2026-11-23', today, as_of_ms: sample_now_ms, taken: 80, done: 73, missed: 3, left: 1, waiting: today ? 3 : 0, waited_mean_ms: 8 * minute, waited_longest_ms: 34 * minute,
    over_limit: 2, visit_mean_ms: 6.5 * minute, week_before_taken: today ? 76 : null,
    hours: taken.map((_, at) => ({ hour: 9 + at, taken: taken[at]!, done: done[at]!, waited_mean_ms: mean[at]! * minute, waited_longest_ms: longest[at]! * minute })),
    lines: [
      { letter: 'A', taken: 18, done: 16, waited_mean_ms: 9 * minute, waited_longest_ms: 34 * minute },
      { letter: 'B', taken: 21, done: 20, waited_mean_ms: 11 * minute, waited_longest_ms: 27 * minute },
      { letter: 'C', taken: 19, done: 19, waited_mean_ms: 8 * minute, waited_longest_ms: 22 * minute },
      { letter: 'D', taken: 7, done: 7, waited_mean_ms: 5 * minute, waited_longest_ms: 9 * minute },
      { letter: 'E', taken: 6, done: 5, waited_mean_ms: 7 * minute, waited_longest_ms: 14 * minute },
      { letter: 'K', taken: 9, done: 6, waited_mean_ms: 12 * minute, waited_longest_ms: 34 * minute },
    ],
    counters: [{ number: 1, done: 26, visit_mean_ms: 6.1 * minute }, { number: 2, done: 22, visit_mean_ms: 6.9 * minute }, { number: 3, done: 25, visit_mean_ms: 6.6 * minute }],
    outcomes: { done: 58, accepted: 6, material_missing: 5, passed_on: 3, not_ours: 1 },
    hand_over: { missed_codes: ['A009', 'B002', 'C006'], held_codes: ['A015'], waiting_codes: ['B008'], troubles: sample_devices.filter((one) => one.health !== 'good') },
  }
}

type Told = Pick<Journal['entries'][number], 'actor' | 'kind' | 'subject'> & { body: Record<string, string | number> }

/** A morning, again and again. */
const told: Told[] = [
  { actor: 'staff:yangli', kind: 'staff.signed_in', subject: 'staff:yangli', body: { session: '3f2a', tries_while_locked: 0 } },
  { actor: 'staff:yangli', kind: 'counter.opened', subject: 'counter:3', body: {} },
  { actor: 'kiosk', kind: 'ticket.taken', subject: '0191a', body: { code: 'A018', matter: 'minimum-living', state: 'waiting', priority: 'elder', paper: 'wanted' } },
  { actor: 'kiosk', kind: 'slip.failed', subject: '0191a', body: { code: 'A018', copy: 1, place: 'kiosk', trouble: 'half_printed' } },
  { actor: 'kiosk', kind: 'slip.printed', subject: '0191a', body: { code: 'A018', copy: 2, place: 'kiosk' } },
  { actor: 'staff:yangli', kind: 'ticket.called', subject: '0191a', body: { code: 'A018', matter: 'minimum-living', state: 'called', counter: 3, call: 1 } },
  { actor: 'staff:yangli', kind: 'ticket.finished', subject: '0191a', body: { code: 'A018', matter: 'minimum-living', state: 'done', counter: 3, outcome: 'material_missing', visit_ms: 540000 } },
  { actor: 'staff:banzhang', kind: 'matter.paused', subject: 'matter:card-again', body: { reason: '上级系统连不上' } },
  { actor: 'staff:banzhang', kind: 'message.set', subject: 'hall:message', body: { zh: '今天下午社保系统检修', en: 'Social security is closed this afternoon' } },
  { actor: 'kiosk', kind: 'help.called', subject: 'place:kiosk', body: {} },
  { actor: 'staff:zhouyi', kind: 'help.ended', subject: 'place:kiosk', body: {} },
  { actor: 'staff:xitong', kind: 'device.set', subject: 'setting:printer.width', body: { value: '576' } },
  { actor: 'staff:xitong', kind: 'staff.added', subject: 'staff:xinren', body: { name: '新人样', role: 'none' } },
  { actor: 'staff:wangji', kind: 'staff.sign_in_refused', subject: 'staff:wangji', body: { reason: 'wrong_password', at: 'sign_in', tries_left: 2 } },
  { actor: 'staff:yangli', kind: 'ticket.priority_removed', subject: '0191b', body: { code: 'A020', matter: 'elder-card', priority: 'elder', reason: '没有带证件' } },
]

export function sample_journal(wish: URLSearchParams): Journal {
  const newest = 4210
  const before = Number(wish.get('before') ?? newest + 1)
  const limit = Number(wish.get('limit') ?? 50)
  const entries: Journal['entries'] = []
  let seq = before - 1
  for (; seq > 0 && entries.length < limit; --seq) {
    const { actor, kind, subject, body } = told[seq % told.length]!
    if (wish.get('kind') && !kind.startsWith(wish.get('kind')!)) continue
    if (wish.get('actor') && actor !== wish.get('actor')) continue
    entries.push({ seq, wall_ms: sample_now_ms - (newest - seq) * 41_000, actor, kind, subject, body: body as never })
  }
  return { newest, entries, looked_until: seq + 1 }
}
