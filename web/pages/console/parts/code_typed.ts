// SPDX-License-Identifier: Apache-2.0
// A number as people type it: "a18", "Ａ 018", "A-018".

/** As the service takes it ("A018"); null for what cannot be a number. Digits stay as typed beyond three. */
export function code_typed(typed: string): string | null {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\-_.]/g, '')
  const parts = /^([A-Z])([0-9]{1,6})$/.exec(plain)
  if (!parts) return null
  return `${parts[1]}${(parts[2] ?? '').padStart(3, '0')}`
}
