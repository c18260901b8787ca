// SPDX-License-Identifier: Apache-2.0
import { ref } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createActor } from '../../shared/act'
import type { Answer } from '../../shared/api/answer'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function set_up(there = true) {
  const linked = ref(there)
  let back: (there: boolean) => void = () => {}
  const actor = createActor({ linked: linked as never, linked_within: () => (linked.value ? Promise.resolve(true) : new Promise((resolve) => (back = resolve))) }, () => performance.now())
  return { actor, linked, come_back: () => ((linked.value = true), back(true)), give_up: () => back(false) }
}
const lost: Answer<string> = { kind: 'lost' }
const ok: Answer<string> = { kind: 'ok', value: 'done' }

it('sends nothing while the link is lost, and nothing later either', async () => {
  const { actor, come_back } = set_up(false)
  const ask = vi.fn(async () => ok)
  expect(await actor.sure(ask)).toEqual({ kind: 'offline' })
  expect(await actor.once(ask)).toEqual({ kind: 'offline' })
  come_back()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ask).not.toHaveBeenCalled()
})

it('asks the same again after the link is back where the answer was lost', async () => {
  const { actor, linked, come_back } = set_up()
  const answers = [lost, ok]
  const ask = vi.fn(async () => {
    const answer = answers.shift()!
    if (answer.kind === 'lost') linked.value = false
    return answer
  })
  const done = actor.sure(ask)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(ask).toHaveBeenCalledTimes(1)
  come_back()
  expect(await done).toEqual(ok)
  expect(ask).toHaveBeenCalledTimes(2)
})

it('gives up after two minutes and says that nobody knows', async () => {
  const { actor } = set_up()
  const ask = vi.fn(async () => lost)
  const done = actor.sure(ask)
  await vi.advanceTimersByTimeAsync(125_000)
  expect(await done).toEqual(lost)
})
