// SPDX-License-Identifier: Apache-2.0

interface Speaks {
  t: (key: string) => string
  has: (key: string) => boolean
}

/** How a visit ended, as the desk's buttons say it; for a number that left without a visit, why. */
export function outcome_words(name: string, { t, has }: Speaks): string {
  if (has(`console.outcome.${name}`)) return t(`console.outcome.${name}`)
  return has(`outcome.${name}`) ? t(`outcome.${name}`) : name
}
