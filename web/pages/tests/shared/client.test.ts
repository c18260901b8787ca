// @vitest-environment node
// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { webcrypto } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Client } from '../../shared/api/client'
import { new_request_id } from '../../shared/api/request_id'

// Every browser has it; Node.js 18 gives it no name of its own.
globalThis.crypto ??= webcrypto as Crypto

let server: Server | undefined

async function box(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Client> {
  server = createServer(answer)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return new Client(fetch, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}
const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

describe('asking the box', () => {
  it('gives what it answered', async () => {
    const client = await box((_, response) => json(response, 200, { name: 'hall' }))
    expect(await client.ask('GET', '/api/front')).toEqual({ kind: 'ok', value: { name: 'hall' } })
  })

  it('tells a refusal from a problem', async () => {
    const client = await box((request, response) =>
      request.url === '/refused' ? json(response, 409, { refused: 'counter_busy' }) : json(response, 503, { problem: 'busy', detail: 'busy' }))
    expect(await client.ask('POST', '/refused')).toEqual({ kind: 'refused', refused: { refused: 'counter_busy' } })
    expect(await client.ask('POST', '/busy')).toEqual({ kind: 'problem', status: 503, problem: { problem: 'busy', detail: 'busy' } })
  })

  it('sends the token with what changes something and with nothing else', async () => {
    const tokens: unknown[] = []
    const client = await box((request, response) => {
      tokens.push(request.headers['x-linli-csrf'])
      json(response, 200, {})
    })
    client.csrf = 'abc'
    await client.ask('GET', '/')
    await client.ask('POST', '/', { body: {} })
    expect(tokens).toEqual([undefined, 'abc'])
  })

  it('asks once more with a new token where the old one is no longer the box’s', async () => {
    const client = await box((request, response) =>
      request.headers['x-linli-csrf'] === 'new' ? json(response, 200, { done: true }) : json(response, 403, { problem: 'csrf', detail: '' }))
    client.csrf = 'old'
    client.renew_csrf = async () => {
      client.csrf = 'new'
      return true
    }
    expect(await client.ask('POST', '/')).toEqual({ kind: 'ok', value: { done: true } })
  })

  it('says lost where the connection breaks, nothing comes in time, or something else answers', async () => {
    const client = await box((request, response) => {
      if (request.url === '/breaks') request.socket.destroy()
      else if (request.url === '/proxy') {
        response.writeHead(502, { 'Content-Type': 'text/html' })
        response.end('<h1>Bad gateway</h1>')
      }
    })
    expect(await client.ask('GET', '/breaks')).toEqual({ kind: 'lost' })
    expect(await client.ask('GET', '/proxy')).toEqual({ kind: 'lost' })
    expect(await client.ask('GET', '/never', { timeout_ms: 60 })).toEqual({ kind: 'lost' })
  })

  it('tells the session when nobody is signed in any more', async () => {
    const client = await box((_, response) => json(response, 401, { problem: 'not_signed_in', detail: '' }))
    const told: string[] = []
    client.on_gate = (name) => told.push(name)
    await client.ask('GET', '/')
    expect(told).toEqual(['not_signed_in'])
  })
})

it('makes request ids that the contract allows and that differ', () => {
  const ids = Array.from({ length: 200 }, new_request_id)
  expect(new Set(ids).size).toBe(200)
  expect(ids.every((id) => /^[A-Za-z0-9_-]{8,64}$/.test(id))).toBe(true)
})
