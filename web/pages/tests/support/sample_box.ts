// SPDX-License-Identifier: Apache-2.0
// A box to try the pages against (`npm run dev`, pictures): it keeps the sample hall and moves numbers as the contract says,
// without being the hall: no journal, no rules beyond what the pages show.
import type { Counter, Hall, Order, OrderDone, Refused, StaffMember, Ticket, TicketStory, Visit } from '../../shared/api/types'
import { sample_content, sample_staff } from './sample_content'
import { sample_hall, sample_now_ms, sample_visits } from './sample_hall'

const undo_ms = 10_000

export class SampleBox {
  hall: Hall = sample_hall()
  visits: Visit[] = [...sample_visits]
  staff: StaffMember[] = sample_staff.map((one) => ({ ...one }))
  on_change: () => void = () => {}
  private readonly begun = performance.now()
  private readonly told = new WeakMap<Ticket, number>()
  private marks = 1
  private before = new Map<number, { hall: Hall; visits: Visit[] }>()
  private answers = new Map<string, OrderDone>()

  now(): number {
    return sample_now_ms + Math.floor(performance.now() - this.begun)
  }

  /** The hall with its lengths as of now. */
  snapshot(): Hall {
    const now = this.now()
    const aged = (ticket: Ticket): Ticket => {
      const since = now - (this.told.get(ticket) ?? sample_now_ms)
      return { ...ticket, waited_ms: ticket.waited_ms === undefined ? undefined : ticket.waited_ms + since, in_state_ms: (ticket.in_state_ms ?? 0) + since }
    }
    const { line, held, missed, counters, undo } = this.hall
    return {
      ...this.hall, mark: String(this.marks), now_ms: now, line: line.map(aged), held: held.map(aged), missed: missed.map(aged),
      counters: counters.map((one) => ({ ...one, in_hand: one.in_hand && aged(one.in_hand), next: this.next_for(one) })), undo: undo.filter((one) => one.until_ms > now),
    }
  }

  changed(): void {
    this.marks += 1
    this.on_change()
  }

  counter(number: number): Counter {
    const found = this.hall.counters.find((one) => one.number === number)
    if (!found) throw new Error(`no counter ${number}`)
    return found
  }

  close(number: number): Refused | null {
    const counter = this.counter(number)
    if (counter.in_hand) return { refused: 'counter_busy', ticket: counter.in_hand }
    Object.assign(counter, { open: false, holder: '', holder_account: '', since_ms: this.now() })
    this.changed()
    return null
  }

  open(number: number, who: StaffMember, take_over = false): Refused | null {
    const counter = this.counter(number)
    if (counter.open && counter.holder_account !== who.account && !take_over) return { refused: 'counter_held', holder: counter.holder }
    Object.assign(counter, { open: true, holder: who.name, holder_account: who.account, since_ms: this.now() })
    this.changed()
    return null
  }

  order(number: number, order: Order): OrderDone | Refused {
    const repeated = this.answers.get(order.request_id)
    if (repeated) return { ...repeated, repeated: true }
    const counter = this.counter(number)
    if (!counter.open) return { refused: 'counter_closed' }
    const hand = counter.in_hand
    if ((hand?.code ?? '') !== order.in_hand) return { refused: 'in_hand_changed', in_hand: hand?.code ?? '' }
    const saved = { hall: structuredClone(this.hall), visits: [...this.visits] }
    const refused = this.do(counter, order)
    if (refused) return refused
    const done: OrderDone = {
      request_id: order.request_id, order: order.order, repeated: false, in_hand: counter.in_hand, ended: hand && hand.code !== counter.in_hand?.code ? hand : null,
      nobody_waits: order.order === 'finish_next' && counter.in_hand === null, undo_until_ms: null,
    }
    if (order.order !== 'undo' && order.order !== 'recall') {
      this.before.set(number, saved)
      done.undo_until_ms = this.now() + undo_ms
      this.hall.undo = [...this.hall.undo.filter((one) => one.counter !== number),
        { counter: number, order: order.order, code: hand?.code ?? counter.in_hand?.code ?? '', until_ms: done.undo_until_ms }]
    }
    this.answers.set(order.request_id, done)
    this.changed()
    return done
  }

  story(code: string): TicketStory | Refused {
    const ticket = this.everyone().find((one) => one.code === code.toUpperCase().replace(' ', ''))
    if (!ticket) return { refused: 'unknown_ticket' }
    const ahead = this.hall.line.findIndex((one) => one.code === ticket.code)
    return { ticket, check_code: '4821', people_ahead: Math.max(0, ahead), wait: { low_minutes: 5, high_minutes: 12 }, outcome: '', note: '', slip: 'printed',
             steps: [{ state: 'waiting', counter: null, begin_ms: ticket.taken_ms, length_ms: 16 * 60_000 }] }
  }

