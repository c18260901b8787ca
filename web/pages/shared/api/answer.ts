// SPDX-License-Identifier: Apache-2.0
import type { Problem, ProblemName, Refused } from './types'

/**
 * What came of asking the box. Nothing of it is thrown.
 *  ok       it answered;
 *  refused  a rule of the hall is in the way (409): words refusal.<name>;
 *  problem  the box will not or cannot: words problem.<name>;
 *  lost     no answer came, so that nobody knows whether it was done;
 *  offline  the link was known to be lost, so that nothing was sent.
 */
export type Answer<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'refused'; refused: Refused }
  | { kind: 'problem'; status: number; problem: Problem }
  | { kind: 'lost' }
  | { kind: 'offline' }

export type NotOk = Exclude<Answer<never>, { kind: 'ok' }>

export function isProblem<T>(answer: Answer<T>, name: ProblemName): boolean {
  return answer.kind === 'problem' && answer.problem.problem === name
}
