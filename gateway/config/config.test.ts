import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { helpText, settingLines } from './command-line'
import { ConfigError, readConfig } from './config'

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

const secret = 's'.repeat(32)

describe('readConfig', () => {
  test('configures the demo on this machine for an empty environment', () => {
    expect(readConfig({ RAINBOND_URL: '' })).toMatchObject({
      PORT: 8080,
      HOST: '127.0.0.1',
      SESSION_HOURS: 28_800_000,
      SESSION_IDLE_MINUTES: 3_600_000,
      READ_ONLY: false,
      warnings: [],
    })
  })

  test('names the new name of a setting that was renamed', () => {
    expect(faultsOf({ SESSION_CONCURRENCY: '8' })).toEqual(['SESSION_CONCURRENCY is now PERSON_CONCURRENCY.'])
  })

  test('reports every fault at once', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      PUBLIC_URL: 'https://portdeck.example.com/path?query',
      RAINBOND_URL: 'ftp://console',
      SESSION_SECRET: `${secret},short`,
      SESSION_HOURS: '0',
      READ_ONLY: 'yes',
    })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'RAINBOND_URL',
      'SESSION_SECRET',
      'SESSION_HOURS',
      'READ_ONLY',
    ])
    expect(faults.join()).not.toContain(secret)
  })

  test.each(['', '/', '/portdeck', '/portdeck/', '/tools/port_deck-2.0~x'])(
    'accepts the path %j in PUBLIC_URL',
    (path) => {
      const address = `https://portdeck.example.com:8443${path}`
      expect(readConfig({ PUBLIC_URL: address }).PUBLIC_URL?.href).toBe(new URL(address).href)
    },
  )

  test.each([
    '//',
    '/a//b',
    '/a//',
    '/..',
    '/a/../b',
    '/./a',
    '/.hidden',
    '/a%20b',
    '/%61',
    '/a b',
    '/a\\b',
    '/端口',
    '/a?',
    '/a?x=1',
    '/a#',
    '/a#x',
    '/a;b',
    '/a:b',
    '/a"b',
    '/a$b',
  ])('refuses the path %j in PUBLIC_URL', (path) => {
    const faults = faultsOf({ PUBLIC_URL: `https://portdeck.example.com${path}` })
    expect(faults).toEqual([expect.stringMatching(/^PUBLIC_URL must be scheme, host, port and a path/)])
  })

  test('counts the bytes of a secret, not its characters', () => {
    expect(faultsOf({ SESSION_SECRET: '密'.repeat(11) })).toEqual([])
    expect(faultsOf({ SESSION_SECRET: '密'.repeat(10) })).toHaveLength(1)
  })

  test('keeps several secrets in order', () => {
    expect(readConfig({ SESSION_SECRET: `${secret}1, ${secret}2` }).secrets).toEqual([
      `${secret}1`,
      `${secret}2`,
    ])
  })

  test('generates a secret if none is set, and warns with a real console', () => {
    const [first, second] = [readConfig({}), readConfig({ RAINBOND_URL: 'https://console.test' })]
    expect(first.secrets).not.toEqual(second.secrets)
    expect([first.warnings.length, second.warnings.length]).toEqual([0, 1])
  })

  test('never falls back to the demo if a console is required', () => {
    expect(faultsOf({ REQUIRE_CONSOLE: '1' })).toHaveLength(1)
    expect(faultsOf({ REQUIRE_CONSOLE: '1', DEMO: '1' })).toEqual([])
    expect(faultsOf({ REQUIRE_CONSOLE: '1', RAINBOND_URL: 'http://console.test' })).toEqual([])
    expect(faultsOf({ DEMO: '1', RAINBOND_URL: 'http://console.test' })).toHaveLength(1)
  })

  test.each([
    'https://console.test/openapi/v1',
    'https://console.test/openapi/v1/',
    'https://console.test/openapi',
    'https://console.test/',
  ])('understands %s as the address of the console', (address) => {
    expect(readConfig({ RAINBOND_URL: address }).RAINBOND_URL?.href).toBe('https://console.test/')
  })

  test('keeps the path before the API', () => {
    const { RAINBOND_URL } = readConfig({ RAINBOND_URL: 'https://console.test/paas/openapi/v1' })
    expect(RAINBOND_URL?.href).toBe('https://console.test/paas/')
  })

  test('names a proxy that it cannot use', () => {
    const env = { RAINBOND_URL: 'https://console.test', ALL_PROXY: 'socks5://proxy.test' }
    expect(faultsOf(env)).toEqual(['ALL_PROXY must be an http or https proxy, such as http://proxy:3128'])
  })

  describe('SESSION_SECRET_FILE', () => {
    const folder = mkdtempSync(join(tmpdir(), 'portdeck-secret-'))
    const path = join(folder, 'secret')
    afterAll(() => rmSync(folder, { recursive: true }))

    test('holds the secrets, with or without a line end', () => {
      for (const end of ['', '\n', '\r\n']) {
        writeFileSync(path, `${secret}1,${secret}2${end}`)
        expect(readConfig({ SESSION_SECRET_FILE: path }).secrets).toEqual([`${secret}1`, `${secret}2`])
      }
    })

    test('is refused beside SESSION_SECRET, if it cannot be read, and if its secret is short', () => {
      writeFileSync(path, 'short')
      const both = { SESSION_SECRET_FILE: path, SESSION_SECRET: secret }
      expect(faultsOf(both)).toEqual(['SESSION_SECRET and SESSION_SECRET_FILE are mutually exclusive.'])
      expect(faultsOf({ SESSION_SECRET_FILE: join(folder, 'none') })).toEqual([
        'SESSION_SECRET_FILE cannot be read (ENOENT)',
      ])
      expect(faultsOf({ SESSION_SECRET_FILE: path })).toHaveLength(1)
    })
  })

  const generated = '3hPq0rVb9XcKw2Zt7yLm5nJd8sFg1aQe'

  test.each([
    [{ RAINBOND_URL: 'http://console.test' }, /^RAINBOND_URL is plain http/],
    [{ RAINBOND_URL: 'http://127.0.0.1:7070' }, undefined],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /^NODE_TLS_REJECT_UNAUTHORIZED=0/],
    [{ CHECK_MEMBERSHIP: '0' }, /^CHECK_MEMBERSHIP=0/],
    [{ SESSION_HOURS: '24' }, undefined],
    [{ SESSION_HOURS: '25' }, /^SESSION_HOURS is more than a day/],
    [{ SESSION_SECRET: secret }, /^SESSION_SECRET is easy to guess/],
    [{ SESSION_SECRET: 'correct horse '.repeat(3) }, /^SESSION_SECRET is easy to guess/],
    [{ SESSION_SECRET: `${generated},please-change-me-to-a-random-value` }, /^SESSION_SECRET is easy/],
    [{ SESSION_SECRET: '<openssl rand -base64 48>......................' }, /^SESSION_SECRET is easy/],
    [{ SESSION_SECRET: 'd41d8cd98f00b204e9800998ecf8427e' }, undefined],
  ])('warns about %o', (env: Record<string, string>, warning) => {
    const { warnings } = readConfig({
      RAINBOND_URL: 'https://console.test',
      SESSION_SECRET: generated,
      ...env,
    })
    if (warning === undefined) expect(warnings).toEqual([])
    else expect(warnings).toEqual([expect.stringMatching(warning)])
  })

  test.each([
    [{ PUBLIC_URL: 'http://portdeck.example.com' }, 1],
    [{ PUBLIC_URL: 'https://portdeck.example.com' }, 0],
    [{ PUBLIC_URL: 'http://localhost:8080' }, 0],
    [{ HOST: '0.0.0.0' }, 1],
    [{ HOST: '192.0.2.1' }, 1],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://portdeck.example.com' }, 0],
  ])('warns about plain http beyond loopback: %o', (env, count) => {
    expect(readConfig(env).warnings).toHaveLength(count)
  })
})

test('--help names every setting with its default and its meaning', () => {
  const help = helpText()
  for (const { name, fallback, meaning } of settingLines()) {
    expect(meaning).not.toBe('')
    expect(help).toMatch(new RegExp(`^  ${name} +${fallback}`, 'm'))
  }
})
