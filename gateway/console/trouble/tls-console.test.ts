import type { RequestListener } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import { connect, createServer as createRelay, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { settledByFailure } from '../../proxy/outcome'
import { selfSignedCertificate as cert, testKey as key } from '../../testing/certificates'
import { consoleUpstream } from '../console-upstream'
import type { UpstreamRequest } from '../upstream'
import { troubleRefusal } from './trouble'

// The certificate is trusted here, so that something else fails.
beforeAll(() => vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0'))
afterAll(() => vi.unstubAllEnvs())

const write = { method: 'POST', path: '/openapi/v1/teams', requestId: 'r1', body: '{}' } as const
const read = { method: 'GET', path: '/openapi/v1/teams', requestId: 'r1' } as const

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

async function listenOverTls(options: ServerOptions, answer: RequestListener) {
  const server = createServer({ key, cert, ...options }, answer)
  onTestFinished(() => server.closeAllConnections())
  return listen(server)
}

/** Calls a console at a port of this machine and returns what it fails with. */
async function failureAt(port: number, request: Omit<UpstreamRequest, 'signal'>): Promise<unknown> {
  const { call, close } = consoleUpstream(new URL(`https://127.0.0.1:${port}`), { connections: 1 })
  onTestFinished(close)
  const { signal } = new AbortController()
  return call({ ...request, signal }).then(
    () => undefined,
    (error: unknown) => error,
  )
}

test.each([
  ['TLSv1.3', read, 'client-certificate'],
  ['TLSv1.3', write, 'client-certificate'],
  // This version has no alert of its own for it.
  ['TLSv1.2', read, 'tls-refused'],
  ['TLSv1.2', write, 'tls-refused'],
] as const)(
  'over %s, a console that requires a client certificate never got the call',
  async (version, request, cause) => {
    const answer = vi.fn<RequestListener>()
    const demands = { requestCert: true, minVersion: version, maxVersion: version }
    const failure = await failureAt(await listenOverTls(demands, answer), request)
    expect(failure).toMatchObject({ kind: 'unreachable', trouble: { cause, host: '127.0.0.1' } })
    expect(answer).not.toHaveBeenCalled()
  },
)

test('both languages say that a client certificate is required', () => {
  const refusal = troubleRefusal({ cause: 'client-certificate', host: 'console.test' })
  expect(refusal.facts.detail).toEqual({
    en: 'console.test requires a client certificate, which Portdeck doesn’t have.',
    zh: 'console.test 要求客户端证书，但 Portdeck 没有客户端证书。',
  })
  expect(settledByFailure(refusal)).toMatchObject({ outcome: 'not-sent' })
})

test('TLS that breaks after the call has arrived leaves open what was done', async () => {
  const clients: Socket[] = []
  const port = await listenOverTls({}, () => {
    // A record that nobody could have sealed.
    for (const client of clients) client.write(Buffer.from([0x17, 3, 3, 0, 32, ...Array<number>(32).fill(7)]))
  })
  const relay = createRelay((client) => {
    clients.push(client)
    const console = connect(port, '127.0.0.1')
    client.on('error', () => undefined).pipe(console)
    console.on('error', () => undefined).pipe(client, { end: false })
    client.on('close', () => console.destroy())
  })
  const failure = await failureAt(await listen(relay), write)
  expect(failure).toMatchObject({ kind: 'broken' })
})
