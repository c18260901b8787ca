// SPDX-License-Identifier: Apache-2.0
import type { NotOk } from './api/answer'
import { short_length } from './moments'

interface Speaks {
  t: (key: string, values?: Record<string, unknown>) => string
  has: (key: string) => boolean
}

/** What a screen says where an answer was not "ok": the words, and amber for a rule of the hall or red for a failure. */
export interface Said {
  tone: 'amber' | 'red'
  words: string
}

/**
 * Refusals and problems have their words in the catalogue; console.refusal.<name> says it for a page where refusal.<name>
 * speaks of the command line, console.desk.refusal.<name> where the call desk itself was refused. `now_ms` is the box's clock, for how long an account is still locked.
 */
export function answer_words(answer: NotOk, text: Speaks, now_ms = 0, where: 'desk' | 'elsewhere' = 'elsewhere'): Said {
  if (answer.kind === 'offline') return { tone: 'red', words: text.t('console.answer.offline') }
  if (answer.kind === 'lost') return { tone: 'red', words: text.t('console.answer.lost') }
  if (answer.kind === 'refused') {
    const { refused, ticket, holder, in_hand } = answer.refused
    const values = { code: ticket?.code ?? in_hand ?? '', state: ticket ? text.t(`state.${ticket.state}`) : '', holder: holder ?? '' }
    if (refused === 'in_hand_changed' && !in_hand) return { tone: 'amber', words: text.t('console.refusal.in_hand_gone') }
    const at_desk = `console.desk.refusal.${refused}`
    if (where === 'desk' && text.has(at_desk)) return { tone: 'amber', words: text.t(at_desk, values) }
    const own = `console.refusal.${refused}`
    const common = `refusal.${refused}`
    const key = text.has(own) ? own : text.has(common) ? common : 'console.answer.refused'
    return { tone: 'amber', words: text.t(key, values) }
  }
  const { problem, tries_left, locked_until_ms } = answer.problem
  const key = text.has(`problem.${problem}`) ? `problem.${problem}` : 'problem.internal'
  const left = locked_until_ms && now_ms ? short_length(Math.max(0, locked_until_ms - now_ms)) : ''
  return { tone: problem === 'busy' ? 'amber' : 'red', words: text.t(key, { n: tries_left ?? 0, left }) }
}
