// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { clock_seconds, clock_time, date_key, short_length, stopwatch, whole_minutes } from '../../shared/moments'
import { wait_tone } from '../../shared/waits'
import { sample_now_ms } from '../support/sample_hall'

it('writes lengths', () => {
  expect(stopwatch(252_900)).toBe('04:12')
  expect(stopwatch(3_600_000 + 62_000)).toBe('1:01:02')
  expect(stopwatch(-5)).toBe('00:00')
  expect(short_length(38_000)).toBe('0:38')
  expect(whole_minutes(34 * 60_000 + 59_999)).toBe(34)
})

it('writes the box’s moments in the hall’s zone, wherever the PC thinks it is', () => {
  expect(clock_time(sample_now_ms, 'Asia/Shanghai')).toBe('09:41')
  expect(clock_seconds(sample_now_ms, 'Asia/Shanghai')).toBe('09:41:20')
  expect(clock_time(Date.UTC(2026, 10, 22, 16, 5), 'Asia/Shanghai')).toBe('00:05')
  expect(date_key(Date.UTC(2026, 10, 22, 16, 5), 'Asia/Shanghai')).toBe('2026-11-23')
})

it('colours waits by the hall’s own limits', () => {
  expect(wait_tone(14.9 * 60_000, 15, 30)).toBe('green')
  expect(wait_tone(15 * 60_000, 15, 30)).toBe('amber')
  expect(wait_tone(30.1 * 60_000, 15, 30)).toBe('red')
  expect(wait_tone(11 * 60_000, 5, 10)).toBe('red')
})
