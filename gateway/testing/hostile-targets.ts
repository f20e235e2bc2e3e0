import fc from 'fast-check'

export const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'

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
export const bentPath = fc
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

/** Targets of a request line; some of them are harmless. */
export const hostileTarget = fc
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
