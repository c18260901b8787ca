// SPDX-License-Identifier: Apache-2.0
import type { Role, StaffMember } from '@shared/api/types'
import { length_of } from './message_words'

/** Roles as they are offered; none takes every right away. */
export const roles: Role[] = ['clerk', 'supervisor', 'system', 'security', 'audit', 'none']

export function account_fits(account: string): boolean {
  return /^[a-z][a-z0-9_.-]{1,31}$/.test(account)
}

export function name_fits(name: string): boolean {
  const length = length_of(name.trim())
  return length >= 1 && length <= 40
}

export type StaffState = 'off' | 'locked' | 'no_role' | 'first_password' | 'active'

/** The one thing to be said of an account, what hinders most first. `now_ms` is the box's clock. */
export function state_of(member: StaffMember, now_ms: number): StaffState {
  if (!member.active) return 'off'
  if (member.locked_until_ms !== null && member.locked_until_ms > now_ms) return 'locked'
  if (member.role === 'none') return 'no_role'
  return member.must_change_password ? 'first_password' : 'active'
}

export type StaffAct = 'rename' | 'switch' | 'role' | 'reset'

/** Who may do what, as the box has it: system looks after accounts, security after rights and passwords. Nobody gives oneself a role, resets one's own password or switches oneself off. */
export function acts_for(role: Role, member: StaffMember, me: string): StaffAct[] {
  if (role === 'system') return member.account === me ? ['rename'] : ['rename', 'switch']
  if (role === 'security') return member.account === me ? [] : ['role', 'reset']
  return []
}
