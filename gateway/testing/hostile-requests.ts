import fc from 'fast-check'
import { hostileHeader } from './hostile-headers'
import { bentPath, hostileTarget, ports } from './hostile-targets'

/** A misleading request as bytes on the wire. */
export interface HostileRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

const body = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '{"action":"open_outer"}',
    '{"action":"only_open_outer"}',
    '{"action":"open_inner","__proto__":{"x":1}}',
    '{"action":["open_inner"]}',
    '{"action":"change_port_alias","port_alias":"A"}',
    '{"port":80,"protocol":"http","is_inner_service":true}',
    '{"port":1e999,"protocol":"http","is_inner_service":true}',
    '{"port":"80","protocol":"http","is_inner_service":1}',
    '{"token":"x"}',
    '{"token":{"$ne":""}}',
    '[]',
    'null',
    '0',
    '{',
    '"',
    '[['.repeat(4000),
    '\u0000',
    'a=b&c=d',
    '{"action":"open_outer"}GET / HTTP/1.1\r\n\r\n',
    '0\r\n\r\nGET /openapi/v1/administrators HTTP/1.1\r\nHost: x\r\n\r\n',
    `{"x":"${'x'.repeat(20_000)}"}`,
  ),
  fc.string({ maxLength: 40 }),
)

const anything: fc.Arbitrary<HostileRequest> = fc.record({
  method: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'HEAD',
        'OPTIONS',
        'PATCH',
        'TRACE',
        'get',
        'CONNECT',
        'G ET',
        '',
        'X'.repeat(50),
      ),
    },
  ),
  target: hostileTarget,
  headers: fc.array(hostileHeader, { maxLength: 5 }),
  body,
})

const honest = [
  { method: 'GET', target: ports, body: '' },
  { method: 'POST', target: ports, body: '{"port":80,"protocol":"http","is_inner_service":true}' },
  { method: 'PUT', target: `${ports}/80`, body: '{"action":"open_outer"}' },
  { method: 'DELETE', target: `${ports}/80`, body: '' },
  { method: 'POST', target: '/session', body: '{"token":"x"}' },
] as const

/** A valid request with one hostile part. */
const almostHonest: fc.Arbitrary<HostileRequest> = fc
  .tuple(fc.constantFrom(...honest), fc.nat(3), hostileHeader, body, bentPath)
  .map(([good, bent, oneHeader, otherBody, otherTarget]) => ({
    ...good,
    headers: bent === 1 ? [oneHeader] : [],
    ...(bent === 2 && { body: otherBody }),
    ...(bent === 3 && { target: otherTarget }),
  }))

/** Requests with hostile paths, methods, headers, cookies and bodies; some of them are harmless. */
export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.oneof(anything, almostHonest)

/** The same requests for a gateway at `basePath`; some of them ask outside of it, as close to it as possible. */
export function hostileRequestBelow(basePath: string): fc.Arbitrary<HostileRequest> {
  const start = fc.oneof(
    { weight: 6, arbitrary: fc.constant(basePath) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('', '/', '/..', '/.', '/%2e%2e', '%2f', '/..%2f', '\\', ';', '?', '#')
        .map((end) => basePath + end),
    },
    { weight: 1, arbitrary: fc.constantFrom('', basePath.toUpperCase(), `/.${basePath}`, `/${basePath}`) },
  )
  return fc.tuple(hostileRequest, start).map(([request, before]) => ({
    ...request,
    target: request.target.startsWith('/') ? before + request.target : request.target,
    headers: request.headers.map(([name, value]) => [
      name,
      name === 'Cookie' ? value.replace('portdeck', `portdeck-${basePath.slice(1)}`) : value,
    ]),
  }))
}
