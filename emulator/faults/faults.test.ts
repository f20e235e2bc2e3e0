import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { clusterAnswer, TransportFault } from './answers'
import { applyFault } from './apply'
import { faultNames } from './definitions'
import { createFaults, slowMs } from './faults'
import { type FaultRule, parseFaultRules } from './rules'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'
const read = { method: 'GET', pathname: ports }
const write = { method: 'PUT', pathname: `${ports}/80` }
const never = new AbortController().signal

function withRules(...rules: FaultRule[]) {
  const faults = createFaults()
  faults.set(rules)
  return faults
}

describe('a fault affects', () => {
  test('no request without rules', () => {
    expect(createFaults().decide(read)).toEqual({ kind: 'none', latencyMs: 0 })
  })

  test('requests of the rule’s method, in any case', () => {
    const faults = withRules({ fault: 'crash', method: 'put' })
    expect(faults.decide(read).kind).toBe('none')
    expect(faults.decide(write).kind).toBe('answer')
  })

  test('requests whose pathname contains the path', () => {
    const faults = withRules({ fault: 'html', path: 'gr1a2b3c/ports' })
    expect(faults.decide(read).kind).toBe('answer')
    expect(faults.decide({ method: 'GET', pathname: '/openapi/v1/teams' }).kind).toBe('none')
  })

  test('requests whose whole pathname matches a path with stars, one segment for each star', () => {
    const faults = withRules({ fault: 'html', path: '/openapi/v1/teams/*/regions' })
    expect(faults.decide({ method: 'GET', pathname: '/openapi/v1/teams/shop/regions' }).kind).toBe('answer')
    expect(faults.decide({ method: 'GET', pathname: '/openapi/v1/teams/a/b/regions' }).kind).toBe('none')
    expect(faults.decide({ method: 'GET', pathname: '/openapi/v1/teams/shop/regions/sh' }).kind).toBe('none')
  })

  test('several segments with a double star', () => {
    const faults = withRules({ fault: 'html', path: '**/ports' })
    expect(faults.decide(read).kind).toBe('answer')
    expect(faults.decide(write).kind).toBe('none')
  })

  test('as many matching requests as its count', () => {
    const faults = withRules({ fault: 'cluster-too-frequent', count: 2 })
    const kinds = [write, read, write, write].map((asked) => faults.decide(asked).kind)
    expect(kinds).toEqual(['cluster', 'none', 'cluster', 'none'])
  })

  test('a request by the first matching rule whose count is not used up', () => {
    const faults = withRules({ fault: 'crash', count: 1 }, { fault: 'timeout' })
    expect(faults.decide(read)).toMatchObject({ kind: 'answer', answer: { status: 500 } })
    expect(faults.decide(read)).toMatchObject({ kind: 'signal', signal: 'timeout' })
  })

  test('a request together with slow, which adds its latency', () => {
    const faults = withRules({ fault: 'slow', latencyMs: 40 }, { fault: 'crash', latencyMs: 2 })
    expect(faults.decide(read)).toMatchObject({ kind: 'answer', latencyMs: 42 })
  })

  test('side routes, never ports, for missing-route without a path', () => {
    const faults = withRules({ fault: 'missing-route' })
    expect(faults.decide(read).kind).toBe('none')
    for (const side of ['/apps/1/domains', '/apps_port', '/services/gr1a2b3c', '/services/gr1a2b3c/events']) {
      expect(
        faults.decide({ method: 'GET', pathname: `/openapi/v1/teams/shop/regions/sh${side}` }).kind,
      ).toBe('answer')
    }
  })

  test('reads and writes of ports for duplicate-permission', () => {
    const faults = withRules({ fault: 'duplicate-permission' })
    for (const asked of [read, write]) {
      const answer = { status: 500, body: { code: 10401, error_type: 'MultipleObjectsReturned' } }
      expect(faults.decide(asked)).toMatchObject({ answer })
    }
    expect(faults.decide({ method: 'GET', pathname: '/openapi/v1/teams' }).kind).toBe('none')
  })

  test('no request after a reset', () => {
    const faults = withRules({ fault: 'crash' })
    faults.reset()
    expect(faults.decide(read).kind).toBe('none')
  })
})

describe('a component that shows a fault', () => {
  test('shows a crash in every request for its ports, but not in its header', () => {
    const faults = createFaults()
    const header = { method: 'GET', pathname: ports.replace('/ports', '') }
    expect(faults.decide({ ...read, componentFault: 'crash' }).kind).toBe('answer')
    expect(faults.decide({ ...write, componentFault: 'crash' }).kind).toBe('answer')
    expect(faults.decide({ ...header, componentFault: 'crash' }).kind).toBe('none')
  })

  test('has readable ports if the fault affects changes', () => {
    const faults = createFaults()
    expect(faults.decide({ ...read, componentFault: 'unauthenticated' }).kind).toBe('none')
    expect(faults.decide({ ...write, componentFault: 'unauthenticated' }).kind).toBe('answer')
  })

  test('delays every request for its ports if the fault is slow', () => {
    expect(createFaults().decide({ ...read, componentFault: 'slow' })).toEqual({
      kind: 'none',
      latencyMs: slowMs,
    })
  })

  test('is overridden by a rule', () => {
    const faults = withRules({ fault: 'licence' })
    expect(faults.decide({ ...read, componentFault: 'timeout' })).toMatchObject({ answer: { status: 401 } })
  })
})

