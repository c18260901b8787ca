// SPDX-License-Identifier: Apache-2.0
import type { Answer } from './api/answer'
import type { Live } from './live'

const ask_again_for_ms = 120_000
const pause_ms = 700

export interface Actor {
  /** For what carries a request id: where the answer is lost the same is asked again after the link is back. */
  sure: <T>(ask: () => Promise<Answer<T>>) => Promise<Answer<T>>
  /** For what does not: asked once. */
  once: <T>(ask: () => Promise<Answer<T>>) => Promise<Answer<T>>
}

/** Acts go out only while the link is there; none waits for it to come back. */
export function createActor(live: Pick<Live, 'linked' | 'linked_within'>, steady_ms: () => number): Actor {
  return {
    async once(ask) {
      return live.linked.value ? ask() : { kind: 'offline' }
    },
    async sure(ask) {
      if (!live.linked.value) return { kind: 'offline' }
      const until = steady_ms() + ask_again_for_ms
      let answer = await ask()
      while (answer.kind === 'lost' && steady_ms() < until) {
        await new Promise((resolve) => setTimeout(resolve, pause_ms))
        if (!(await live.linked_within(Math.max(0, until - steady_ms())))) break
        answer = await ask()
      }
      return answer
    },
  }
}
