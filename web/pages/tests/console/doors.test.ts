// SPDX-License-Identifier: Apache-2.0
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import App from '../../console/App.vue'
import { places_of } from '../../console/places'
import type { Front } from '../../shared/api/types'
import { open_office, sample_session, type Answerer } from '../support/pages'
import { sample_content } from '../support/sample_content'
import { sample_hall, sample_now_ms } from '../support/sample_hall'

let page: VueWrapper | undefined
beforeEach(() => localStorage.clear())
afterEach(() => {
  page?.unmount()
  page = undefined
  document.body.innerHTML = ''
})

const front: Front = {
  name: sample_content.name, short_name: sample_content.short_name, version: '1', now_ms: sample_now_ms, time_zone: 'Asia/Shanghai', working: true, opens_ms: null,
  counters: sample_content.counters.map((one) => ({ number: one.number, place: one.place, held: one.number === 2 })), troubles: [],
}
const door: Answerer = ({ method, path }) => {
  if (path === '/api/front') return { status: 200, json: front }
  if (path === '/api/session' && method === 'GET') return { status: 401, json: { problem: 'not_signed_in', detail: '' } }
  return undefined
}
async function come(answer: Answerer) {
  const office = await open_office((asked) => answer(asked) ?? door(asked), { sign_in: 'no' })
  page = await office.show(App)
  await office.services.session.begin()
  await flushPromises()
  return office
}
const signed = (office: Awaited<ReturnType<typeof come>>) => office.asked.find((one) => one.method === 'POST' && one.path === '/api/session')

describe('sign-in', () => {
  it('opens the counters that were chosen and remembers the account, never the password', async () => {
    const office = await come(({ method, path }) => (method === 'POST' && path === '/api/session' ? { status: 200, json: sample_session } : undefined))
    await page!.get('#account').setValue('yangli')
    await page!.get('input[type=password]').setValue('a long secret')
    await page!.findAll('.counter')[2]!.trigger('click')
    await page!.findAll('.counter')[3]!.trigger('click')
    await page!.get('form').trigger('submit')
    await flushPromises()
    expect(signed(office)?.body).toEqual({ account: 'yangli', password: 'a long secret', counters: [3, 4] })
    expect(office.services.session.standing.value).toBe('in')
    expect(localStorage.getItem('linli.account')).toBe('yangli')
    expect(JSON.stringify({ ...localStorage })).not.toContain('secret')
  })

  it('remembers nothing where that was not wished', async () => {
    await come(({ method, path }) => (method === 'POST' && path === '/api/session' ? { status: 200, json: sample_session } : undefined))
    await page!.get('#account').setValue('yangli')
    await page!.get('input[type=password]').setValue('a long secret')
    await page!.get('.remember input').setValue(false)
    await page!.get('form').trigger('submit')
    await flushPromises()
    expect(localStorage.getItem('linli.account')).toBe(null)
  })

  it('says how many tries are left, then until when the account is locked', async () => {
    let answer: object = { problem: 'wrong_password', detail: '', tries_left: 3 }
    await come(({ method, path }) => (method === 'POST' && path === '/api/session' ? { status: 401, json: answer } : undefined))
    await page!.get('#account').setValue('yangli')
    const attempt = async () => {
      await page!.get('input[type=password]').setValue('not it')
      await page!.get('form').trigger('submit')
      await flushPromises()
      return page!.get('.refusal').text()
    }
    expect(await attempt()).toContain('还可以试 3 次')
    answer = { problem: 'account_locked', detail: '', locked_until_ms: sample_now_ms + 1_800_000 }
    expect(await attempt()).toContain('到 10:11 自己解开')
  })

  it('says before sign-in that the box cannot be reached', async () => {
    await come(({ path }) => (path === '/api/front' ? 'lost' : undefined))
    expect(page!.text()).toContain('连不上大厅主机')
  })

  it('asks for a new password before anything else where one is due', async () => {
    await come(({ method, path }) => (method === 'POST' && path === '/api/session' ? { status: 200, json: { ...sample_session, must_change_password: true } } : undefined))
    await page!.get('#account').setValue('yangli')
    await page!.get('input[type=password]').setValue('first-one')
    await page!.get('form').trigger('submit')
    await flushPromises()
    expect(page!.text()).toContain('先换一个自己的密码')
    expect(page!.find('.shell').exists()).toBe(false)
  })
})

describe('a lock', () => {
  it('covers the page and keeps it beneath for the same person', async () => {
    const office = await open_office(({ path }) => (path === '/api/session/unlock' ? { status: 200, json: sample_session } : undefined))
    office.services.session.standing.value = 'asking'
    page = await office.show(App)
    office.services.session.adopt(sample_session)
    await nextTick()
    office.stream().send('session', { state: 'locked' })
    await nextTick()
    expect(page.find('.cover').exists()).toBe(true)
    expect(page.get<HTMLElement>('.shell').element.style.display).toBe('none')
    await page.get('.cover input[type=password]').setValue('a long secret')
    await page.get('.cover form').trigger('submit')
    await flushPromises()
    expect(page.find('.cover').exists()).toBe(false)
    expect(page.get<HTMLElement>('.shell').element.style.display).toBe('')
    expect(office.services.live.link.value).toBe('joining')
    office.stream().send('hall', sample_hall())
    expect(office.services.live.linked.value).toBe(true)
  })
})

it('shows a fresh page where another person signs in after the session ended', async () => {
  const office = await open_office((asked) => door(asked))
  office.services.session.standing.value = 'asking'
  page = await office.show(App)
  office.services.session.adopt(sample_session)
  await nextTick()
  const first = page.get('.shell').element
  office.services.session.end()
  await nextTick()
  expect(page.get('.shell').element).toBe(first)
  office.services.session.adopt(sample_session)
  await nextTick()
  expect(page.get('.shell').element).toBe(first)
  office.services.session.end()
  await nextTick()
  office.services.session.adopt({ ...sample_session, account: 'zhouyi', name: '周样一' })
  await nextTick()
  expect(page.get('.shell').element).not.toBe(first)
})

it('gives each role its own places', () => {
  const names = (role: Parameters<typeof places_of>[0]) => places_of(role).map((one) => one.name).join(' ')
  expect(names('clerk')).toBe('desk hall today')
  expect(names('supervisor')).toBe('desk hall today staff')
  expect(names('system')).toBe('staff settings')
  expect(names('security')).toBe('staff')
  expect(names('audit')).toBe('journal')
  expect(names('none')).toBe('')
})
