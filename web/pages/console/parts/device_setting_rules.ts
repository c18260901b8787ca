// SPDX-License-Identifier: Apache-2.0
// hall/acts/device_settings.md says what may be set; the box decides, the page only says sooner what cannot be right.

export const setting_names = ['printer.address', 'printer.width', 'sound.volume', 'guidance.volume'] as const
export type SettingName = (typeof setting_names)[number]

export const sound_volume_usual = 80

/** One of the forms that an address can have. */
export function address_fits(address: string): boolean {
  const text = address.trim()
  if (text === 'none') return true
  if (/^usb:\/\S+$/.test(text)) return true
  if (/^serial:\/[^\s:]+(?::[0-9]{3,7})?$/.test(text)) return true
  const tcp = /^tcp:(?:\[[0-9a-fA-F:.%]+\]|[^\s:[\]]+):([0-9]{1,5})$/.exec(text)
  return tcp !== null && Number(tcp[1]) >= 1 && Number(tcp[1]) <= 65_535
}

/** A percent that is set, or nothing where it is the default. */
export function percent_of(value: string | undefined): number | null {
  if (value === undefined || !/^[0-9]{1,3}$/.test(value)) return null
  return Math.min(100, Number(value))
}
