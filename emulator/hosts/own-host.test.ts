import { once } from 'node:events'
import { request } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../create-emulator'
import { demoSeed } from '../seeds/demo'
import { serveEmulator } from './node'
import { isOwnRequest } from './own-host'

/** Resets an emulator with these headers, and returns the status of the answer. */
async function resetWith(headers: (port: string) => Record<string, string>): Promise<number | undefined> {
  const emulator = createEmulator({ seed: demoSeed(), now: () => new Date(0) })
  const served = await serveEmulator({ emulator, port: 0 })
  onTestFinished(() => served.close())
  const { port } = new URL(served.url)
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/__emulator/reset',
    headers: headers(port),
  })
  sent.end(JSON.stringify(demoSeed()))
  const found: unknown[] = await once(sent, 'response')
  const [answer] = found
  sent.destroy()
  return answer !== null && typeof answer === 'object' && 'statusCode' in answer
    ? Number(answer.statusCode)
    : 0
}

describe('the control routes answer', () => {
  test.each([
    ['a rebound name', () => ({ host: 'attacker.test' }), 421],
    ['another address', () => ({ host: '192.0.2.1' }), 421],
    ['another website', () => ({ origin: 'https://attacker.test' }), 421],
    ['a file or a sandboxed frame', () => ({ origin: 'null' }), 421],
    ['another program on this machine', () => ({ origin: 'http://127.0.0.1:1' }), 421],
    ['its own address', (port: string) => ({ host: `127.0.0.1:${port}` }), 200],
    ['its own name', (port: string) => ({ host: `localhost:${port}` }), 200],
    [
      'its own origin',
      (port: string) => ({ host: `localhost:${port}`, origin: `http://localhost:${port}` }),
      200,
    ],
  ])('for a request from %s', async (_, headers, status) => {
    expect(await resetWith(headers)).toBe(status)
  })
})

test.each([
  ['127.0.0.1', '127.0.0.2', true],
  ['192.0.2.1', '192.0.2.1:7070', true],
  ['192.0.2.1', '192.0.2.2:7070', false],
  ['0.0.0.0', '192.0.2.2:7070', true],
  ['::', '[2001:db8::1]:7070', true],
  ['::1', '[::1]:7070', true],
  ['0.0.0.0', 'attacker.test', false],
  ['0.0.0.0', '127.0.0.1.attacker.test', false],
  ['0.0.0.0', '', false],
])('listening on %s, the emulator answers to %s: %s', (listening, host, isOwn) => {
  expect(isOwnRequest(listening, { host })).toBe(isOwn)
})
