import { describe, expect, test } from 'vitest'
import { publicAddress } from './address'

const listening = { host: '127.0.0.1', port: 8080 }
const everywhere = { host: '0.0.0.0', port: 8080 }

describe('a public address', () => {
  test('is where the gateway listens without PUBLIC_URL', () => {
    expect(publicAddress(undefined, listening).url.origin).toBe('http://127.0.0.1:8080')
    expect(publicAddress(undefined, { host: '::1', port: 1 }).url.origin).toBe('http://[::1]:1')
    expect(publicAddress(new URL('https://portdeck.test'), listening)).toMatchObject({ secure: true })
  })

  test('accepts every name of this machine if it is one of them', () => {
    const address = publicAddress(undefined, listening)
    for (const host of [
      '127.0.0.1:8080',
      'localhost:8080',
      '[::1]:8080',
      'LOCALHOST:8080',
      'localhost:5173',
    ]) {
      expect(address.acceptsHost(host), host).toBe(true)
    }
    for (const host of [
      undefined,
      '',
      'evil.test',
      '192.0.2.1:8080',
      'localhost.evil.test',
      '127.0.0.1.evil.test',
    ]) {
      expect(address.acceptsHost(host), host).toBe(false)
    }
    for (const origin of ['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080']) {
      expect(address.acceptsOrigin(origin, 'localhost:8080'), origin).toBe(true)
    }
    for (const origin of [
      undefined,
      '',
      'null',
      'http://localhost:8081',
      'https://localhost:8080',
      'http://evil.test',
      'http://evil.test:8080',
      'http://127.0.0.1:8080/',
      'http://127.0.0.1:8080@evil.test',
    ]) {
      expect(address.acceptsOrigin(origin, '127.0.0.1:8080'), origin).toBe(false)
    }
  })

  test.each([
    ['https://portdeck.test', ''],
    ['https://portdeck.test/', ''],
    ['https://portdeck.test/portdeck', '/portdeck'],
    ['https://portdeck.test/tools/portdeck/', '/tools/portdeck'],
  ])('%s has the base path "%s", and its origin is without it', (text, basePath) => {
    const address = publicAddress(new URL(text), everywhere)
    expect(address.basePath).toBe(basePath)
    expect(address.acceptsOrigin('https://portdeck.test', 'portdeck.test')).toBe(true)
    expect(address.acceptsOrigin('https://portdeck.test/portdeck', 'portdeck.test')).toBe(false)
  })

  test('accepts only itself as origin if it comes from PUBLIC_URL', () => {
    const address = publicAddress(new URL('https://portdeck.test'), everywhere)
    expect(address.acceptsHost('portdeck.test')).toBe(true)
    expect(address.acceptsHost('portdeck.test:8443')).toBe(true)
    expect(address.acceptsHost('203.0.113.9')).toBe(false)
    expect(address.acceptsOrigin('https://portdeck.test', 'portdeck.test')).toBe(true)
    expect(address.acceptsOrigin('http://portdeck.test', 'portdeck.test')).toBe(false)
    expect(address.acceptsOrigin('http://localhost:8080', 'localhost:8080')).toBe(false)
  })

  test('accepts IP addresses when listening on all of them', () => {
    const address = publicAddress(undefined, everywhere)
    expect(address.acceptsHost('203.0.113.9:8080')).toBe(true)
    expect(address.acceptsHost('[2001:db8::1]:8080')).toBe(true)
    expect(address.acceptsHost('evil.test:8080')).toBe(false)
    expect(address.acceptsOrigin('http://203.0.113.9:8080', '203.0.113.9:8080')).toBe(true)
    expect(address.acceptsOrigin('http://203.0.113.7:8080', '203.0.113.9:8080')).toBe(false)
  })
})
