// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process'
import { places } from './places'

/** The password of every account of the demo hall. */
export const password = 'quiet-lantern-58'

export interface Answered {
  status: number
  said: string
  complained: string
}

/** Runs linli; its answer is told, whatever it is. */
export function ask_linli(database: string, words: string[]): Promise<Answered> {
  return new Promise((resolve) => {
    execFile(places.linli, ['--database', database, '--json', ...words], { timeout: 60_000, maxBuffer: 64 << 20 }, (fault, said, complained) => {
      resolve({ status: fault === null ? 0 : typeof fault.code === 'number' ? fault.code : -1, said, complained })
    })
  })
}
