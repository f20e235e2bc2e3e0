import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiError } from '../../../../api/errors/errors'
import { cancelEntry } from '../../../../api/cache-entries'
import { keys } from '../../../../api/keys'
import { aPort, aTarget } from '../../testing/fake-effects'
import { cancelReads, readComponent } from './component-cache'

const target = aTarget('s1')
const neighbour = aTarget('s2')
const rule = {
  service_id: 's1',
  container_port: 80,
  domain_name: 'shop.test',
  type: 0,
  is_outer_service: true,
}

let client: QueryClient
/** What the console is asked and has not answered yet: each answers with what is true by then. */
let asked: (() => void)[]
let ports: unknown
/** Or the status of their refusal. */
let domains: unknown

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  asked = []
  ports = [aPort(80)]
  domains = { http: [], tcp: [] }
  // As it was read before the change.
  client.setQueryData(keys.ports(target.ref), [aPort(80)])
  client.setQueryData(keys.domains(target.ref), { http: [], tcp: [] })
  vi.stubGlobal(
    'fetch',
    (path: string) =>
      new Promise<Response>((resolve) =>
        asked.push(() => resolve(path.endsWith('/domains') ? answerOf(domains) : Response.json(ports))),
      ),
  )
})
afterEach(() => vi.unstubAllGlobals())

const answerOf = (body: unknown) =>
  typeof body === 'number' ? Response.json({ msg: 'refused' }, { status: body }) : Response.json(body)

const answerAll = () => {
  for (const answer of asked.splice(0)) answer()
}

it('reads the gateway rules once more where something else has given up that read', async () => {
  const reading = readComponent(client, target)
  await vi.waitUntil(() => asked.length === 2)
  domains = { http: [rule], tcp: [] }
  await cancelEntry(client, keys.domains(target.ref))
  await vi.waitUntil(() => asked.length === 3)
  answerAll()
  const { gatewayRules } = await reading
  expect(gatewayRules).toMatchObject([{ port: 80 }])
})

it('another component of the app neither gives up the read of their rules nor is content with it', async () => {
  const reading = readComponent(client, target)
  await vi.waitUntil(() => asked.length === 2)
  await cancelReads(client, neighbour)
  const neighbours = readComponent(client, neighbour)
  await vi.waitUntil(() => asked.length === 3)
  answerAll()
  expect(await reading).toMatchObject({ gatewayRules: [] })
  domains = { http: [{ ...rule, service_id: 's2' }], tcp: [] }
  await vi.waitUntil(() => asked.length === 1)
  answerAll()
  expect(await neighbours).toMatchObject({ gatewayRules: [{ port: 80 }] })
})

it('returns an unchanged component without reading it twice', async () => {
  const reading = readComponent(client, target)
  await vi.waitUntil(() => asked.length === 2)
  answerAll()
  expect(await reading).toMatchObject({ ports: [{ container_port: 80 }], gatewayRules: [] })
  expect(asked).toEqual([])
})

it('throws the reason once the person stops waiting, and never returns what was read before', async () => {
  const giveUp = new AbortController()
  const reading = readComponent(client, target, giveUp.signal)
  await vi.waitUntil(() => asked.length === 2)
  giveUp.abort(new ApiError({ kind: 'given-up' }))
  await expect(reading).rejects.toMatchObject({ kind: 'given-up' })
})

it('reads a component without its rules where they are refused, and not where the session ended before them', async () => {
  domains = 500
  const without = readComponent(client, target)
  await vi.waitUntil(() => asked.length === 2)
  answerAll()
  expect(await without).toMatchObject({ ports: [{ container_port: 80 }], gatewayRules: null })

  domains = 401
  const tooLate = readComponent(client, target)
  await vi.waitUntil(() => asked.length === 2)
  answerAll()
  await expect(tooLate).rejects.toMatchObject({ kind: 'unauthenticated' })
})