describe('an affected request', () => {
  const done: string[] = []
  const handle = (failure?: string) => {
    done.push(failure ?? 'handled')
    return Promise.resolve(Response.json({ data: { list: [{ container_port: 80 }] } }))
  }
  const happen = (...rules: FaultRule[]) => {
    done.length = 0
    return applyFault(withRules(...rules).decide(write), never, handle)
  }

  test('is not handled before a timeout or a reset', async () => {
    await expect(happen({ fault: 'timeout' })).rejects.toMatchObject({ signal: { kind: 'timeout' } })
    expect(done).toEqual([])
    await expect(happen({ fault: 'connection-reset' })).rejects.toBeInstanceOf(TransportFault)
    expect(done).toEqual([])
  })

  test('is handled before its answer is lost or cut off', async () => {
    await expect(happen({ fault: 'lost-answer' })).rejects.toMatchObject({ signal: { kind: 'reset' } })
    expect(done).toEqual(['handled'])
    await expect(happen({ fault: 'cut-json' })).rejects.toMatchObject({ signal: { kind: 'cut' } })
    expect(done).toEqual(['handled'])
  })

  test('gets texts for port numbers with wrong-shape', async () => {
    const answer = await happen({ fault: 'wrong-shape' })
    expect(await answer.json()).toEqual({ data: { list: [{ container_port: 'no. 80' }] } })
  })

  test('passes a cluster failure to the handler', async () => {
    await happen({ fault: 'cluster-out-of-memory' })
    expect(done).toEqual(['out-of-memory'])
  })

  test('is not handled once its client disconnects', async () => {
    done.length = 0
    const client = new AbortController()
    const decision = withRules({ fault: 'slow', latencyMs: 600_000 }).decide(write)
    const answer = applyFault(decision, client.signal, handle)
    client.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(done).toEqual([])
  })
})

test('every failed call to the cluster gets the answer of the contract', () => {
  const call = { url: 'https://10.0.0.1:8443/v2/tenants/shop/services/gr1a2b3c/ports', method: 'POST' }
  expect(clusterAnswer('too-frequent', call)).toMatchObject({
    status: 409,
    body: { code: 409, msg: 'wait a moment please' },
  })
  for (const failure of ['error', 'html', 'timeout'] as const) {
    const failed = clusterAnswer(failure, call)
    expect(failed).toMatchObject({ status: 400, body: { code: 400, msg: { ...call, body: {} } } })
    expect(failed).toHaveProperty('body.msg.httpcode')
    expect(JSON.stringify(failed)).toContain('"msg_show":"数据中心操作故障 ')
  }
  expect(clusterAnswer('not-found', call)).toMatchObject({
    status: 404,
    body: { code: 404, msg: 'region no found this resource' },
  })
  expect(clusterAnswer('unreachable', call)).toMatchObject({ status: 400, body: { code: 10411 } })
  expect(clusterAnswer('out-of-memory', call)).toMatchObject({ status: 412, body: { code: 10406 } })
  expect(clusterAnswer('route-binding', call)).toMatchObject({
    status: 412,
    body: { msg: 'change port fail', msg_show: '数据中心添加策略失败' },
  })
})

describe('the body of the control route', () => {
  test('is accepted if every rule is valid', () => {
    const rules = faultNames.map((fault) => ({
      fault,
      method: 'PUT',
      path: '/ports',
      count: 1,
      latencyMs: 0,
    }))
    expect(parseFaultRules({ rules })).toEqual({ ok: true, rules })
  })

  test.each([
    [null, 'the body must be an object'],
    [{}, 'rules must be a list'],
    [{ rules: [{ fault: 'tornado' }] }, 'rules[0].fault must be one of: timeout'],
    [{ rules: [{ fault: 'crash', count: 0 }] }, 'rules[0].count must be 1 or more'],
    [{ rules: [{ fault: 'slow', latencyMs: 0.5 }] }, 'rules[0].latencyMs must be a whole number'],
    [{ rules: [{ fault: 'slow', times: 2 }] }, 'rules[0] must be an object of fault'],
  ])('is refused with the place and the reason: %j', (body, reason) => {
    const read = parseFaultRules(body)
    expect(read.ok ? 'accepted' : read.error).toContain(reason)
  })
})

test('the documentation lists exactly the faults that exist', () => {
  const page = readFileSync(new URL('../../docs/emulator.md', import.meta.url), 'utf8')
  const [, table = ''] = page.split('## Faults')
  const lines = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name)
  expect(lines).toEqual(faultNames)
})
