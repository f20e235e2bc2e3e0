import { createServer } from 'node:https'
import { expect, onTestFinished, test } from 'vitest'
import { selfSignedCertificate, testKey, unknownIssuerCertificate } from '../../testing/certificates'
import { consoleUpstream } from '../console-upstream'
import { connectionTrouble } from './connection-trouble'

test.each([
  ['certificate-self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', selfSignedCertificate],
  ['certificate-issuer', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', unknownIssuerCertificate],
])('a console over TLS: %s', async (cause, code, cert) => {
  const server = createServer({ key: testKey, cert }, (_, response) => response.end('{}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const { call, close } = consoleUpstream(new URL(`https://127.0.0.1:${port}`), { connections: 1 })
  onTestFinished(close)
  const { signal } = new AbortController()
  await expect(
    call({ method: 'GET', path: '/openapi/v1/teams', requestId: 'r1', signal }),
  ).rejects.toMatchObject({
    kind: 'unreachable',
    trouble: { cause, code, host: '127.0.0.1' },
  })
})

test.each([
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-early'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-issuer'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-issuer'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-name'],
  ['CERT_REVOKED', 'certificate'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['ENOTFOUND', 'name'],
  ['ECONNREFUSED', 'refused'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no-connection'],
  ['HPE_INVALID_CONSTANT', 'not-http'],
])('%s means: %s', (code, cause) => {
  const error = Object.assign(new Error('failed'), { code })
  expect(connectionTrouble(error, 'console.test')).toEqual({ cause, code, host: 'console.test' })
})

test('a connection that breaks later leaves open what arrived', () => {
  for (const code of ['ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET']) {
    const error = Object.assign(new Error('failed'), { code, syscall: 'read' })
    expect(connectionTrouble(error, 'console.test')).toBeUndefined()
  }
})
