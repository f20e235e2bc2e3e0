import { describe, expect, test } from 'vitest'
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

  test('reports every fault at once', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      PUBLIC_URL: 'https://portdeck.example.com/path',
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
