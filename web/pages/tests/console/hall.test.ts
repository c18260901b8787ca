// SPDX-License-Identifier: Apache-2.0
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import Hall from '../../console/screens/Hall.vue'
import type { TicketStory } from '../../shared/api/types'
import { open_office, sample_session, type Answerer } from '../support/pages'
import { sample_hall, sample_now_ms, sample_ticket } from '../support/sample_hall'

let shown: VueWrapper | null = null
afterEach(() => {
  shown?.unmount()
  shown = null
  document.body.innerHTML = ''
})

async function open(answer: Answerer = () => undefined, wish: Parameters<typeof open_office>[1] = {}) {
  const office = await open_office(answer, wish)
  shown = await office.show(Hall)
  return { office, page: shown }
}
const button = (words: string, within: ParentNode = document.body): HTMLButtonElement => {
  const found = [...within.querySelectorAll('button')].filter((one) => one.textContent?.trim() === words)
  expect(found, words).not.toHaveLength(0)
  return found[0]!
}
async function press(words: string, within: ParentNode = document.body) {
  button(words, within).click()
  await flushPromises()
}
const dialog = () => [...document.querySelectorAll<HTMLElement>('.el-dialog')].pop()!
const story = (more: Partial<TicketStory> = {}): TicketStory => ({
  ticket: sample_ticket('A020', 'elder-card', 12, { priority: 'elder' }), check_code: '4821', people_ahead: 2, wait: { low_minutes: 5, high_minutes: 12 }, outcome: '', note: '',
  slip: 'printed', steps: [{ state: 'waiting', counter: null, begin_ms: sample_now_ms - 720_000, length_ms: 720_000 }], ...more,
})
const of_ticket = (reply: TicketStory = story()): Answerer => ({ method, path }) => (method === 'GET' && path === '/api/tickets/A020' ? { status: 200, json: reply } : undefined)

it('marks a wait past the limit with a word and a shape, not by colour alone', async () => {
  const { page } = await open()
  const row = (letter: string) => page.findAll('.lines tbody').find((one) => one.text().startsWith(letter))!
  expect(row('K').text()).toContain('34 分▲ 已超')
  expect(row('B').text()).toContain('27 分◆ 快到')
  expect(row('D').text()).not.toMatch(/已超|快到/)
  expect(row('K').text()).toContain('没有窗口开着')
})

it('puts a call for help above everything, and ends it when somebody went', async () => {
  const hall = { ...sample_hall(), help: [{ place: 'kiosk', since_ms: sample_now_ms - 100_000 }] }
  const { office, page } = await open(({ path }) => (path === '/api/help/kiosk/end' ? { status: 200, json: sample_hall() } : undefined), { hall })
  expect(page.find('[role=alert]').text()).toContain('取号机前有人求助')
  await press('我去了')
  expect(office.asked.filter((one) => one.path === '/api/help/kiosk/end')).toHaveLength(1)
  expect(page.find('.help').exists()).toBe(false)
})

it('takes a counter over only after naming who holds it', async () => {
  const { office, page } = await open(({ path }) => (path === '/api/counters/1/open' ? { status: 200, json: sample_hall() } : undefined))
  await press('接过来', page.findAll('.counters li')[0]!.element)
  expect(office.asked.some((one) => one.path.startsWith('/api/counters'))).toBe(false)
  expect(dialog().textContent).toContain('周样一正管着 1 号窗口')
  expect(dialog().textContent).toContain('手上的 C010 一起交给您')
  await press('说过了，接过来', dialog())
  expect(office.asked.find((one) => one.path === '/api/counters/1/open')?.body).toEqual({ take_over: true })
})

it('lets only a supervisor close another\'s counter', async () => {
  const clerk = await open()
  expect(clerk.page.findAll('.counters li')[3]!.text()).not.toContain('关上')
  clerk.page.unmount()
  const { page } = await open(() => undefined, { session: { ...sample_session, account: 'xx', role: 'supervisor' } })
  expect(page.findAll('.counters li')[3]!.text()).toContain('关上')
})

it('says beside the counter why it did not close', async () => {
  const hall = sample_hall()
  hall.counters[2]!.in_hand = null
  const { page } = await open(({ path }) => (path === '/api/counters/3/close' ? { status: 409, json: { refused: 'counter_busy', ticket: sample_ticket('A018', 'minimum-living', 1, { state: 'serving' }) } } : undefined), { hall })
  await press('关上', page.findAll('.counters li')[2]!.element)
  expect(page.findAll('.counters li')[2]!.find('.note.amber').text()).toContain('A018')
})

it('refuses what cannot be a number before it asks the box', async () => {
  const { office, page } = await open()
  await page.find('form[role=search] input').setValue('十八号')
  await page.find('form[role=search]').trigger('submit')
  expect(page.find('.search [role=alert]').text()).toContain('一个字母加数字')
  expect(office.asked.some((one) => one.path.startsWith('/api/tickets'))).toBe(false)
})

