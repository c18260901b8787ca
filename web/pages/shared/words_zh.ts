// SPDX-License-Identifier: Apache-2.0
export const parts = import.meta.glob<Record<string, string>>(
  ['../../../assets/text/zh-CN/acts.json', '../../../assets/text/zh-CN/devices.json', '../../../assets/text/zh-CN/console*.json'],
  { eager: true, import: 'default' },
)
