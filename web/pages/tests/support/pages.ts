// SPDX-License-Identifier: Apache-2.0
// What a test needs to have a screen before it: real words, the sample hall, and answers of the test's own.
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Component } from 'vue'
import { services_key, createServices, type Services } from '../../console/services'
import type { EventStream } from '../../shared/live'
import type { Language } from '../../shared/text'
import type { DistrictLink, Hall, Session } from '../../shared/api/types'
import { sample_content } from './sample_content'
import { sample_hall } from './sample_hall'

export class HandFedStream implements EventStream {
  closed = false
  private listeners = new Map<string, ((event: { data?: unknown }) => void)[]>()
  addEventListener(type: string, listener: (event: { data?: unknown }) => void) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener])
  }
  close() {
    this.closed = true
  }
  send(type: string, data: unknown) {
    this.listeners.get(type)?.forEach((listener) => listener({ data: JSON.stringify(data) }))
  }
}

export const sample_session: Session = {
  account: 'yangli', name: '样例丽', role: 'clerk', csrf: 'token', locked: false, must_change_password: false, counters: [3], counters_refused: [], idle_ms_max: 600_000,
  settings: { language: 'zh-CN', single_keys: true, larger_text: false },
}

export const sample_district: DistrictLink = { state: 'none', hall: '', address: '', fingerprint: '', unsent: 0, oldest_unsent_ms: null, contact_ms: null, trouble: 'none', agent_runs: false }

export interface Asked {
  method: string
  path: string
  body: Record<string, unknown>
}
export type Answerer = (asked: Asked) => { status: number; json?: unknown } | 'lost' | undefined

export interface Office {
  services: Services
  stream: () => HandFedStream
  streams: HandFedStream[]
  asked: Asked[]
  /** Milliseconds of the page's steady clock; a test moves it. */
  clock: { ms: number }
  show: (screen: Component) => Promise<VueWrapper>
}

/** A console that is signed in and has heard the hall once, where the test does not say otherwise. */
export async function open_office(answer: Answerer = () => undefined, wish: { language?: Language; hall?: Hall; session?: Session; sign_in?: 'yes' | 'no' } = {}): Promise<Office> {
  const asked: Asked[] = []
  const streams: HandFedStream[] = []
  const clock = { ms: 1_000 }
  const session = wish.session ?? sample_session
  const usual: Answerer = ({ method, path }) => {
    if (path === '/api/content') return { status: 200, json: sample_content }
    if (path === '/api/session' && method === 'GET') return { status: 200, json: session }
    if (path.startsWith('/api/history')) return { status: 200, json: { visits: [] } }
    if (path === '/api/district') return { status: 200, json: sample_district }
    if (path === '/api/session/stay') return { status: 204 }
    return undefined
  }
  const services = createServices({
    fetch: async (input, init) => {
      const one: Asked = { method: init?.method ?? 'GET', path: String(input), body: init?.body ? JSON.parse(String(init.body)) : {} }
      asked.push(one)
      const found = answer(one) ?? usual(one)
      if (!found) throw new Error(`the test has no answer to ${one.method} ${one.path}`)
      if (found === 'lost') throw new TypeError('network')
      return new Response(found.status === 204 ? null : JSON.stringify(found.json), { status: found.status })
    },
    open_stream: () => {
      const made = new HandFedStream()
      streams.push(made)
      return made
    },
    steady_ms: () => clock.ms,
    base: '',
  })
  await services.text.choose(wish.language ?? 'zh-CN')
  if (wish.sign_in !== 'no') {
    services.session.adopt({ ...session, settings: { ...session.settings, language: wish.language ?? 'zh-CN' } })
    await flushPromises()
    streams[0]?.send('hall', wish.hall ?? sample_hall())
    await flushPromises()
  }
  return {
    services, streams, asked, clock,
    stream: () => streams[streams.length - 1]!,
    async show(screen) {
      const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] })
      const wrapper = mount(screen, { attachTo: document.body, global: { plugins: [services.text.i18n, router], provide: { [services_key as symbol]: services } } })
      await flushPromises()
      return wrapper
    },
  }
}
