// SPDX-License-Identifier: Apache-2.0
// Today, staff, settings and the journal, each before answers of the test's own.
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import Journal from '../../console/screens/Journal.vue'
import Settings from '../../console/screens/Settings.vue'
import Staff from '../../console/screens/Staff.vue'
import Today from '../../console/screens/Today.vue'
import type { Role } from '../../shared/api/types'
import { open_office, sample_session, type Answerer } from '../support/pages'
import { sample_staff } from '../support/sample_content'
import { sample_hall } from '../support/sample_hall'
import { sample_figures, sample_journal } from '../support/sample_records'

// A canvas is what happy-dom has not; what the charts are told is tested by itself.
vi.mock('../../shared/chart', () => ({ init: () => ({ setOption() {}, resize() {}, dispose() {} }) }))

let shown: VueWrapper | null = null
afterEach(() => {
  shown?.unmount()
  shown = null
  document.body.innerHTML = ''
})
async function open(screen: Component, role: Role, answer: Answerer, account = 'yangli') {
  const office = await open_office(answer, { session: { ...sample_session, role, account } })
  shown = await office.show(screen)
  return { office, page: shown }
}
async function press(words: string, within: ParentNode = document.body) {
  const found = [...within.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)
  expect(found, words).toBeDefined()
  found!.click()
  await flushPromises()
}
const dialog = () => [...document.querySelectorAll<HTMLElement>('.el-dialog')].pop()!

const figures: Answerer = ({ path }) => (path.startsWith('/api/figures') ? { status: 200, json: sample_figures(null) } : undefined)

it('shows a day\'s six figures with what they mean', async () => {
  const { page } = await open(Today, 'clerk', figures)
  const six = page.findAll('.figure').map((one) => one.text())
  expect(six).toHaveLength(6)
  expect(six[0]).toContain('一周前 76')
  expect(six[2]).toContain('2 人超过 30 分')
})

it('says in one sentence that nobody came, and draws nothing then', async () => {
  const { page } = await open(Today, 'clerk', ({ path }) => (path.startsWith('/api/figures') ? { status: 200, json: { ...sample_figures(null), taken: 0, done: 0, hours: [], lines: [] } } : undefined))
  expect(page.text()).toContain('今天还没有人取号')
  expect(page.findAll('.chart')).toHaveLength(0)
})

it('keeps the error beside a way to try again', async () => {
  let good = false
  const { page } = await open(Today, 'clerk', ({ path }) => (path.startsWith('/api/figures') ? (good ? { status: 200, json: sample_figures(null) } : 'lost') : undefined))
  expect(page.findAll('.figure')).toHaveLength(0)
  good = true
  await press('再试一次')
  expect(page.findAll('.figure')).toHaveLength(6)
})

it('closes one\'s counters at the hand-over and says which one stays, and why', async () => {
  const { office, page } = await open(Today, 'clerk', (asked) => figures(asked) ?? (asked.path === '/api/counters/3/close' ? { status: 409, json: { refused: 'counter_busy', ticket: sample_hall().counters[2]!.in_hand } } : undefined))
  await press('交班，关 3 号窗口')
  expect(office.asked.some((one) => one.path === '/api/counters/3/close')).toBe(true)
  expect(page.find('.hand-over .amber').text()).toContain('3 号窗口没有关')
})

const staff: Answerer = ({ method, path }) => (path === '/api/staff' && method === 'GET' ? { status: 200, json: { staff: sample_staff } } : undefined)

it('has no control for who may only look', async () => {
  const { page } = await open(Staff, 'supervisor', staff, 'banzhang')
  expect(page.findAll('tbody tr')).toHaveLength(sample_staff.length)
  expect(page.findAll('button')).toHaveLength(0)
})

it('gives accounts to system and rights to security, and neither the other\'s', async () => {
  const system = await open(Staff, 'system', staff, 'xitong')
  const words = (page: VueWrapper) => new Set(page.findAll('button').map((one) => one.text()))
  expect([...words(system.page)].sort()).toEqual(['停用', '加一个人', '启用', '改名'].sort())
  system.page.unmount()
  const { page } = await open(Staff, 'security', staff, 'anquan')
  expect([...words(page)].sort()).toEqual(['改角色', '重置密码', '重置密码并解锁'].sort())
})

it('shows a first password once, after the consequence of a reset was named', async () => {
  const { office, page } = await open(Staff, 'security', (asked) => staff(asked) ?? (asked.path === '/api/staff/yangli/reset' ? { status: 200, json: { account: 'yangli', password: 'mk7p4rw9xa' } } : undefined), 'anquan')
  await press('重置密码', page.findAll('tbody tr')[0]!.element)
  expect(dialog().textContent).toContain('现在的密码马上作废')
  expect(office.asked.some((one) => one.path.endsWith('/reset'))).toBe(false)
  await press('重置密码', dialog())
  expect(document.body.textContent).toContain('mk7p4rw9xa')
  await press('我记下了，关上')
  await flushPromises()
  expect(page.html()).not.toContain('mk7p4rw9xa')
})

