// SPDX-License-Identifier: Apache-2.0
import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import type { Place } from './places'

declare module 'vue-router' {
  interface RouteMeta {
    place?: Place['name']
  }
}

/** Every page of the console: a page more is one row here and, if it has a place in the rail, one in places.ts. */
const pages: RouteRecordRaw[] = [
  { path: '/desk', meta: { place: 'desk' }, component: () => import('./screens/CallDesk.vue') },
  { path: '/hall', meta: { place: 'hall' }, component: () => import('./screens/Hall.vue') },
  { path: '/today', meta: { place: 'today' }, component: () => import('./screens/Today.vue') },
  { path: '/staff', meta: { place: 'staff' }, component: () => import('./screens/Staff.vue') },
  { path: '/settings', meta: { place: 'settings' }, component: () => import('./screens/Settings.vue') },
  { path: '/journal', meta: { place: 'journal' }, component: () => import('./screens/Journal.vue') },
  // The frame leads from / to one's first place, and says of anything else that there is no such page.
  { path: '/:rest(.*)*', component: { render: () => null } },
]

export function createPages(): Router {
  return createRouter({ history: createWebHashHistory(), routes: pages })
}
