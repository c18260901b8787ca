// SPDX-License-Identifier: Apache-2.0
import type { Answer } from './answer'
import type { Problem, ProblemName, Refused } from './types'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface AskOptions {
  body?: unknown
  /** After this long without a whole answer it counts as lost. */
  timeout_ms?: number
}

export const timeout_ms_default = 10_000

/** The names of 401 and 403 that change what the whole page may show. */
const gates = new Set<ProblemName>(['not_signed_in', 'locked', 'must_change_password'])

/**
 * Asks the box and answers with a typed result, never with an exception. The session gives it the CSRF token and hears
 * when the box says that nobody is signed in any more, that the session is locked, or that a new password is due.
 */
export class Client {
  csrf = ''
  /** Called for not_signed_in, locked and must_change_password, whoever asked. */
  on_gate: (name: ProblemName) => void = () => {}
  /** Called when the token is not the box's any more; true where there is a new one and it is worth asking again. */
  renew_csrf: () => Promise<boolean> = async () => false

  private readonly fetch_: typeof fetch
  private readonly base: string

  constructor(ask: typeof fetch = (input, init) => fetch(input, init), base = '') {
    this.fetch_ = ask
    this.base = base
  }

  async ask<T>(method: Method, path: string, options: AskOptions = {}): Promise<Answer<T>> {
    const answer = await this.ask_once<T>(method, path, options)
    if (answer.kind !== 'problem') return answer
    const name = answer.problem.problem
    if (name === 'csrf' && (await this.renew_csrf())) return this.ask_once<T>(method, path, options)
    if (gates.has(name)) this.on_gate(name)
    return answer
  }

  private async ask_once<T>(method: Method, path: string, options: AskOptions): Promise<Answer<T>> {
    const headers: Record<string, string> = { Accept: 'application/json' }
    if (method !== 'GET' && this.csrf !== '') headers['X-Linli-Csrf'] = this.csrf
    if (options.body !== undefined) headers['Content-Type'] = 'application/json'
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), options.timeout_ms ?? timeout_ms_default)
    try {
      const response = await this.fetch_(this.base + path, {
        method,
        headers,
        body: options.body === undefined ? undefined : JSON.stringify(options.body),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: stop.signal,
      })
      const text = await response.text()
      return read<T>(response.status, text)
    } catch {
      return { kind: 'lost' }
    } finally {
      clearTimeout(timer)
    }
  }
}

function read<T>(status: number, text: string): Answer<T> {
  if (status === 204) return { kind: 'ok', value: undefined as T }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'lost' } // not the box's own answer: something between us and it
  }
  if (status >= 200 && status < 300) return { kind: 'ok', value: json as T }
  if (typeof json !== 'object' || json === null) return { kind: 'lost' }
  if (status === 409 && 'refused' in json) return { kind: 'refused', refused: json as Refused }
  if ('problem' in json) return { kind: 'problem', status, problem: json as Problem }
  return { kind: 'lost' }
}
