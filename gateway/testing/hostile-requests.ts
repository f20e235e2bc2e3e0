import fc from 'fast-check'

/** A misleading request as bytes on the wire. */
export interface HostileRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'

const segment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'openapi',
      'v1',
      'teams',
      'shop',
      't1',
      'regions',
      'sh',
      'apps',
      '1',
      'services',
      'gr1a2b3c',
      'ports',
      '80',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '../..',
      '.',
      '',
      '%2e%2e',
      '%2E.',
      '.%2e',
      '%2f',
      '%5c',
      '\\',
      '..%2f',
      '%252e%252e',
      '%00',
      '%0d%0aX-Internal-Token:x',
      ';',
      'shop;x=1',
      'shop?x',
      '%3f',
      '#',
      '@evil.test',
      'other',
      '%c0%ae',
      '%e0%80%ae',
      '%',
      '%zz',
      '*',
      '__proto__',
      'constructor',
      'administrators',
      'envs',
      '__emulator',
      'reset',
      'x'.repeat(3000),
      '\u00e9',
      '%E5%95%86',
      '\u007f',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n ]/g, '')) },
)

const madePath = fc.array(segment, { maxLength: 12 }).map((segments) => `/${segments.join('/')}`)

/** A valid path with a mutation. */
const bentPath = fc
  .tuple(fc.constantFrom(ports, `${ports}/80`, '/openapi/v1/teams', '/session'), fc.nat(60), segment)
  .map(([path, at, piece]) => `${path.slice(0, at)}${piece}${path.slice(at)}`)

const goodPath = fc.constantFrom(
  ports,
  `${ports}/80`,
  '/openapi/v1/teams?page=1',
  '/session',
  '/',
  '/teams/shop',
)

const query = fc.constantFrom(
  '',
  '',
  '',
  '?page=1',
  '?query=%22',
  '?page=1&page=2',
  '?x=1',
  '?',
  '?page=1%00',
  '?__proto__=1',
  '??',
  '?query=\\..',
)

const target = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '',
      '',
      '',
      'http://evil.test',
      'https://127.0.0.1',
      '//evil.test',
      'evil.test:443',
      '*',
    ),
    fc.oneof(
      { weight: 2, arbitrary: madePath },
      { weight: 4, arbitrary: bentPath },
      { weight: 4, arbitrary: goodPath },
    ),
    query,
  )
  .map((parts) => parts.join(''))

const header = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'X-Internal-Token',
      'x-internal-token',
      'X_Internal_Token',
      'Authorization',
      'Proxy-Authorization',
      'X-Forwarded-For',
      'X-Forwarded-Host',
      'X-Original-URL',
      'X-Rewrite-URL',
      'X-HTTP-Method-Override',
      'Accept',
      'Accept-Encoding',
      'If-None-Match',
      'Range',
      'TE',
      'Trailer',
      'X-Request-Id',
      'X-Portdeck-Background',
      'X-Portdeck',
      '__proto__',
      'Referer',
    ),
    fc.constantFrom(
      'secret-of-a-browser',
      '',
      'a'.repeat(2000),
      '/openapi/v1/administrators',
      'DELETE',
      'gzip;q=x',
      '\u00ff\u00fe',
    ),
  ),
  fc.tuple(
    fc.constant('Host'),
    fc.constantFrom('evil.test', '', 'a b', '127.0.0.1:1@evil.test', '[::1', 'localhost', 'x'.repeat(300)),
  ),
  fc.tuple(
    fc.constant('Origin'),
    fc.constantFrom(
      'https://evil.test',
      'null',
      '',
      'http://127.0.0.1',
      'file://',
      'http://localhost@evil.test',
    ),
  ),
  fc.constantFrom(
    ['Sec-Fetch-Mode', 'navigate'] as const,
    ['Sec-Fetch-Mode', 'cors'] as const,
    ['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8'] as const,
  ),
  fc.tuple(fc.constant('Sec-Fetch-Site'), fc.constantFrom('cross-site', 'same-site', 'none', 'x', '')),
  fc.tuple(
    fc.constant('Content-Type'),
    fc.constantFrom(
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      '',
    ),
  ),
  fc.tuple(fc.constant('Content-Length'), fc.constantFrom('0', '1', '99999999999', '-1', '1e3', '0x10')),
  fc.tuple(
    fc.constant('Transfer-Encoding'),
    fc.constantFrom('chunked', 'identity', 'gzip, chunked', 'xchunked', ' chunked'),
  ),
  fc.tuple(fc.constant('Connection'), fc.constantFrom('upgrade', 'X-Request-Id', 'close, Cookie')),
  fc.tuple(fc.constant('Expect'), fc.constantFrom('100-continue', 'x')),
  fc.tuple(
    fc.constant('Cookie'),
    fc.constantFrom(
      'portdeck=',
      'portdeck=x',
      'portdeck=e30.e30.e30.e30.e30',
      `portdeck=${'a'.repeat(5000)}`,
      'portdeck="',
      '__proto__=x',
      '=;;=',
      'portdeck=%00',
    ),
  ),
)

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
  target,
  headers: fc.array(header, { maxLength: 5 }),
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
  .tuple(fc.constantFrom(...honest), fc.nat(3), header, body, bentPath)
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
