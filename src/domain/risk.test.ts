import { expect, test } from 'vitest'
import { exposureRisk } from './risk'
import { proposedProtocol } from './well-known-ports'

test.each([22, 2375, 2379, 3306, 5432, 6379, 6443, 9200, 10250, 11211, 27017])('port %i is risky', (port) => {
  expect(exposureRisk(port, 'tcp')).not.toBeNull()
  expect(exposureRisk(port, 'http')).toEqual(exposureRisk(port, 'tcp'))
})

test.each([80, 443, 3000, 8080, 8443, 9090])('port %i is not', (port) => {
  expect(exposureRisk(port, 'http')).toBeNull()
  expect(exposureRisk(port, 'tcp')).toBeNull()
})

test('the protocol counts: MySQL on any port, and over UDP other things', () => {
  expect(exposureRisk(13306, 'mysql')).toEqual({ kind: 'database', name: 'MySQL' })
  expect(exposureRisk(22, 'udp')).toBeNull()
  expect(exposureRisk(11211, 'udp')).toEqual({ kind: 'reflection', name: 'Memcached' })
})

test.each([
  [80, 'http'],
  [8080, 'http'],
  [3306, 'mysql'],
  [5432, 'tcp'],
  [53, 'udp'],
  [50051, 'grpc'],
  [12345, null],
])('port %i is proposed %s', (port, protocol) => {
  expect(proposedProtocol(port)).toBe(protocol)
})
