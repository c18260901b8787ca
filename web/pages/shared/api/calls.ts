// SPDX-License-Identifier: Apache-2.0
import type { Answer } from './answer'
import type { Client } from './client'
import type * as api from './types'

type Reply<T> = Promise<Answer<T>>

const part = encodeURIComponent

function query(values: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return pairs.length === 0 ? '' : '?' + pairs.map(([name, value]) => `${name}=${part(String(value))}`).join('&')
}

/** Every call of console/openapi.yaml in its order: one line each, typed by what the contract says. */
export function calls(client: Client) {
  const get = <T>(path: string): Reply<T> => client.ask('GET', path)
  const post = <T>(path: string, body?: unknown, timeout_ms?: number): Reply<T> => client.ask('POST', path, { body, timeout_ms })
  const put = <T>(path: string, body: unknown): Reply<T> => client.ask('PUT', path, { body })
  return {
    front: () => get<api.Front>('/api/front'),

    session: () => get<api.Session>('/api/session'),
    sign_in: (account: string, password: string, counters: number[]) => post<api.Session>('/api/session', { account, password, counters }),
    sign_out: (): Reply<void> => client.ask('DELETE', '/api/session'),
    stay: () => post<void>('/api/session/stay'),
    unlock: (password: string) => post<api.Session>('/api/session/unlock', { password }),
    change_password: (old: string, fresh: string) => put<api.Session>('/api/session/password', { old, new: fresh }),
    save_settings: (settings: api.OwnSettings) => put<api.Session>('/api/session/settings', settings),

    content: () => get<api.Content>('/api/content'),
    hall: () => get<api.Hall>('/api/hall'),
    open_counter: (counter: number, take_over = false) => post<api.Hall>(`/api/counters/${counter}/open`, { take_over }),
    close_counter: (counter: number) => post<api.Hall>(`/api/counters/${counter}/close`),
    order: (counter: number, order: api.Order) => post<api.OrderDone>(`/api/counters/${counter}/orders`, order),
    take_number: (wish: api.TakeNumber) => post<api.TakenNumber>('/api/tickets', wish),
    ticket: (code: string) => get<api.TicketStory>(`/api/tickets/${part(code)}`),
    care_for_ticket: (code: string, care: api.TicketCare) => post<api.TicketStory>(`/api/tickets/${part(code)}/care`, care),
    history: (counter?: number) => get<{ visits: api.Visit[] }>(`/api/history${query({ counter })}`),
    figures: (date?: string) => get<api.Figures>(`/api/figures${query({ date })}`),

    set_issuing: (pause: api.SetPause) => put<api.Hall>('/api/issuing', pause),
    pause_matter: (matter: string, pause: api.SetPause) => put<api.Hall>(`/api/matters/${part(matter)}/pause`, pause),
    set_message: (message: api.SetMessage) => put<api.Hall>('/api/message', message),
    end_help: (place: string) => post<api.Hall>(`/api/help/${part(place)}/end`),

    device_settings: () => get<{ settings: Record<string, string> }>('/api/devices/settings'),
    save_device_setting: (setting: api.DeviceSetting) => put<{ settings: Record<string, string> }>('/api/devices/settings', setting),
    /** Answers after eight seconds at the latest. */
    test_device: (device: 'printer' | 'board' | 'sound') => post<api.DeviceTest>(`/api/devices/${device}/test`, undefined, 15_000),

    district: () => get<api.DistrictLink>('/api/district'),

    staff: () => get<{ staff: api.StaffMember[] }>('/api/staff'),
    add_staff: (member: api.AddStaff) => post<api.FirstPassword>('/api/staff', member),
    change_staff: (account: string, change: api.ChangeStaff) => put<{ staff: api.StaffMember[] }>(`/api/staff/${part(account)}`, change),
    reset_staff: (account: string) => post<api.FirstPassword>(`/api/staff/${part(account)}/reset`),

    journal: (wish: { before?: number; limit?: number; actor?: string; kind?: string }) => get<api.Journal>(`/api/journal${query(wish)}`),
    check_journal: () => client.ask<api.JournalCheck>('POST', '/api/journal/check', { timeout_ms: 120_000 }),
  }
}

export type Calls = ReturnType<typeof calls>
