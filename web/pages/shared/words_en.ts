// SPDX-License-Identifier: Apache-2.0
export const parts = import.meta.glob<Record<string, string>>(
  ['../../../assets/text/en/acts.json', '../../../assets/text/en/devices.json', '../../../assets/text/en/console*.json'],
  { eager: true, import: 'default' },
)
