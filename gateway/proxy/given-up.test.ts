import { request } from 'node:http'
import { expect, test, vi } from 'vitest'
import type { UpstreamAnswer } from '../console/upstream'
import { json, startGateway } from '../testing/test-gateway'

const ports = '/openapi/v1/teams/t1/regions/east/apps/1/services/s1/ports'

/** Sends a request and disconnects once it is at the console, which answers only when `answer` is called. */
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
    headers: { cookie, origin: gateway.url, 'x-portdeck': '1', 'content-type': 'application/json' },
  })
  sent.on('error', () => undefined)
  sent.end(body)
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  const closed = new Promise((resolve) => sent.once('close', resolve))
  sent.destroy()
  await closed
  return { gateway, isGivenUp: () => gateway.passed()[0]?.signal.aborted, answer: waiting[0] }
}

test('a read is aborted when its client disconnects', async () => {
  const { isGivenUp } = await leaveBehind('GET', ports)
  await vi.waitFor(() => expect(isGivenUp()).toBe(true))
})

test('a write is carried out and logged when its client disconnects', async () => {
  const { gateway, isGivenUp, answer } = await leaveBehind('PUT', `${ports}/80`, '{"action":"open_inner"}')
  // Once another whole request is answered, the gateway knows of the broken connection.
  await gateway.ask({ path: '/session' })
  expect(isGivenUp()).toBe(false)
  answer?.(json(200, { data: { bean: {} } }))
  await vi.waitFor(() =>
    expect(gateway.logged()).toContainEqual(expect.objectContaining({ event: 'write', outcome: 'done' })),
  )
})
