// SPDX-License-Identifier: Apache-2.0
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Answer } from './api/answer'
import type { Calls } from './api/calls'
import type { Client } from './api/client'
import type { Role, Session } from './api/types'

/**
 * asking  the box has not said yet        out             nobody is signed in
 * in      signed in                       first_password  signed in, and a new password is due before anything else
 * locked  kept for the same person, who must give the password again
 */
export type Standing = 'asking' | 'out' | 'first_password' | 'in' | 'locked'

export interface SessionStore {
  standing: Ref<Standing>
  me: Ref<Session | null>
  /** Why the sign-in page is there: the person left, or the session ended by itself. */
  left: Ref<'' | 'signed_out' | 'ended'>
  /** The box gives no answer; it is asked again by itself. */
  unreachable: Ref<boolean>
  role: ComputedRef<Role>
  begin: () => Promise<void>
  adopt: (session: Session) => void
  lock: () => void
  end: () => void
  sign_out: () => Promise<Answer<void>>
  /** Still the same session? The token is taken anew where it is. */
  look: () => Promise<'signed_in' | 'locked' | 'ended' | 'lost'>
}

const ask_again_ms = 3_000

/** Who is signed in here. Sign-in, unlock and the password pages hand the session that they got to adopt(). */
export function createSession(client: Client, calls: Calls): SessionStore {
  const standing = ref<Standing>('asking')
  const me = ref<Session | null>(null)
  const left = ref<'' | 'signed_out' | 'ended'>('')
  const unreachable = ref(false)

  function adopt(session: Session) {
    me.value = session
    client.csrf = session.csrf
    left.value = ''
    standing.value = session.locked ? 'locked' : session.must_change_password ? 'first_password' : 'in'
  }

  function end() {
    client.csrf = ''
    if (standing.value !== 'out' && standing.value !== 'asking') left.value = 'ended'
    standing.value = 'out'
  }

  function lock() {
    if (standing.value === 'in') standing.value = 'locked'
  }

  async function look() {
    const answer = await calls.session()
    if (answer.kind === 'ok') {
      const other = me.value !== null && me.value.account !== answer.value.account
      if (other) {
        end()
        return 'ended'
      }
      adopt(answer.value)
      return answer.value.locked ? 'locked' : 'signed_in'
    }
    if (answer.kind === 'problem' && answer.status === 401) return 'ended'
    return 'lost'
  }

  async function begin() {
    const answer = await calls.session()
    unreachable.value = answer.kind === 'lost'
    if (answer.kind === 'ok') adopt(answer.value)
    else if (answer.kind === 'problem') standing.value = 'out'
    else setTimeout(() => void begin(), ask_again_ms)
  }

  client.on_gate = (name) => {
    if (name === 'locked') lock()
    else if (name === 'not_signed_in') end()
    else if (standing.value === 'in') standing.value = 'first_password'
  }
  client.renew_csrf = async () => (await look()) === 'signed_in'

  return {
    standing, me, left, unreachable, begin, adopt, lock, end, look,
    role: computed(() => me.value?.role ?? 'none'),
    async sign_out() {
      const answer = await calls.sign_out()
      if (answer.kind === 'ok') {
        client.csrf = ''
        me.value = null
        left.value = 'signed_out'
        standing.value = 'out'
      }
      return answer
    },
  }
}
