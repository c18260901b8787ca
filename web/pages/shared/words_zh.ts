// SPDX-License-Identifier: Apache-2.0
// The pages' words in one language: their own, and those of the hall's acts, accounts and devices.
export const parts = import.meta.glob<Record<string, string>>(
  [
    '../../../assets/text/zh-CN/acts.json', '../../../assets/text/zh-CN/staff.json', '../../../assets/text/zh-CN/devices.json', '../../../assets/text/zh-CN/sync.json',
    '../../../assets/text/zh-CN/console*.json', '!**/console_command.json',
  ],
  { eager: true, import: 'default' },
)
