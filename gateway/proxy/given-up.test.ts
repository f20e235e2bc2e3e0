import { request } from 'node:http'
import { expect, test, vi } from 'vitest'
import type { UpstreamAnswer } from '../console/upstream'
import { json, startGateway } from '../testing/test-gateway'

const ports = '/openapi/v1/teams/t1/regions/east/apps/1/services/s1/ports'

/** Sends a request and goes away when it is at the console, which answers it only when `answer` is called. */
async function leaveBehind(method: 'GET' | 'PUT', path: string, body?: string) {
  const waiting: ((answer: UpstreamAnswer) => void)[] = []
  const gateway = await startGateway({
    answer: ({ signal }) =>
      new Promise((resolve, reject) => {
        waiting.push(resolve)
        signal.addEventListener('abort', () => reject(new Error('given up')))
      }),
  })
  const cookie = await gateway.signIn()
  const sent = request(gateway.listeningUrl + path, {
    method,
    agent: false,
    headers: { cookie, origin: gateway.url, 'content-type': 'application/json' },
  })
  sent.on('error', () => undefined)
  sent.end(body)
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  const closed = new Promise((resolve) => sent.once('close', resolve))
  sent.destroy()
  await closed
  return { gateway, isGivenUp: () => gateway.passed()[0]?.signal.aborted, answer: waiting[0] }
}

test('a read that nobody waits for any more is given up', async () => {
  const { isGivenUp } = await leaveBehind('GET', ports)
  await vi.waitFor(() => expect(isGivenUp()).toBe(true))
})

test('a write that nobody waits for any more is carried out and accounted for', async () => {
  const { gateway, isGivenUp, answer } = await leaveBehind('PUT', `${ports}/80`, '{"action":"open_inner"}')
  // By the time that a whole request more was answered the gateway knows of the broken connection.
  await gateway.ask({ path: '/session' })
  expect(isGivenUp()).toBe(false)
  answer?.(json(200, { data: { bean: {} } }))
  await vi.waitFor(() =>
    expect(gateway.logged()).toContainEqual(expect.objectContaining({ event: 'write', outcome: 'done' })),
  )
})
