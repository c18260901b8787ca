// SPDX-License-Identifier: Apache-2.0
// The one sample hall: what tests read and what `npm run dev` shows. It is told as of sample_now_ms.
import type { Counter, DeviceState, Hall, Ticket, Visit } from '../../shared/api/types'

export const sample_now_ms = Date.UTC(2026, 10, 23, 1, 41, 20) // 09:41:20 in the hall
const minute = 60_000

export function sample_ticket(code: string, matter: string, waited_minutes: number, more: Partial<Ticket> = {}): Ticket {
  const waited_ms = Math.round(waited_minutes * minute)
  return {
    code, matter, priority: '', state: 'waiting', taken_ms: sample_now_ms - waited_ms, since_ms: sample_now_ms - waited_ms, calls: 0, rejoins: 0,
    counter: null, waited_ms, in_state_ms: waited_ms, ...more,
  }
}

const in_hand = (code: string, matter: string, counter: number, seconds: number, more: Partial<Ticket> = {}): Ticket =>
  sample_ticket(code, matter, 16, { state: 'serving', counter, calls: 1, since_ms: sample_now_ms - seconds * 1000, in_state_ms: seconds * 1000, waited_ms: undefined, ...more })

/** In the order of calling. */
export function sample_line(): Ticket[] {
  return [
    sample_ticket('A020', 'elder-card', 12.2, { priority: 'elder' }),
    sample_ticket('E004', 'disability-grants', 9.5, { priority: 'disabled' }),
    sample_ticket('F002', 'veteran-card', 5.6, { priority: 'veteran' }),
    sample_ticket('K002', 'complaint-stairs', 34.4),
    sample_ticket('B005', 'job-register', 27.1),
    sample_ticket('C011', 'care-elsewhere', 22.7),
    sample_ticket('B006', 'card-again', 18.3),
    sample_ticket('C012', 'insure-resident', 11.4),
    sample_ticket('A021', 'temporary-relief', 8.1),
    sample_ticket('D003', 'birth-register', 6.9),
    sample_ticket('B007', 'job-register', 4.2),
    sample_ticket('A022', 'minimum-living', 3.4),
    sample_ticket('B008', 'jobless', 2.5),
    sample_ticket('C013', 'insure-resident', 1.1),
  ]
}

const counter = (number: number, holder_account: string, holder: string, hand: Ticket | null, next: string | null): Counter => ({
  number, open: holder !== '', since_ms: sample_now_ms - 42 * minute, holder, holder_account, in_hand: hand, next,
})

export const sample_devices: DeviceState[] = [
  { place: 'hall', device: 'printer', health: 'warning', detail: 'paper_near_end', since_ms: sample_now_ms - 20 * minute },
  { place: 'hall', device: 'board', health: 'good', detail: 'ready', since_ms: sample_now_ms - 90 * minute },
  { place: 'hall', device: 'sound', health: 'good', detail: 'ready', since_ms: sample_now_ms - 90 * minute },
]

export function sample_hall(): Hall {
  return {
    mark: '1', now_ms: sample_now_ms, content_version: 7, service_date: '2026-11-23', open: true, closes_ms: Date.UTC(2026, 10, 23, 9, 30), clock_behind: false,
    line: sample_line(),
    held: [
      sample_ticket('A015', 'minimum-living', 40, { state: 'held', counter: 3, calls: 1, in_state_ms: 14 * minute, waited_ms: undefined }),
      sample_ticket('C008', 'insure-resident', 31, { state: 'held', counter: 1, calls: 1, in_state_ms: 6 * minute, waited_ms: undefined }),
    ],
    missed: [
      sample_ticket('A016', 'elder-card', 33, { state: 'missed', counter: 3, calls: 3, in_state_ms: 11 * minute, waited_ms: undefined }),
      sample_ticket('B002', 'jobless', 58, { state: 'missed', counter: 2, calls: 3, in_state_ms: 35 * minute, waited_ms: undefined }),
      sample_ticket('C006', 'care-elsewhere', 64, { state: 'missed', counter: 1, calls: 3, rejoins: 1, in_state_ms: 41 * minute, waited_ms: undefined }),
    ],
    counters: [
      counter(1, 'zhouyi', '周样一', in_hand('C010', 'insure-resident', 1, 370), 'C011'),
      counter(2, 'chener', '陈样二', in_hand('B004', 'job-register', 2, 708), 'B005'),
      counter(3, 'yangli', '样例丽', in_hand('A018', 'minimum-living', 3, 252, { priority: 'elder' }), 'A020'),
      { ...counter(4, 'banzhang', '值班样', null, 'A020'), since_ms: sample_now_ms - 2 * minute },
      counter(5, '', '', null, null),
    ],
    today: { taken: 66, done: 47, done_by: { yangli: 12, zhouyi: 18, chener: 17 }, waited_mean_ms: 9.2 * minute, longest_wait_ms: 34.4 * minute, longest_code: 'K002' },
    devices: sample_devices,
    help: [],
    issuing_paused: null,
    matters_paused: [],
    message: null,
    undo: [],
  }
}

const visit = (code: string, matter: string, counter_number: number, staff: string, ended_minutes_ago: number, visit_minutes: number, outcome = 'done', note = ''): Visit => ({
  code, matter, state: outcome === 'missed' ? 'missed' : 'done', outcome: outcome === 'missed' ? '' : outcome, note, counter: counter_number, staff,
  ended_ms: sample_now_ms - ended_minutes_ago * minute, visit_ms: visit_minutes * minute, waited_ms: 9 * minute,
})

/** Newest first. */
export const sample_visits: Visit[] = [
  visit('A017', 'elder-card', 3, '样例丽', 4.5, 4.4),
  visit('A016', 'elder-card', 3, '样例丽', 11, 0.6, 'missed'),
  visit('E003', 'disability-grants', 3, '样例丽', 13, 9.3, 'material_missing', '缺残疾人证复印件，下周三前补'),
  visit('C009', 'insure-resident', 1, '周样一', 15, 6.2),
  visit('A014', 'temporary-relief', 3, '样例丽', 27, 12.1, 'accepted'),
  visit('B003', 'card-again', 2, '陈样二', 31, 7.5),
  visit('A013', 'minimum-living', 3, '样例丽', 40, 8.8, 'passed_on', '低收入认定转区里'),
]
