// SPDX-License-Identifier: Apache-2.0
import { clock_time, date_key } from '@shared/moments'

/**
 * The moment at which the hall's clock shows this local time ("2026-11-23T17:30", what a datetime-local field gives);
 * null for what is no such time. The PC's own zone plays no part.
 */
export function moment_of(local: string, zone: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local)
  if (!parts) return null
  const wanted = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), Number(parts[4]), Number(parts[5]))
  if (Number.isNaN(wanted)) return null
  let moment = wanted
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  for (let round = 0; round < 2; round++) moment += wanted - Date.parse(`${local_of(moment, zone)}:00Z`)
  return moment
}

/** The other way: "2026-11-23T17:30". */
export function local_of(moment_ms: number, zone: string): string {
  return `${date_key(moment_ms, zone)}T${clock_time(moment_ms, zone)}`
}
