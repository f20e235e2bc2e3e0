import { expect, test } from 'vitest'
import { networksOf } from './networks'

test.each([
  ['192.0.2.1', ['192.0.2.1']],
  ['', ['']],
  ['2001:db8:1:2ff:3:4:5:6', ['2001:db8:1:2ff::/64', '2001:db8:1:200::/56']],
  ['2001:DB8:0001:02ff::6', ['2001:db8:1:2ff::/64', '2001:db8:1:200::/56']],
  ['2001:db8::6', ['2001:db8:0:0::/64', '2001:db8:0:0::/56']],
  ['::1', ['0:0:0:0::/64', '0:0:0:0::/56']],
  ['2001:db8:1::', ['2001:db8:1:0::/64', '2001:db8:1:0::/56']],
])('the networks of %s', (address, networks) => {
  expect(networksOf(address)).toEqual(networks)
})
