// SPDX-License-Identifier: Apache-2.0
import { computed, inject, provide, reactive, ref, watch, type InjectionKey } from 'vue'
import { answer_words, type Said } from '@shared/answer_words'
import { new_request_id } from '@shared/api/request_id'
import type { Answer } from '@shared/api/answer'
import type { Counter, Order, OrderDone, OrderName, Outcome, Ticket, Visit } from '@shared/api/types'
import { useText } from '@shared/text'
import { use_services, type Services } from '../../services'

/** After an act nothing is heard for this long, so that a held key or a double press never calls two. */
export const deaf_ms = 600
export const note_length_max = 500
export const outcomes: Outcome[] = ['done', 'accepted', 'material_missing', 'passed_on', 'not_ours']

/** What the clerk has ticked and written about one number; of this page alone until the number is finished. */
interface Draft {
  note: string
  brought: string[]
}

function make_desk(services: Services, text: ReturnType<typeof useText>, steady_ms: () => number) {
  const { act, calls, content, live, lookup, session } = services
  const chosen = ref<number | null>(null)
  const drafts = reactive(new Map<string, Draft>())
  const under_way = reactive(new Map<number, OrderName>())
  const said = reactive(new Map<number, Said>())
  const announced = ref('')
  const visits = ref<Visit[]>([])
  /** Counts acts that were done, so that the screen moves the focus on. */
  const acts_done = ref(0)
  let deaf_until = 0

  const counters = computed<Counter[]>(() => live.hall.value?.counters ?? [])
  const held = computed(() => counters.value.filter((one) => one.open && one.holder_account === session.me.value?.account))
  const counter = computed(() => held.value.find((one) => one.number === chosen.value) ?? held.value[0] ?? null)
  const hand = computed<Ticket | null>(() => counter.value?.in_hand ?? null)
  const next = computed(() => live.hall.value?.line.find((one) => one.code === counter.value?.next) ?? null)
  const busy = computed(() => counter.value !== null && under_way.has(counter.value.number))
  const may_act = computed(() => live.linked.value && !busy.value)
  const undo = computed(() => {
    const found = live.hall.value?.undo.find((one) => one.counter === counter.value?.number)
    return found && found.until_ms > live.now_ms.value ? { ...found, left_ms: found.until_ms - live.now_ms.value } : null
  })
  const draft = computed<Draft>(() => (hand.value ? draft_of(hand.value.code) : { note: '', brought: [] }))

  function draft_of(code: string): Draft {
    let found = drafts.get(code)
    if (!found) drafts.set(code, (found = reactive({ note: '', brought: [] })))
    return found
  }

  const matter_name = (ticket: Pick<Ticket, 'matter'>) => text.words(lookup.value.matter(ticket.matter)?.name) || ticket.matter
  const takes = (ticket: Ticket) => counter.value !== null && lookup.value.takes(counter.value.number, ticket.matter)

  function say(number: number, words: Said | null) {
    if (words) said.set(number, words)
    else said.delete(number)
  }

  function tell(name: OrderName, done: OrderDone) {
    const words: string[] = []
    if (done.ended) words.push(text.t(`console.desk.undo.${name === 'finish_next' ? 'finish' : name}`, { code: done.ended.code }))
    if (name === 'undo') words.push(text.t('console.desk.undone'))
    if (done.in_hand?.state === 'called') words.push(text.t('console.desk.called_now', { code: done.in_hand.code, matter: matter_name(done.in_hand), n: counter.value?.number ?? 0 }))
    if (done.nobody_waits) words.push(text.t('console.desk.nobody'))
    announced.value = words.join(' ')
  }

  /** One act at the counter that is chosen. Nothing happens while another is under way or within 600 ms after one. */
  async function order(name: OrderName, more: Partial<Order> = {}, after: 'deaf' | 'at_once' = 'deaf'): Promise<Answer<OrderDone> | null> {
    const at = counter.value
    if (!at || under_way.has(at.number) || (after === 'deaf' && steady_ms() < deaf_until)) return null
    say(at.number, null)
    under_way.set(at.number, name)
    const mark = live.hall.value?.mark
    const wish: Order = { request_id: new_request_id(), order: name, in_hand: hand.value?.code ?? '', ...more }
    const answer = await act.sure(() => calls.order(at.number, wish))
    under_way.delete(at.number)
    deaf_until = steady_ms() + deaf_ms
    if (answer.kind === 'ok') {
      if (live.hall.value?.mark === mark) live.put_in_hand(at.number, answer.value.in_hand)
      if (answer.value.ended && (name === 'finish' || name === 'finish_next')) drafts.delete(answer.value.ended.code)
      tell(name, answer.value)
      acts_done.value += 1
    } else {
      const words = answer_words(answer, text, live.now_ms.value, 'desk')
      say(at.number, words)
      announced.value = words.words
    }
    return answer
  }

  /** The note as it is kept: what the clerk wrote, or for missing papers those that were not ticked. */
  function note_for(outcome: Outcome): string {
    const written = draft.value.note.trim()
    if (written !== '' || outcome !== 'material_missing' || !hand.value) return written
    const bring = (lookup.value.matter(hand.value.matter)?.bring ?? []).map((one) => text.words(one))
    const missing = bring.filter((one) => !draft.value.brought.includes(one))
    return draft.value.brought.length > 0 && missing.length > 0 ? text.t('console.desk.missing_note', { list: text.list(missing) }).slice(0, note_length_max) : ''
  }

  function finish(outcome: Outcome, then: 'finish' | 'finish_next') {
    const note = note_for(outcome)
    return order(then, note === '' ? { outcome } : { outcome, note })
  }

  /** Space, and the one big button. */
  function primary() {
    if (!counter.value || !live.linked.value) return
    if (hand.value) void finish('done', next.value ? 'finish_next' : 'finish')
    else if (next.value) void order('next')
  }

  async function read_visits() {
    const at = counter.value
    if (!at) return
    const answer = await calls.history(at.number)
    if (answer.kind === 'ok' && counter.value?.number === at.number) visits.value = answer.value.visits
  }
  watch([() => counter.value?.number, () => live.hall.value?.today.done, () => live.hall.value?.missed.length, live.link], () => {
    if (live.linked.value) void read_visits()
  }, { immediate: true })

  return {
    content, live, counters, held, counter, chosen, hand, next, busy, may_act, undo, draft, said, say, announced, visits, acts_done, matter_name, takes, order, finish, note_for, primary,
    call: (code: string) => order('call', { code }),
    /** The one in hand first, then that one. */
    async call_after(first: 'finish' | 'hold', code: string) {
      const ended = first === 'finish' ? await finish('done', 'finish') : await order('hold')
      if (ended?.kind === 'ok') await order('call', { code, in_hand: '' }, 'at_once')
    },
    next_counter() {
      const at = held.value.findIndex((one) => one.number === counter.value?.number)
      chosen.value = held.value[(at + 1) % Math.max(1, held.value.length)]?.number ?? null
    },
  }
}

export type Desk = ReturnType<typeof make_desk>
const desk_key: InjectionKey<Desk> = Symbol('desk')

/** Made by the call desk's screen, used by its parts. */
export function provide_desk(): Desk {
  const desk = make_desk(use_services(), useText(), () => performance.now())
  provide(desk_key, desk)
  return desk
}

export function use_desk(): Desk {
  const desk = inject(desk_key)
  if (!desk) throw new Error('a part of the call desk stands outside of it')
  return desk
}
