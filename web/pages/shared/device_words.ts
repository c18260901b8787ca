// SPDX-License-Identifier: Apache-2.0
import type { DeviceState } from './api/types'

interface Speaks {
  t: (key: string, values?: Record<string, unknown>) => string
  has: (key: string) => boolean
}

/** How a device is, in words; a code that the catalogue does not know is told as it is. */
export function device_words(device: DeviceState, text: Speaks): string {
  const key = `device.${device.device}.${device.detail}`
  return text.has(key) ? text.t(key) : text.t('device.other', { detail: device.detail })
}

/** What to do about it; empty where nothing need be done. */
export function device_mend(device: DeviceState, text: Speaks): string {
  if (device.health === 'good') return ''
  const key = `console.device.${device.device}.${device.detail}.mend`
  const common = `device.${device.device}.${device.detail}.mend`
  return text.has(key) ? text.t(key) : text.has(common) ? text.t(common) : ''
}

const order = { bad: 0, warning: 1, good: 2, absent: 3 }

/** Worst first; what is not there at all is left out. */
export function worst_first(devices: DeviceState[]): DeviceState[] {
  return devices.filter((one) => one.health !== 'absent').sort((a, b) => order[a.health] - order[b.health])
}
