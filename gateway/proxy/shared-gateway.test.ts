import { expect, test, vi } from 'vitest'
import type { UpstreamAnswer } from '../console/upstream'
import { json, startGateway } from '../testing/test-gateway'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'
const sameByName = '/openapi/v1/teams/t1/regions/sh/apps/1/services/gr1a2b3c/ports'

/** Starts a gateway whose console answers each call on request. */
async function startHeld(env: Readonly<Record<string, string>> = {}) {
  const waiting: ((answer: UpstreamAnswer) => void)[] = []
  const gateway = await startGateway({
    env,
    answer: () => new Promise((resolve) => waiting.push(resolve)),
  })
  await gateway.signIn()
  const reached = (calls: number) => vi.waitFor(() => expect(waiting).toHaveLength(calls))
  const answer = (index: number) => waiting[index]?.(json(200, { data: { bean: {}, list: [] } }))
  return { gateway, waiting, reached, answer }
}

/** Time for a request to reach the gateway and to be one call more, if it were. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 150))

test('identical reads of one session are one call, with a request id and a line in the log of their own', async () => {
  const { gateway, reached, answer } = await startHeld()
  const first = gateway.ask({ path: ports })
  await reached(1)
  const others = [gateway.ask({ path: ports }), gateway.ask({ path: sameByName })]
  await settle()
  await reached(1)
  answer(0)
  const answers = await Promise.all([first, ...others])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const ids = answers.map(({ headers }) => headers['x-request-id'])
  expect(new Set(ids).size).toBe(3)
  await vi.waitFor(() => {
    const logged = gateway.logged().filter(({ path }) => String(path).endsWith('/ports'))
    expect(logged.map(({ requestId }) => requestId).toSorted()).toEqual(ids.toSorted())
  })
})

test('each of them spends the budget of its person', async () => {
  const { gateway, reached, answer } = await startHeld({ READ_BURST: '2', REFILL_MINUTES: '60' })
  const both = [gateway.ask({ path: ports })]
  await reached(1)
  both.push(gateway.ask({ path: ports }))
  await settle()
  expect((await gateway.ask({ path: ports })).status).toBe(429)
  answer(0)
  for (const { status } of await Promise.all(both)) expect(status).toBe(200)
})

test('other sessions and other paths are calls of their own', async () => {
  const { gateway, reached, answer } = await startHeld()
  const cookie = await gateway.signInElsewhere()
  const all = [
    gateway.ask({ path: ports }),
    gateway.ask({ path: ports, headers: { cookie } }),
    gateway.ask({ path: ports.replace('gr1a2b3c', 'gr2') }),
  ]
  await reached(3)
  for (const index of [0, 1, 2]) answer(index)
  for (const { status } of await Promise.all(all)) expect(status).toBe(200)
})

test('a read after a write was sent joins none that began before the write ended', async () => {
  const { gateway, waiting, reached, answer } = await startHeld()
  const before = gateway.ask({ path: ports })
  await reached(1)
  const write = gateway.ask({ method: 'PUT', path: `${sameByName}/80`, body: '{"action":"open_outer"}' })
  await reached(2)
  const during = gateway.ask({ path: ports })
  await reached(3)
  waiting[1]?.(json(200, { data: { bean: {} } }))
  expect((await write).status).toBe(200)
  const after = gateway.ask({ path: ports })
  await reached(4)
  for (const index of [0, 2, 3]) answer(index)
  for (const { status } of await Promise.all([before, during, after])) expect(status).toBe(200)
})
