// SPDX-License-Identifier: Apache-2.0
import { use_services } from '../services'
import { clock_seconds, clock_time, date_key, day } from '@shared/moments'
import { useText } from '@shared/text'

/** Moments as the screens write them, in the hall's own time zone. */
export function use_times() {
  const { content, live } = use_services()
  const { t, language } = useText()
  const zone = () => content.value?.time_zone ?? ''
  const clock = (ms: number) => clock_time(ms, zone())
  const date = (ms: number) => date_key(ms, zone())
  const short = (ms: number) =>
    new Intl.DateTimeFormat(language.value, { month: 'short', day: 'numeric', timeZone: zone() || 'Asia/Shanghai' }).format(ms)
  /** "09:41" today, "11月23日 09:41" before or after. Today is the box's. */
  const moment = (ms: number) => (date(ms) === date(live.now_ms.value || ms) ? clock(ms) : t('console.hall.date_time', { date: short(ms), time: clock(ms) }))
  return { clock, date, moment, short, seconds: (ms: number) => clock_seconds(ms, zone()), day: (ms: number) => day(ms, zone(), language.value), zone }
}
