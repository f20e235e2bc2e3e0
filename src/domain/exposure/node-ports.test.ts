import { expect, test } from 'vitest'
import { nodePortOf } from './node-ports'

test.each([
  ['tcp', '10.0.0.1:30306', 30_306],
  ['tcp', '30306', 30_306],
  ['tcp', 'gateway.acme.test:1', 1],
  ['tcp', '[fd00::1]:30306', 30_306],
  ['tcp', 'gateway1', null],
  ['tcp', '10.0.0.1:0', null],
  ['tcp', '10.0.0.1:65536', null],
  ['tcp', '', null],
  ['http', 'http://www.acme.test:8080', null],
] as const)('a %s rule at “%s” takes %s', (kind, publicAddress, port) => {
  expect(nodePortOf({ kind, publicAddress })).toBe(port)
})
