// SPDX-License-Identifier: Apache-2.0
import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import type { Place } from './places'

declare module 'vue-router' {
  interface RouteMeta {
    place: Place['name']
  }
}

/** Every page of the console: a page more is one row here and, if it has a place in the rail, one in places.ts. */
const pages: RouteRecordRaw[] = [
  { path: '/desk', meta: { place: 'desk' }, component: () => import('./screens/CallDesk.vue') },
]

export function createPages(): Router {
  return createRouter({ history: createWebHashHistory(), routes: pages })
}
