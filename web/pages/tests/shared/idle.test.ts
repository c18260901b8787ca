// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { createIdle } from '../../shared/idle'

const minute = 60_000

function set_up() {
  const at = { ms: 0, told: [] as number[], ended: 0 }
  const idle = createIdle({ idle_ms_max: () => 10 * minute, stay: () => at.told.push(at.ms), on_end: () => (at.ended += 1), steady_ms: () => at.ms })
  idle.start()
  const pass = (ms: number, input: 'input' | 'nobody' = 'nobody') => {
    for (const end = at.ms + ms; at.ms < end; ) {
      at.ms += 1_000
      if (input === 'input') idle.seen()
      idle.tick()
    }
  }
  return { at, idle, pass }
}

it('tells the box at most once a minute that somebody is there', () => {
  const { at, pass } = set_up()
  pass(5 * minute, 'input')
  expect(at.told).toEqual([1, 2, 3, 4, 5].map((n) => n * minute))
})

it('tells the last input too, so that both count the same ten minutes', () => {
  const { at, idle, pass } = set_up()
  pass(20_000, 'input')
  pass(5 * minute)
  expect(at.told).toEqual([minute])
  expect(idle.warning_left_ms.value).toBe(null)
})

it('warns one minute before the end, and one touch is enough', () => {
  const { at, idle, pass } = set_up()
  pass(9 * minute - 1_000)
  expect(idle.warning_left_ms.value).toBe(null)
  pass(1_000)
  expect(idle.warning_left_ms.value).toBe(minute)
  pass(30_000)
  idle.seen()
  expect(idle.warning_left_ms.value).toBe(null)
  expect(at.told).toEqual([9.5 * minute])
  pass(9 * minute - 1_000)
  expect(at.ended).toBe(0)
})

it('ends once after ten minutes without anybody', () => {
  const { at, pass } = set_up()
  pass(20 * minute)
  expect(at.ended).toBe(1)
  expect(at.told).toEqual([])
})
