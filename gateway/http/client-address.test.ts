import { expect, test } from 'vitest'
import { peerAddress } from './client-address'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0::1', '2001:db8::1'],
  [undefined, ''],
])('the address of a connection from %s is %s', (remoteAddress, address) => {
  expect(peerAddress({ remoteAddress })).toBe(address)
})
