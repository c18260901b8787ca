// SPDX-License-Identifier: Apache-2.0
import { ref } from 'vue'
import type { Answer } from '@shared/api/answer'
import { answer_words, type Said } from '@shared/answer_words'
import { useText } from '@shared/text'
import { use_services } from '../services'

/** once: asked once. sure: carries a request id, and is asked again where the answer is lost. read: changes nothing. */
type How = 'once' | 'sure' | 'read'

/** One thing at a time is asked of the box: `at` names the button that waits, said_at() what to say beside which. */
export function use_task() {
  const { act, live } = use_services()
  const { t, has } = useText()
  const at = ref('')
  const failed = ref<{ at: string; said: Said } | null>(null)

  /** The answer's value in a box of its own, because a value may be nothing; null where it did not come about. */
  async function run<T>(name: string, how: How, ask: () => Promise<Answer<T>>): Promise<{ value: T } | null> {
    if (at.value !== '') return null
    at.value = name
    failed.value = null
    const answer = await (how === 'read' ? ask() : act[how](ask))
    at.value = ''
    if (answer.kind === 'ok') return { value: answer.value }
    failed.value = { at: name, said: answer_words(answer, { t, has }, live.now_ms.value) }
    return null
  }

  /** What went wrong with this one, or with any. */
  const said_at = (name?: string): Said | null => (failed.value && (name === undefined || failed.value.at === name) ? failed.value.said : null)
  const forget = () => (failed.value = null)
  return { at, run, said_at, forget }
}