  care(code: string, care: string): TicketStory | Refused {
    const ticket = this.everyone().find((one) => one.code === code)
    if (!ticket) return { refused: 'unknown_ticket' }
    if (care === 'rejoin') {
      if (ticket.rejoins > 0) return { refused: 'rejoined_already', ticket }
      this.hall.missed = this.hall.missed.filter((one) => one !== ticket)
      this.hall.line.push(this.in_state({ ...ticket, rejoins: 1, waited_ms: 0 }, 'waiting', null))
    } else if (care === 'remove_priority') ticket.priority = ''
    else if (care === 'end') for (const list of ['line', 'held', 'missed'] as const) this.hall[list] = this.hall[list].filter((one) => one !== ticket)
    this.changed()
    return this.story(code)
  }

  private everyone(): Ticket[] {
    const hands = this.hall.counters.flatMap((one) => (one.in_hand ? [one.in_hand] : []))
    return [...hands, ...this.hall.line, ...this.hall.held, ...this.hall.missed]
  }

  private takes(counter: number, ticket: Ticket): boolean {
    return sample_content.counters.some((one) => one.number === counter && one.matters.includes(ticket.matter))
  }

  private next_for(counter: Counter): string | null {
    return this.hall.line.find((one) => this.takes(counter.number, one))?.code ?? null
  }

  private in_state(ticket: Ticket, state: Ticket['state'], counter: number | null): Ticket {
    const moved = { ...ticket, state, counter, since_ms: this.now(), in_state_ms: 0 }
    this.told.set(moved, this.now())
    return moved
  }

  private do(counter: Counter, order: Order): Refused | null {
    const hand = counter.in_hand
    const needs_hand = !['next', 'call', 'undo'].includes(order.order)
    if (needs_hand && !hand) return { refused: 'nothing_in_hand' }
    if (['recall', 'miss', 'serve'].includes(order.order) && hand?.state !== 'called') return { refused: 'wrong_state', ticket: hand! }
    switch (order.order) {
      case 'next': return hand ? { refused: 'counter_busy', ticket: hand } : this.call(counter, this.next_for(counter) ?? '')
      case 'call': return hand ? { refused: 'counter_busy', ticket: hand } : this.call(counter, order.code ?? '')
      case 'recall': hand!.calls += 1; return null
      case 'serve': counter.in_hand = this.in_state(hand!, 'serving', counter.number); return null
      case 'miss': counter.in_hand = null; this.hall.missed.unshift(this.in_state({ ...hand!, waited_ms: undefined }, 'missed', counter.number)); return null
      case 'hold': counter.in_hand = null; this.hall.held.unshift(this.in_state(hand!, 'held', counter.number)); return null
      case 'hand_over':
        counter.in_hand = null
        this.hall.line.unshift(this.in_state({ ...hand!, matter: order.to_matter ?? hand!.matter, waited_ms: 0 }, 'handed_over', order.to_counter ?? null))
        return null
      case 'finish': this.finish(counter, order); return null
      case 'finish_next': {
        this.finish(counter, order)
        const next = this.next_for(counter)
        if (next) this.call(counter, next)
        return null
      }
      case 'undo': {
        const saved = this.before.get(counter.number)
        if (!saved) return { refused: 'too_late' }
        Object.assign(this.hall, { line: saved.hall.line, held: saved.hall.held, missed: saved.hall.missed, counters: saved.hall.counters, today: saved.hall.today })
        this.hall.undo = this.hall.undo.filter((one) => one.counter !== counter.number)
        this.visits = saved.visits
        return null
      }
    }
  }

  private call(counter: Counter, code: string): Refused | null {
    if (code === '') return { refused: 'nobody_waiting' }
    const ticket = [...this.hall.line, ...this.hall.held, ...this.hall.missed].find((one) => one.code === code)
    if (!ticket) return { refused: 'wrong_state', ticket: this.everyone().find((one) => one.code === code) }
    for (const list of ['line', 'held', 'missed'] as const) this.hall[list] = this.hall[list].filter((one) => one !== ticket)
    counter.in_hand = this.in_state({ ...ticket, calls: 1, waited_ms: undefined }, 'called', counter.number)
    return null
  }

  private finish(counter: Counter, order: Order): void {
    const hand = counter.in_hand!
    const visit_ms = (hand.in_state_ms ?? 0) + this.now() - (this.told.get(hand) ?? sample_now_ms)
    this.visits = [{ code: hand.code, matter: hand.matter, state: 'done', outcome: order.outcome ?? 'done', note: order.note ?? '', counter: counter.number, staff: counter.holder,
                     ended_ms: this.now(), visit_ms, waited_ms: 9 * 60_000 }, ...this.visits]
    const { today } = this.hall
    today.done += 1
    today.done_by = { ...today.done_by, [counter.holder_account]: (today.done_by?.[counter.holder_account] ?? 0) + 1 }
    counter.in_hand = null
  }
}
