// SPDX-License-Identifier: Apache-2.0
import { computed, inject, ref, watch, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { createActor, type Actor } from '@shared/act'
import { calls, type Calls } from '@shared/api/calls'
import { Client } from '@shared/api/client'
import type { Content, OwnSettings } from '@shared/api/types'
import { hall_content } from '@shared/hall_content'
import { createIdle, type Idle } from '@shared/idle'
import { createLive, type EventStream, type Live } from '@shared/live'
import { createSession, type SessionStore } from '@shared/session'
import { createText, wanted_language, type Language, type Text } from '@shared/text'

/** What every screen of the console may use. main.ts makes it once; a screen takes it with use_services(). */
export interface Services {
  calls: Calls
  act: Actor
  live: Live
  session: SessionStore
  idle: Idle
  text: Text
  content: Ref<Content | null>
  /** Look-ups in content. */
  lookup: ComputedRef<ReturnType<typeof hall_content>>
  settings: ComputedRef<OwnSettings>
  /** How many dialogs lie over the page: then its single keys are off. */
  covers: Ref<number>
}

export interface Outside {
  fetch: typeof fetch
  open_stream: (path: string) => EventStream
  steady_ms: () => number
  base: string
}

const service_key: InjectionKey<Services> = Symbol('services')
export const services_key = service_key
const own_settings_default: OwnSettings = { language: '', single_keys: true, larger_text: false }

export function createServices(outside: Outside): Services {
  const client = new Client(outside.fetch, outside.base)
  const ask = calls(client)
  const session = createSession(client, ask)
  const text = createText()
  const content = ref<Content | null>(null)
  const live = createLive({
    open: () => outside.open_stream('/api/events'),
    probe: session.look,
    read_hall: async () => {
      const answer = await ask.hall()
      return answer.kind === 'ok' ? answer.value : null
    },
    on_session: (state) => (state === 'locked' ? session.lock() : session.end()),
    steady_ms: outside.steady_ms,
  })
  const idle = createIdle({
    idle_ms_max: () => session.me.value?.idle_ms_max ?? 600_000,
    stay: () => void ask.stay(),
    // Another page of this person may have been busy meanwhile: the box knows.
    on_end: () => {
      session.lock()
      void session.look()
    },
    steady_ms: outside.steady_ms,
  })
  const settings = computed(() => session.me.value?.settings ?? own_settings_default)

  async function read_content() {
    const answer = await ask.content()
    if (answer.kind === 'ok') content.value = answer.value
  }

  watch(session.standing, (standing) => {
    if (standing === 'in') {
      live.start()
      idle.start()
      if (content.value === null) void read_content()
    } else {
      live.stop()
      idle.stop()
    }
  })
  watch(() => live.hall.value?.content_version, (version) => {
    if (version !== undefined && version !== content.value?.content_version) void read_content()
  })
  watch([() => session.me.value?.account, () => settings.value.language], () => {
    const own = session.me.value ? settings.value.language : stored_language()
    void text.choose(wanted_language(own, navigator.languages))
  })

  return {
    calls: ask, act: createActor(live, outside.steady_ms), live, session, idle, text, content, settings, covers: ref(0),
    lookup: computed(() => hall_content(content.value)),
  }
}

export function use_services(): Services {
  const services = inject(service_key)
  if (!services) throw new Error('a screen stands outside of the console')
  return services
}

const language_name = 'linli.language'

/** The language that was chosen on this PC before sign-in. */
export function stored_language(): '' | Language {
  const kept = localStorage.getItem(language_name)
  return kept === 'zh-CN' || kept === 'en' ? kept : ''
}

export function store_language(language: Language): void {
  localStorage.setItem(language_name, language)
}
