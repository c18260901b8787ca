// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect } from 'vite'
import type { Order, Session } from '../../shared/api/types'
import { SampleBox } from './sample_box'
import { sample_content } from './sample_content'
import { sample_figures, sample_journal } from './sample_records'

interface Ask {
  box: SampleBox
  path: RegExpExecArray
  query: URLSearchParams
  body: Record<string, unknown>
}
type Reply = { status: number; json?: unknown }
type Row = [method: string, path: RegExp, answer: (ask: Ask) => Reply]

const password = 'sample-pass'
const ok = (json: unknown): Reply => ({ status: 200, json })
const maybe = (json: object | null, then: () => unknown): Reply => (json && 'refused' in json ? { status: 409, json } : ok(then()))
const problem = (status: number, name: string, more: object = {}): Reply => ({ status, json: { problem: name, detail: name, ...more } })

/**
 * Answers /api from a sample box. /sample/… is for whoever takes pictures: link?off=1 breaks the link, sign?account= signs in,
 * lock locks, reset puts the hall back, hall (PUT) changes parts of it.
 */
export function sampleServer(): Connect.NextHandleFunction {
  let box = new SampleBox()
  let me: Session | null = null
  let tries = 5
  let off = false
  const streams = new Set<ServerResponse>()
  const device_settings: Record<string, string> = { 'printer.width': '576', 'sound.volume': '70' }

  const write = (stream: ServerResponse, event: string, data: unknown) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const tell = () => streams.forEach((stream) => write(stream, 'hall', box.snapshot()))
  const end_streams = (state: 'locked' | 'ended') => streams.forEach((stream) => { write(stream, 'session', { state }); stream.end() })
  box.on_change = tell
  setInterval(() => streams.forEach((stream) => write(stream, 'beat', { now_ms: box.now(), mark: box.snapshot().mark })), 2000).unref()

  function sign(account: string, counters: number[] = [], larger = false): Session | null {
    const who = box.staff.find((one) => one.account === account)
    if (!who) return null
    const refused = counters.filter((number) => box.open(number, who) !== null)
    me = {
      account, name: who.name, role: who.role, csrf: 'sample-token', locked: false, must_change_password: who.must_change_password,
      counters: box.hall.counters.filter((one) => one.holder_account === account).map((one) => one.number), counters_refused: refused,
      idle_ms_max: 600_000, settings: me?.settings ?? { language: '', single_keys: true, larger_text: larger },
    }
    return me
  }
  const who = () => box.staff.find((one) => one.account === me!.account)!
  const hall = () => box.snapshot()

  const rows: Row[] = [
    ['GET', /^\/api\/front$/, ({ box }) => ok({
      name: sample_content.name, short_name: sample_content.short_name, version: '0.0.0', now_ms: box.now(), time_zone: 'Asia/Shanghai', working: true, opens_ms: null,
      counters: box.hall.counters.map((one) => ({ number: one.number, place: sample_content.counters.find((plan) => plan.number === one.number)!.place, held: one.open })),
      troubles: box.hall.devices.filter((one) => one.health !== 'good') })],
    ['POST', /^\/api\/session$/, ({ body }) => {
      if (body['password'] === password && sign(String(body['account']), body['counters'] as number[])) return ok(me)
      tries -= 1
      return tries > 0 ? problem(401, 'wrong_password', { tries_left: tries }) : problem(401, 'account_locked', { locked_until_ms: box.now() + 1_800_000 })
    }],
    ['GET', /^\/api\/session$/, () => ok(me)],
    ['DELETE', /^\/api\/session$/, () => { me = null; end_streams('ended'); return { status: 204 } }],
    ['POST', /^\/api\/session\/stay$/, () => ({ status: 204 })],
    ['POST', /^\/api\/session\/unlock$/, ({ body }) => {
      if (body['password'] !== password) return problem(401, 'wrong_password', { tries_left: 4 })
      me!.locked = false
      return ok(me)
    }],
    ['PUT', /^\/api\/session\/password$/, ({ body }) => {
      if (body['old'] !== password) return problem(403, 'wrong_password', { tries_left: 4 })
      me!.must_change_password = false
      return ok(me)
    }],
    ['PUT', /^\/api\/session\/settings$/, ({ body }) => { me!.settings = body as never; return ok(me) }],
    ['GET', /^\/api\/content$/, () => ok(sample_content)],
    ['GET', /^\/api\/hall$/, () => ok(hall())],
    ['POST', /^\/api\/counters\/(\d+)\/open$/, ({ path, body }) => maybe(box.open(Number(path[1]), who(), body['take_over'] === true), hall)],
    ['POST', /^\/api\/counters\/(\d+)\/close$/, ({ path }) => maybe(box.close(Number(path[1])), hall)],
    ['POST', /^\/api\/counters\/(\d+)\/orders$/, ({ path, body }) => { const done = box.order(Number(path[1]), body as unknown as Order); return maybe(done, () => done) }],
    ['GET', /^\/api\/tickets\/([^/]+)$/, ({ path }) => { const story = box.story(path[1]!); return maybe(story, () => story) }],
    ['POST', /^\/api\/tickets\/([^/]+)\/care$/, ({ path, body }) => { const story = box.care(path[1]!, String(body['care'])); return maybe(story, () => story) }],
    ['POST', /^\/api\/tickets$/, ({ body }) => {
      const { letter } = sample_content.lines.find((line) => line.letter === sample_content.matters.find((one) => one.id === body['matter'])?.line)!
      const code = `${letter}${String(30 + box.hall.line.length).padStart(3, '0')}`
      box.hall.line.push({ code, matter: String(body['matter']), priority: String(body['priority']), state: 'waiting', taken_ms: box.now(), since_ms: box.now(), calls: 0, rejoins: 0, counter: null, waited_ms: 0, in_state_ms: 0 })
      box.changed()
      return ok({ code, check_code: '4821', matter: String(body['matter']) })
    }],
    ['GET', /^\/api\/history$/, ({ query }) => ok({ visits: box.visits.filter((one) => !query.get('counter') || one.counter === Number(query.get('counter'))) })],
    ['GET', /^\/api\/figures$/, ({ query }) => ok(sample_figures(query.get('date')))],
    ['PUT', /^\/api\/issuing$/, ({ body }) => { box.hall.issuing_paused = body['paused'] ? { reason: String(body['reason']), by: who().name, since_ms: box.now() } : null; box.changed(); return ok(hall()) }],
    ['PUT', /^\/api\/matters\/([^/]+)\/pause$/, ({ path, body }) => {
      const others = box.hall.matters_paused.filter((one) => one.matter !== path[1])
      box.hall.matters_paused = body['paused'] ? [...others, { matter: path[1]!, reason: String(body['reason']), by: who().name, since_ms: box.now() }] : others
      box.changed()
      return ok(hall())
    }],
    ['PUT', /^\/api\/message$/, ({ body }) => {
      box.hall.message = body['zh'] ? { words: { zh: String(body['zh']), en: String(body['en']) }, by: who().name, since_ms: box.now(), until_ms: (body['until_ms'] as number) ?? null } : null
      box.changed()
      return ok(hall())
    }],
    ['POST', /^\/api\/help\/([^/]+)\/end$/, ({ path }) => { box.hall.help = box.hall.help.filter((one) => one.place !== path[1]); box.changed(); return ok(hall()) }],
    ['GET', /^\/api\/district$/, () => ok({ state: 'approved', hall: '桂花里社区', address: 'https://district.example:8443', fingerprint: '3f2a-91c0-77de-0b1c', unsent: 12, oldest_unsent_ms: 26 * 60_000, contact_ms: box.now() - 26 * 60_000, trouble: 'unreachable', agent_runs: true })],
    ['GET', /^\/api\/devices\/settings$/, () => ok({ settings: device_settings })],
    ['PUT', /^\/api\/devices\/settings$/, ({ body }) => {
      if (body['value'] === null) delete device_settings[String(body['name'])]
      else device_settings[String(body['name'])] = String(body['value'])
      return ok({ settings: device_settings })
    }],
    ['POST', /^\/api\/devices\/(\w+)\/test$/, () => ok({ state: 'done', detail: 'ready' })],
    ['GET', /^\/api\/staff$/, () => ok({ staff: box.staff })],
    ['POST', /^\/api\/staff$/, ({ body }) => {
      const account = String(body['account'])
      if (box.staff.some((one) => one.account === account)) return { status: 409, json: { refused: 'account_taken' } }
      box.staff.push({ account, name: String(body['name']), role: 'none', active: true, locked_until_ms: null, must_change_password: true, last_sign_in_ms: null, counters: [] })
      return ok({ account, password: 'river-stone-42' })
    }],
    ['PUT', /^\/api\/staff\/([^/]+)$/, ({ path, body }) => { Object.assign(box.staff.find((one) => one.account === path[1])!, body); return ok({ staff: box.staff }) }],
    ['POST', /^\/api\/staff\/([^/]+)\/reset$/, ({ path }) => ok({ account: path[1], password: 'paper-lamp-73' })],
    ['GET', /^\/api\/journal$/, ({ query }) => ok(sample_journal(query))],
    ['POST', /^\/api\/journal\/check$/, () => ok({ entries: 4210, gaps: 0, fault: null })],
  ]
  const anyone = [/^\/api\/front$/, /^\/api\/session$/]

  function control(path: string, query: URLSearchParams, body: Record<string, unknown>): Reply {
    if (path === '/sample/link') {
      off = query.get('off') === '1'
      if (off) streams.forEach((stream) => stream.destroy())
    } else if (path === '/sample/sign') sign(query.get('account') ?? 'yangli', (query.get('counters') ?? '').split(',').filter(Boolean).map(Number), query.get('larger') === '1')
    else if (path === '/sample/close') { const one = box.counter(Number(query.get('counter'))); one.in_hand = null; box.close(one.number) }
    else if (path === '/sample/lock' && me) { me.locked = true; end_streams('locked') }
    else if (path === '/sample/reset') { box = new SampleBox(); box.on_change = tell; me = null; tries = 5; off = false; end_streams('ended') }
    else if (path === '/sample/hall') { Object.assign(box.hall, body); box.changed() }
    else return { status: 404, json: {} }
    return ok({})
  }

  function answer(method: string, url: URL, body: Record<string, unknown>): Reply {
    if (url.pathname.startsWith('/sample/')) return control(url.pathname, url.searchParams, body)
    if (!me && !(anyone.some((one) => one.test(url.pathname)) && !(method === 'GET' && url.pathname === '/api/session'))) return problem(401, 'not_signed_in')
    if (me?.locked && !/^\/api\/(front|session)/.test(url.pathname)) return problem(401, 'locked')
    for (const [verb, pattern, reply] of rows) {
      const path = pattern.exec(decodeURIComponent(url.pathname))
      if (verb === method && path) return reply({ box, path, query: url.searchParams, body })
    }
    return problem(404, 'not_found')
  }

  function stream(request: IncomingMessage, response: ServerResponse) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    streams.add(response)
    request.on('close', () => streams.delete(response))
    write(response, 'hall', box.snapshot())
  }

  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://sample')
    if (!/^\/(api|sample)\//.test(url.pathname)) return next()
    if (off && url.pathname.startsWith('/api/')) return void request.socket.destroy()
    if (url.pathname === '/api/events' && me && !me.locked) return stream(request, response)
    let text = ''
    request.on('data', (piece) => (text += piece))
    request.on('end', () => {
      const { status, json } = answer(request.method ?? 'GET', url, text === '' ? {} : JSON.parse(text))
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      response.end(status === 204 ? undefined : JSON.stringify(json))
    })
  }
}
