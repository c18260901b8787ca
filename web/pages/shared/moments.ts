// SPDX-License-Identifier: Apache-2.0
// How lengths and moments are written. Moments are the box's, in the hall's time zone.

const minute_ms = 60_000

export function whole_minutes(length_ms: number): number {
  return Math.max(0, Math.floor(length_ms / minute_ms))
}

/** "04:12"; past an hour "1:04:12". */
export function stopwatch(length_ms: number): string {
  const seconds = Math.max(0, Math.floor(length_ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds < 3600 ? clock : `${Math.floor(seconds / 3600)}:${clock}`
}

/** "0:38" for lengths that are told in a sentence. */
export function short_length(length_ms: number): string {
  const seconds = Math.max(0, Math.floor(length_ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${language} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(language, { ...options, timeZone: zone || 'Asia/Shanghai' })))
  return made
}

/** "09:41" */
export function clock_time(moment_ms: number, zone: string): string {
  return format(zone, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment_ms)
}

/** "09:41:20" */
export function clock_seconds(moment_ms: number, zone: string): string {
  return format(zone, 'en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(moment_ms)
}

/** "11月23日 星期一", "Monday, November 23" */
export function day(moment_ms: number, zone: string, language: string): string {
  return format(zone, language, { month: 'long', day: 'numeric', weekday: 'long' }).format(moment_ms)
}

/** "2026-11-23" in the hall's zone. */
export function date_key(moment_ms: number, zone: string): string {
  // Part by part: how a language writes a date has changed between browsers (en-CA in ICU 72).
  const parts = format(zone, 'en-US', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(moment_ms)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)!.value
  return `${part('year')}-${part('month')}-${part('day')}`
}
