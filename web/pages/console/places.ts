// SPDX-License-Identifier: Apache-2.0
import { Bell, DataAnalysis, Notebook, OfficeBuilding, Setting, User } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Role } from '@shared/api/types'

export interface Place {
  name: 'desk' | 'hall' | 'today' | 'staff' | 'settings' | 'journal'
  icon: Component
  roles: Role[]
}

/** The places of the rail in their order, Alt 1–6, and who may go there. Their words: console.place.<name>. */
export const places: Place[] = [
  { name: 'desk', icon: Bell, roles: ['clerk', 'supervisor'] },
  { name: 'hall', icon: OfficeBuilding, roles: ['clerk', 'supervisor'] },
  { name: 'today', icon: DataAnalysis, roles: ['clerk', 'supervisor'] },
  { name: 'staff', icon: User, roles: ['supervisor', 'system', 'security'] },
  { name: 'settings', icon: Setting, roles: ['system'] },
  { name: 'journal', icon: Notebook, roles: ['audit'] },
]

export function places_of(role: Role): Place[] {
  return places.filter((place) => place.roles.includes(role))
}
