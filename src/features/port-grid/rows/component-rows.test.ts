import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { Domains } from '../../../api/contract/domain'
import { keys } from '../../../api/keys'
import { createEngine } from '../../change/engine/engine'
import { aPort, aTarget, FakeEffects } from '../../change/testing/fake-effects'
import { componentRows } from './component-rows'
import { createRowStore } from './row-store'

const noRules: Domains = { http: [], tcp: [] }

/** The row of a port whose gateway rules are being read for the first time, and how that read ends. */
function setUp() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const target = aTarget()
  const ports = [aPort(80)]
  client.setQueryData(keys.ports(target.ref), ports)
  const effects = new FakeEffects({ ports, gatewayRules: null, componentAlias: 'gr1', meshed: false })
  const store = createRowStore(componentRows(client, createEngine(effects), target))
  const told: unknown[] = []
  const row = () => [...store.rows(target.ref.component).values()][0]
  store.subscribe(() => told.push(row()?.areRulesToCome))
  const answer = {
    resolve: (domains: Domains): void => expect.unreachable(`${domains.http.length} too early`),
    reject: (error: Error): void => expect.unreachable(error.message),
  }
  const queryFn = () => new Promise<Domains>((resolve, reject) => Object.assign(answer, { resolve, reject }))
  const queryKey = keys.domains(target.ref)
  const read = client.query({ queryKey, queryFn }).catch(() => undefined)
  return { client, queryKey, answer, read, row, told }
}

it('gateway rules are to come while they are first read', async () => {
  const { answer, read, row, told } = setUp()
  expect(row()).toMatchObject({ rules: null, areRulesToCome: true })
  answer.resolve(noRules)
  await read
  expect(row()).toMatchObject({ rules: [], areRulesToCome: false })
  expect(told.at(-1)).toBe(false)
})

it('gateway rules that could not be read are not to come', async () => {
  const { answer, read, row, told } = setUp()
  answer.reject(new Error('unreachable'))
  await read
  expect(row()).toMatchObject({ rules: null, areRulesToCome: false })
  expect(told.at(-1)).toBe(false)
})

it('gateway rules that nobody waits for any more are not to come', async () => {
  const { client, queryKey, read, row, told } = setUp()
  await client.cancelQueries({ queryKey })
  await read
  expect(row()).toMatchObject({ rules: null, areRulesToCome: false })
  expect(told.at(-1)).toBe(false)
})
