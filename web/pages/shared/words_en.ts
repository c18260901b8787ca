// SPDX-License-Identifier: Apache-2.0
// The pages' words in one language: their own, and those of the hall's acts, accounts and devices.
export const parts = import.meta.glob<Record<string, string>>(
  [
    '../../../assets/text/en/acts.json', '../../../assets/text/en/staff.json', '../../../assets/text/en/devices.json', '../../../assets/text/en/sync.json',
    '../../../assets/text/en/console*.json', '!**/console_command.json',
  ],
  { eager: true, import: 'default' },
)
