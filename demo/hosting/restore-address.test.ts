import { expect, test } from 'vitest'
import { restoreAddress } from './restore-address'

/** Returns the folder, and the address bar afterwards. */
function restored(address: string) {
  const location = new URL(address, 'https://example.test')
  let shown = ''
  const history = {
    state: null,
    replaceState: (_state: unknown, _title: string, url: string | URL | null = '') => {
      shown = String(url)
    },
  }
  return [restoreAddress({ location, history }), shown]
}

test.each([
  ['/', '', '/'],
  ['/portdeck/', '/portdeck', '/portdeck/'],
  ['/portdeck/index.html', '/portdeck', '/portdeck/'],
  ['/a/b/?x=1#y', '/a/b', '/a/b/?x=1#y'],
  ['/portdeck/?at=%2Fteams%2Fa%252Fb%3Ffilter%3Dx%2520y', '/portdeck', '/portdeck/teams/a%2Fb?filter=x%20y'],
  ['/?at=%2Fteams', '', '/teams'],
])('%s is the page of the folder "%s", at %s', (address, folder, shown) => {
  expect(restored(address)).toEqual([folder, shown])
})

test('an address that is not below the folder is ignored', () => {
  expect(restored('/portdeck/?at=https://evil.test')).toEqual([
    '/portdeck',
    '/portdeck/?at=https://evil.test',
  ])
})
