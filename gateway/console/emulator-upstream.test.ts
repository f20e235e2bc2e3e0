import { expect, test } from 'vitest'
import { TransportFault } from '../../emulator/faults/answers'
import { sessionSchema } from '../../src/api/contract/session'
import { startGateway } from '../testing/test-gateway'
import { emulatorUpstream } from './emulator-upstream'

const read = (signal = new AbortController().signal) =>
  ({ method: 'GET', path: '/openapi/v1/teams', token: 't', requestId: 'r1', signal }) as const

test('asks the emulator as it would ask a console', async () => {
  const call = emulatorUpstream((request) =>
    Promise.resolve(Response.json([request.url, request.headers.get('authorization')], { status: 409 })),
  )
  expect(await call(read())).toEqual({
    status: 409,
    contentType: 'application/json',
    body: '["http://emulator/openapi/v1/teams","t"]',
  })
})

test('turns a reset and a cut answer into a broken connection', async () => {
  for (const fault of [{ kind: 'reset' }, { kind: 'cut', answer: Response.json({}) }] as const) {
    const call = emulatorUpstream(() => Promise.reject(new TransportFault(fault)))
    await expect(call(read())).rejects.toMatchObject({ name: 'UpstreamFailure', kind: 'broken' })
  }
})

test('stays silent on a timeout until the call is aborted', async () => {
  const aborter = new AbortController()
  const call = emulatorUpstream(() => Promise.reject(new TransportFault({ kind: 'timeout' })))
  const answer = call(read(aborter.signal))
  aborter.abort(new Error('too long'))
  await expect(answer).rejects.toThrow('too long')
})

test('answers from the embedded emulator without a console, and says that it is the demo', async () => {
  const gateway = await startGateway({ upstream: null })
  const session = sessionSchema.parse((await gateway.ask({ path: '/session' })).json)
  expect(session).toMatchObject({ user: null, console: null, demo: true })
  await gateway.signIn(session.demoToken ?? '')
  const teams = await gateway.ask({ path: '/openapi/v1/teams?page=1&page_size=100' })
  expect([teams.status, teams.json]).toMatchObject([200, { total: 3 }])
})

test('does not let one visitor of the demo use up what the others may do with the same token', async () => {
  const gateway = await startGateway({ upstream: null, env: { READ_BURST: '1', TRUST_PROXY: '1' } })
  const { demoToken } = sessionSchema.parse((await gateway.ask({ path: '/session' })).json)
  await gateway.signIn(demoToken ?? '')
  const readFrom = async (address: string) => {
    const headers = { 'x-forwarded-for': address }
    return (await gateway.ask({ path: '/openapi/v1/teams', headers })).status
  }
  expect([await readFrom('192.0.2.1'), await readFrom('192.0.2.1')]).toEqual([200, 429])
  expect([await readFrom('192.0.2.2'), await readFrom('192.0.2.2')]).toEqual([200, 429])
})