it('keeps a wrong account from being asked for, with the rule in words', async () => {
  const { office } = await open(Staff, 'system', staff, 'xitong')
  await press('加一个人')
  const inputs = dialog().querySelectorAll('input')
  inputs[0]!.value = '试样'
  inputs[0]!.dispatchEvent(new Event('input'))
  inputs[1]!.value = 'yangli'
  inputs[1]!.dispatchEvent(new Event('input'))
  dialog().querySelector('form')!.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(dialog().textContent).toContain('已经有这个账号了')
  expect(office.asked.some((one) => one.method === 'POST')).toBe(false)
})

const settings: Answerer = ({ method, path }) => (path === '/api/devices/settings' && method === 'GET' ? { status: 200, json: { settings: { 'printer.address': 'none' } } } : undefined)

it('sends a device setting at a touch, and the empty address as the default', async () => {
  const { office, page } = await open(Settings, 'system', (asked) => settings(asked) ?? (asked.method === 'PUT' ? { status: 200, json: { settings: {} } } : undefined))
  await press('58 毫米')
  expect(office.asked.find((one) => one.method === 'PUT')?.body).toEqual({ name: 'printer.width', value: '384' })
  await page.find('#printer-address').setValue('192.168.1.50')
  await page.find('form.row').trigger('submit')
  expect(page.find('#printer-address-note').text()).toContain('tcp:地址:端口')
  expect(office.asked.filter((one) => one.body['name'] === 'printer.address')).toHaveLength(0)
})

it('says in words what came of a device\'s test', async () => {
  const answers = [{ state: 'done', detail: 'ready' }, { state: 'failed', detail: 'paper_out' }, { state: 'asked', detail: '' }]
  const { page } = await open(Settings, 'system', (asked) => settings(asked) ?? (asked.path.endsWith('/test') ? { status: 200, json: answers.shift() } : undefined))
  const results = []
  for (let round = 0; round < 3; round++) {
    await press('打一张测试小票')
    results.push(page.find('.tests .note').text())
  }
  expect(results[0]).toContain('测试小票打完了')
  expect(results[1]).toContain('没有纸了')
  expect(results[1]).toContain('放一卷新纸')
  expect(results[2]).toContain('八秒里没有回应')
})

it('has no device settings for another role', async () => {
  const { office, page } = await open(Settings, 'clerk', () => undefined)
  expect(page.find('#printer-address').exists()).toBe(false)
  expect(office.asked.some((one) => one.path.startsWith('/api/devices'))).toBe(false)
})

const journal: Answerer = ({ path }) => (path.startsWith('/api/journal?') ? { status: 200, json: sample_journal(new URL(path, 'http://box').searchParams) } : undefined)

it('reads the journal newest first and older pages from where the last ended', async () => {
  const { office, page } = await open(Journal, 'audit', journal)
  expect(page.text()).toContain('第 4210–4161 条')
  await press('更早的')
  expect(page.text()).toContain('第 4160–4111 条')
  expect(office.asked.filter((one) => one.path.startsWith('/api/journal')).pop()!.path).toContain('before=4161')
  await press('近一页')
  expect(page.text()).toContain('第 4210–4161 条')
})

it('asks for a person as the box keeps them', async () => {
  const { office, page } = await open(Journal, 'audit', journal)
  await page.find('input[type=search]').setValue('yangli')
  await page.find('form.filter').trigger('submit')
  await flushPromises()
  expect(office.asked.pop()!.path).toContain(`actor=${encodeURIComponent('staff:yangli')}`)
  expect(page.findAll('td.who').every((one) => one.text() === 'yangli')).toBe(true)
})

it('says how far it looked where a page is empty and older entries are left', async () => {
  const { page } = await open(Journal, 'audit', ({ path }) => (path.startsWith('/api/journal?') ? { status: 200, json: { newest: 90_000, looked_until: 70_001, entries: [] } } : undefined))
  expect(page.text()).toContain('看到第 70001 条')
  expect(page.findAll('button').find((one) => one.text() === '更早的')!.attributes('disabled')).toBeUndefined()
})

it('says in words whether the journal is whole', async () => {
  const found = [{ entries: 12, gaps: 0, fault: null }, { entries: 12, gaps: 2, fault: null }, { entries: 12, gaps: 0, fault: 'entry 7 was changed' }]
  const { page } = await open(Journal, 'audit', (asked) => journal(asked) ?? (asked.path === '/api/journal/check' ? { status: 200, json: found.shift() } : undefined))
  const said: string[] = []
  for (let round = 0; round < 3; round++) {
    await press('核对')
    said.push(page.find('.check .note').text())
  }
  expect(said[0]).toContain('一条不缺')
  expect(said[1]).toContain('缺了 2 条')
  expect(said[2]).toContain('entry 7 was changed')
})

it('shows what an entry was written as only where it is asked for', async () => {
  const { page } = await open(Journal, 'audit', journal)
  expect(page.find('pre').exists()).toBe(false)
  await press('原文')
  expect(page.find('pre').exists()).toBe(true)
})
