// SPDX-License-Identifier: Apache-2.0
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import CallDesk from '../../console/screens/CallDesk.vue'
import type { Hall, OrderDone, Ticket } from '../../shared/api/types'
import { open_office, type Answerer, type Office } from '../support/pages'
import { sample_hall, sample_ticket } from '../support/sample_hall'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
  document.body.innerHTML = ''
})

const done = (order: string, in_hand: Ticket | null, ended: Ticket | null = null): OrderDone => ({ request_id: 'x', order, repeated: false, in_hand, ended, undo_until_ms: null })
const orders = (office: Office) => office.asked.filter((one) => one.path.endsWith('/orders')).map((one) => one.body)
const key = (name: string, code: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key: name, code, bubbles: true, cancelable: true }))
const big = () => page!.get('.next')

function free_hall(): Hall {
  const hall = sample_hall()
  hall.counters[2]!.in_hand = null
  return hall
}

async function desk(answer?: Answerer, hall?: Hall, language: 'zh-CN' | 'en' = 'zh-CN') {
  const office = await open_office(answer, { hall, language })
  page = await office.show(CallDesk)
  return office
}
const accept: Answerer = ({ path, body }) => (path.endsWith('/orders') ? { status: 200, json: done(String(body['order']), sample_ticket('A020', 'elder-card', 12, { state: 'called', counter: 3, calls: 1 })) } : undefined)

describe('the big button', () => {
  it('names the next person and finishes the one who is here', async () => {
    const office = await desk(accept)
    expect(big().text()).toContain('办结，叫下一位')
    expect(big().text()).toContain('A020 老年人优待证 · 等了 12 分 · 高龄优先')
    await big().trigger('click')
    await flushPromises()
    expect(orders(office)).toEqual([{ request_id: expect.stringMatching(/^[0-9a-f]{32}$/), order: 'finish_next', in_hand: 'A018', outcome: 'done' }])
  })

  it('calls the next where nobody is here', async () => {
    const office = await desk(accept, free_hall())
    expect(big().text()).toContain('叫下一位')
    await big().trigger('click')
    expect(orders(office)).toMatchObject([{ order: 'next', in_hand: '' }])
  })

  it('calls only one however often it is pressed', async () => {
    const office = await desk(accept, free_hall())
    for (let n = 0; n < 5; ++n) await big().trigger('click')
    key(' ', 'Space')
    await flushPromises()
    key(' ', 'Space')
    expect(orders(office)).toHaveLength(1)
  })

  it('says that nobody waits and does nothing then', async () => {
    const hall = free_hall()
    hall.counters[2]!.next = null
    const office = await desk(accept, hall)
    expect(big().text()).toContain('现在没人等这个窗口')
    await big().trigger('click')
    expect(orders(office)).toEqual([])
  })

  it('is off while the link is lost, and nothing is sent later', async () => {
    const office = await desk(accept)
    office.stream().send('error', {})
    await flushPromises()
    expect(big().text()).toContain('暂时不能叫号')
    await big().trigger('click')
    key('m', 'KeyM')
    expect(orders(office)).toEqual([])
  })
})

describe('keys', () => {
  it('finish with another outcome and the note', async () => {
    const office = await desk(accept)
    await page!.get('#visit-note').setValue('下周来取')
    key('4', 'Digit4')
    await flushPromises()
    expect(orders(office)).toMatchObject([{ order: 'finish', outcome: 'passed_on', note: '下周来取' }])
  })

  it('recall and miss only whom was called; otherwise they say why not', async () => {
    const office = await desk(accept)
    key('m', 'KeyM')
    await flushPromises()
    expect(orders(office)).toEqual([])
    expect(page!.text()).toContain('A018 已经到窗口了')
    const hall = sample_hall()
    hall.counters[2]!.in_hand!.state = 'called'
    office.stream().send('hall', hall)
    key('m', 'KeyM')
    await flushPromises()
    expect(orders(office)).toMatchObject([{ order: 'miss', in_hand: 'A018' }])
  })

  it('are off where the person switched them off', async () => {
    const office = await desk(accept)
    office.services.session.me.value!.settings.single_keys = false
    key(' ', 'Space')
    expect(orders(office)).toEqual([])
  })
})

describe('what the hall refuses', () => {
  it('stands beside the button in words', async () => {
    await desk(({ path }) => (path.endsWith('/orders') ? { status: 409, json: { refused: 'nobody_waiting' } } : undefined), free_hall())
    await big().trigger('click')
    await flushPromises()
    expect(page!.get('.note.amber').text()).toBe('没有人在等这个窗口，也许刚被别的窗口叫走。')
  })

  it('reads clearly where another tab was faster', async () => {
    await desk(({ path }) => (path.endsWith('/orders') ? { status: 409, json: { refused: 'in_hand_changed', in_hand: 'A021' } } : undefined))
    await big().trigger('click')
    await flushPromises()
    expect(page!.get('.note.amber').text()).toContain('手上已经是 A021 了')
  })
})

