import { createServer } from 'node:http'
import { Registry } from 'prom-client'
import { expect, onTestFinished, test } from 'vitest'
import { sendTo } from '../testing/test-gateway'
import { management, type ManagementParts } from './management'

async function listen(parts: Partial<ManagementParts>): Promise<string> {
  const answer = management({
    registry: new Registry(),
    log: () => undefined,
    always: {},
    host: '127.0.0.1',
    isConsoleReachable: () => Promise.resolve(true),
    isStopping: () => false,
    ...parts,
  })
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
}

test.each([
  ['10.1.2.3:9090', 200],
  ['[fd00::7]:9090', 200],
  ['portdeck.operations.svc:9090', 200],
  // The name in MANAGEMENT_HOST, in whatever case.
  ['Metrics.Inside.test:9090', 200],
  ['other.inside.test:9090', 421],
  ['10.1.2.3.evil.test', 421],
])('the host %s is answered with %i', async (host, status) => {
  const url = await listen({ host: 'metrics.inside.test' })
  expect((await sendTo(url, { path: '/healthz', headers: { host } })).status).toBe(status)
})

test('a replica that stops is alive, and not ready even if the console is reachable', async () => {
  const url = await listen({ isStopping: () => true })
  const answers = await Promise.all(
    ['/healthz', '/readyz', '/readyz/self'].map((path) => sendTo(url, { path })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 503])
  expect(answers[1]?.json).toEqual({ ready: false, stopping: true, console: 'reachable' })
})
