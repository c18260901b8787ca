// SPDX-License-Identifier: Apache-2.0
import { whole_minutes } from '@shared/moments'

type T = (key: string, values?: Record<string, unknown>) => string

/** A length in words: "under a minute", whole minutes below an hour, then hours and minutes. */
export function length_words(t: T, ms: number): string {
  const minutes = whole_minutes(ms)
  if (minutes < 1) return t('console.hall.below_minute')
  if (minutes < 60) return t('console.hall.minutes', { minutes })
  return t('console.hall.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
