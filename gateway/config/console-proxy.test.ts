import { describe, expect, test } from 'vitest'
import { consoleProxy } from './console-proxy'

const through = (env: Record<string, string>, address = 'https://console.test') => {
  const found = consoleProxy(env, new URL(address))
  return 'fault' in found ? found.fault : found.proxy?.href
}

describe('the proxy on the way to the console', () => {
  test.each([
    [{ HTTPS_PROXY: 'http://proxy.test:3128' }, 'http://proxy.test:3128/'],
    [{ HTTPS_PROXY: 'proxy.test:3128' }, 'http://proxy.test:3128/'],
    [{ HTTPS_PROXY: '192.0.2.1:3128' }, 'http://192.0.2.1:3128/'],
    [{ https_proxy: 'a.test:1', HTTPS_PROXY: 'b.test:2' }, 'http://a.test:1/'],
    [{ ALL_PROXY: 'all.test:1' }, 'http://all.test:1/'],
    [{ HTTP_PROXY: 'plain.test:1' }, 'http://plain.test:1/'],
    [{ HTTPS_PROXY: 'a.test:1', ALL_PROXY: 'socks5://b.test:1' }, 'http://a.test:1/'],
    [{ HTTPS_PROXY: '' }, undefined],
    [{}, undefined],
  ])('is %o: %s', (env, proxy) => {
    expect(through(env)).toBe(proxy)
  })

  test.each([
    [{ ALL_PROXY: 'socks5://user:word@proxy.test:1080' }, /^ALL_PROXY must be an http or https proxy/],
    [{ HTTPS_PROXY: 'http://' }, /^HTTPS_PROXY must be/],
    [{ HTTPS_PROXY: 'a.test:1', NO_PROXY: '10.0.0.0/99' }, /^NO_PROXY holds "10.0.0.0\/99"/],
  ])('is refused by name and without its password: %o', (env, fault) => {
    expect(through(env)).toMatch(fault)
    expect(through(env)).not.toContain('word')
  })

  test('is not for a console on this machine', () => {
    expect(through({ ALL_PROXY: 'all.test:1' }, 'http://127.0.0.1:7070')).toBeUndefined()
  })

  test.each([
    ['*', 'https://console.test', true],
    ['console.test', 'https://console.test', true],
    ['.test', 'https://console.test', true],
    ['*.test', 'https://console.test', true],
    ['sole.test', 'https://console.test', false],
    ['console.test:443', 'https://console.test', true],
    ['console.test:8443', 'https://console.test', false],
    ['other.test, 10.0.0.0/8', 'https://10.9.8.7:7070', true],
    ['10.0.0.0/8', 'https://11.0.0.1', false],
    ['10.0.0.0/8', 'https://console.test', false],
    ['fd00::/8', 'https://[fd12::1]:7070', true],
    ['fd12::1', 'https://[fd12::1]:7070', true],
    ['[fd12::1]:7070', 'https://[fd12::1]:7070', true],
    ['10.0.0.1', 'https://10.0.0.1', true],
  ])('with NO_PROXY=%s, %s is called directly: %s', (entries, address, isDirect) => {
    expect(through({ ALL_PROXY: 'p.test:1', NO_PROXY: entries }, address) === undefined).toBe(isDirect)
  })
})