it('tells a number\'s story and offers only what fits it', async () => {
  const { page } = await open(of_ticket())
  await page.find('form[role=search] input').setValue('a20')
  await page.find('form[role=search]').trigger('submit')
  await flushPromises()
  const text = page.find('.story').text()
  expect(text).toContain('老年人优待证')
  expect(text).toContain('优先 · 高龄')
  expect(text).toContain('前面 2 人')
  expect(text).toContain('4821')
  expect(text).not.toContain('重新排上')
})

it('takes a priority away only with a reason, and carries it', async () => {
  const { office, page } = await open((asked) => of_ticket()(asked) ?? (asked.path === '/api/tickets/A020/care' ? { status: 200, json: story({ ticket: sample_ticket('A020', 'elder-card', 12) }) } : undefined))
  await page.find('form[role=search] input').setValue('A020')
  await page.find('form[role=search]').trigger('submit')
  await flushPromises()
  await press('取消优先', page.find('.story').element)
  expect(dialog().textContent).toContain('这一步不能撤回')
  await press('取消优先', dialog())
  expect(dialog().textContent).toContain('请选一个原因')
  expect(office.asked.some((one) => one.path.endsWith('/care'))).toBe(false)
  await press('没有带证件', dialog())
  await press('取消优先', dialog())
  const care = office.asked.find((one) => one.path.endsWith('/care'))
  expect(care?.body).toMatchObject({ care: 'remove_priority', reason: '没有带证件' })
  expect(page.find('.story').text()).toContain('A020 的优先取消了')
})

it('asks again with the same id for a number whose answer was lost', async () => {
  let tries = 0
  const { office, page } = await open(({ path, method }) => {
    if (method !== 'POST' || path !== '/api/tickets') return undefined
    tries += 1
    return tries === 1 ? 'lost' : { status: 200, json: { code: 'A020', check_code: '4821', matter: 'elder-card' } }
  })
  await press('代取号')
  await press('B 就业登记')
  await press('取号：就业登记')
  await new Promise((resolve) => setTimeout(resolve, 900))
  await flushPromises()
  const asked = office.asked.filter((one) => one.path === '/api/tickets')
  expect(asked).toHaveLength(2)
  expect(asked[1]!.body).toEqual(asked[0]!.body)
  expect(asked[0]!.body).toMatchObject({ matter: 'job-register', priority: '', paper: true })
  expect(page.find('.taken .tag').text()).toBe('A020')
  expect(page.find('.taken').text()).toContain('4821')
  expect(page.find('.taken').text()).not.toContain('前面')  // who stands before could not be read, and is not guessed
})

it('says who stands before the number that was taken', async () => {
  const { page } = await open((asked) => of_ticket()(asked) ?? (asked.method === 'POST' && asked.path === '/api/tickets' ? { status: 200, json: { code: 'A020', check_code: '4821', matter: 'elder-card' } } : undefined))
  await press('代取号')
  await press('B 就业登记')
  await press('取号：就业登记')
  await flushPromises()
  expect(page.find('.taken').text()).toContain('前面 2 人')
})

it('pauses all numbers only after the consequence was named and a reason given', async () => {
  const { office } = await open(({ path }) => (path === '/api/issuing' ? { status: 200, json: { ...sample_hall(), issuing_paused: { reason: '全员开会', by: '样例丽', since_ms: sample_now_ms } } } : undefined))
  await press('发号与事项')
  await press('停发全部号')
  expect(dialog().textContent).toContain('已经取了号的 14 人照常叫')
  await press('停发全部号', dialog())
  expect(office.asked.some((one) => one.path === '/api/issuing')).toBe(false)
  await press('全员开会', dialog())
  await press('停发全部号', dialog())
  expect(office.asked.find((one) => one.path === '/api/issuing')?.body).toEqual({ paused: true, reason: '全员开会' })
  expect(document.body.textContent).toContain('取号机不发新号了：全员开会')
})

it('holds a message to its length and shows it as the kiosk will', async () => {
  const { office, page } = await open(({ path }) => (path === '/api/message' ? { status: 200, json: sample_hall() } : undefined))
  await press('通知')
  const [zh] = page.findAll('textarea')
  await zh!.setValue('长'.repeat(61))
  await page.find('.message form').trigger('submit')
  expect(page.find('.message [role=alert]').text()).toBe('多了 1 个字')
  expect(office.asked.some((one) => one.path === '/api/message')).toBe(false)
  await zh!.setValue('今天下午两点到四点检修')
  expect(page.find('.band').text()).toBe('今天下午两点到四点检修')
  await page.find('.message form').trigger('submit')
  await flushPromises()
  expect(office.asked.find((one) => one.path === '/api/message')?.body).toEqual({ zh: '今天下午两点到四点检修', en: '', until_ms: Date.UTC(2026, 10, 23, 9, 30) })
})

it('turns every act off while the link is lost, and greys what may be old', async () => {
  const { office, page } = await open()
  office.stream().send('nothing', {})
  office.services.live.link.value = 'lost'
  await flushPromises()
  expect(page.findAll('.counters button').every((one) => one.attributes('disabled') !== undefined)).toBe(true)
  expect(page.find('.lines').classes()).toContain('grey')
})