it('asks the same request again after the answer was lost, and keeps the note meanwhile', async () => {
  let first = true
  const office = await desk((asked) => {
    if (!asked.path.endsWith('/orders')) return undefined
    if (!first) return accept(asked)
    first = false
    return 'lost'
  })
  await page!.get('#visit-note').setValue('写到一半')
  await page!.get('.outcomes .chip:nth-child(2)').trigger('click')
  expect(page!.get<HTMLTextAreaElement>('#visit-note').element.value).toBe('写到一半')
  await new Promise((resolve) => setTimeout(resolve, 900))
  await flushPromises()
  const [before, after] = orders(office)
  expect(after).toEqual(before)
  expect(orders(office)).toHaveLength(2)
})

it('notes which papers are missing where the clerk ticked some', async () => {
  const office = await desk(accept)
  for (const at of [1, 2]) await page!.get(`.tick:nth-child(${at})`).trigger('click')
  await page!.get('.outcomes .chip:nth-child(3)').trigger('click')
  expect(orders(office)).toMatchObject([{ order: 'finish', outcome: 'material_missing', note: '缺家庭收入说明、房产、存款授权书' }])
})

it('keeps each number’s note to itself when counters are switched', async () => {
  const hall = sample_hall()
  Object.assign(hall.counters[3]!, { holder: '样例丽', holder_account: 'yangli', in_hand: sample_ticket('F001', 'veteran-card', 9, { state: 'serving', counter: 4 }) })
  await desk(accept, hall)
  await page!.get('#visit-note').setValue('三号的')
  await page!.get('.switch .one:nth-child(2)').trigger('click')
  expect(page!.get<HTMLTextAreaElement>('#visit-note').element.value).toBe('')
  await page!.get('.switch .one:nth-child(1)').trigger('click')
  expect(page!.get<HTMLTextAreaElement>('#visit-note').element.value).toBe('三号的')
})

it('takes the last act back within ten seconds, and no longer', async () => {
  const hall = free_hall()
  hall.undo = [{ counter: 3, order: 'hold', code: 'A018', until_ms: hall.now_ms + 10_000 }]
  const office = await desk(accept, hall)
  expect(page!.get('.undo').text()).toContain('A018 已暂挂')
  key('z', 'KeyZ')
  await flushPromises()
  expect(orders(office)).toMatchObject([{ order: 'undo', in_hand: '' }])
  office.clock.ms += 10_001
  office.stream().send('beat', { now_ms: hall.now_ms + 10_001, mark: hall.mark })
  await flushPromises()
  expect(page!.find('.undo').exists()).toBe(false)
})

it('gives whom another counter calls no button, and says which counter does', async () => {
  await desk(accept)
  const row = page!.findAll('.line tbody tr').find((one) => one.text().includes('B005'))!
  expect(row.find('.row-call').exists()).toBe(false)
  expect(row.text()).toContain('2 号窗口叫')
})

it('says who waited too long, in words as well as in colour', async () => {
  await desk(accept)
  expect(page!.findAll('.waited.red').map((one) => one.text())).toEqual(['34 分 已超'])
})

it('offers the counters where the person holds none', async () => {
  const hall = sample_hall()
  Object.assign(hall.counters[2]!, { open: false, holder: '', holder_account: '', in_hand: null })
  const office = await desk(({ path }) => (path.endsWith('/open') ? { status: 200, json: sample_hall() } : undefined), hall)
  expect(page!.text()).toContain('您还没开窗口')
  await page!.findAll('.choice')[1]!.trigger('click')
  expect(page!.text()).toContain('2 号窗口现在是陈样二在用')
  expect(office.asked.some((one) => one.path.endsWith('/open'))).toBe(false)
  await page!.findAll('.choice')[2]!.trigger('click')
  await flushPromises()
  expect(office.asked.find((one) => one.path.endsWith('/open'))).toMatchObject({ path: '/api/counters/3/open', body: { take_over: false } })
  expect(big().text()).toContain('办结')
})

it('opens a counter that is open with nobody at it, without asking whom to take it from', async () => {
  const hall = sample_hall()
  Object.assign(hall.counters[2]!, { open: false, holder: '', holder_account: '', in_hand: null })
  Object.assign(hall.counters[1]!, { open: true, holder: '', holder_account: '', in_hand: null })
  const office = await desk(({ path }) => (path.endsWith('/open') ? { status: 200, json: hall } : undefined), hall)
  expect(page!.findAll('.choice')[1]!.text()).toContain('没有人管')
  await page!.findAll('.choice')[1]!.trigger('click')
  await flushPromises()
  expect(office.asked.find((one) => one.path.endsWith('/open'))).toMatchObject({ path: '/api/counters/2/open', body: { take_over: false } })
})

it('speaks English', async () => {
  await desk(accept, undefined, 'en')
  expect(big().text()).toContain('Done, call next')
  expect(big().text()).toContain('A020 Card for older people · waited 12 min · Aged first')
})
