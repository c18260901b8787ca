// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { lacks_counter, lines_now } from '../../../console/parts/line_overview'
import { sample_content } from '../../support/sample_content'
import { sample_hall } from '../../support/sample_hall'

const now = () => lines_now(sample_hall(), sample_content, (ticket) => ticket.waited_ms ?? 0)
const line = (letter: string) => now().find((one) => one.letter === letter)!

it('tells every line of the content in its order, with nobody where nobody waits', () => {
  expect(now().map((one) => one.letter)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'K'])
  const empty = lines_now({ ...sample_hall(), line: [] }, sample_content, () => 0)
  expect(empty.every((one) => one.tickets.length === 0 && one.longest === null)).toBe(true)
})

it('finds who has waited longest, wherever in the order of calling', () => {
  expect(line('B').tickets.map((one) => one.code)).toEqual(['B005', 'B006', 'B007', 'B008'])
  expect(line('B').longest?.code).toBe('B005')
  expect(line('A').longest?.code).toBe('A020')
})

it('knows which counters take a line and which of them are open', () => {
  expect(line('A').counters).toEqual([3, 4])
  expect(line('A').counters_open).toEqual([3, 4])
  expect(line('K').counters).toEqual([5])
  expect(line('K').counters_open).toEqual([])
})

it('says that a line lacks a counter only where somebody waits for it', () => {
  expect(now().filter(lacks_counter).map((one) => one.letter)).toEqual(['K'])
  const nobody = lines_now({ ...sample_hall(), line: [] }, sample_content, () => 0)
  expect(nobody.some(lacks_counter)).toBe(false)
})
