// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'

const with_rights = ['unshare', '--time', '--fork', '--kill-child']
const without = ['unshare', '--user', '--map-root-user', '--time', '--fork', '--kill-child']
const works = (words: string[]) => spawnSync(words[0] ?? '', [...words.slice(1), '--boottime', '1', 'true']).status === 0

/** Runs a program whose clock since boot is this much later, in a time namespace; the machine's own clock is left alone. */
export function shifted_clock(by_seconds: number): string[] {
  return [...(works(with_rights) ? with_rights : without), '--boottime', String(by_seconds)]
}

export function may_shift_clocks(): boolean {
  return works(with_rights) || works(without)
}
