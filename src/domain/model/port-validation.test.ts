import { describe, expect, test } from 'vitest'
import { aPort } from '../testing/component'
import { aliasProblem, internalDomainProblem, proposedAlias, takenProblem } from './port-validation'

describe('a port number', () => {
  const ports = [aPort(80), aPort(53, { protocol: 'udp' })]

  test.each([
    [8080, null],
    [80, 'taken'],
    [53, 'taken-by-other-protocol'],
  ])('%i is %s', (port, problem) => {
    expect(takenProblem(port, 'http', ports)).toBe(problem)
  })
})

describe('an alias', () => {
  const ports = [aPort(80, { port_alias: 'WEB' }), aPort(81, { port_alias: 'API' })]

  test.each([
    ['WEB_2', null],
    ['A', null],
    ['A'.repeat(64), null],
    ['WEB', null],
    ['', 'empty'],
    ['web', 'lower-case'],
    ['Web', 'lower-case'],
    ['1A', 'wrong-start'],
    ['_A', 'wrong-start'],
    ['A B', 'wrong-character'],
    ['A-B', 'wrong-character'],
    ['A\n', 'wrong-character'],
    ['A中', 'wrong-character'],
    ['A'.repeat(65), 'too-long'],
    ['API', 'taken'],
  ])('"%s" is wrong by %s', (alias, problem) => {
    expect(aliasProblem(alias, 80, ports)).toBe(problem)
  })

  test('that is shared already may be kept', () => {
    expect(
      aliasProblem('SAME', 80, [aPort(80, { port_alias: 'SAME' }), aPort(81, { port_alias: 'SAME' })]),
    ).toBeNull()
  })

  test('is proposed as the server would', () => {
    expect(proposedAlias('gr1a2b3c', 80)).toBe('GR1A2B3C80')
    expect(proposedAlias('my-comp-1', 80)).toBe('MY_COMP_180')
  })
})

describe('an internal domain', () => {
  test.each([
    ['web', null],
    ['a', null],
    ['web-2', null],
    ['a'.repeat(63), null],
    ['', 'empty'],
    ['Web', 'upper-case'],
    ['1web', 'wrong-start'],
    ['-web', 'wrong-start'],
    ['web.a', 'wrong-character'],
    ['web_a', 'wrong-character'],
    ['web\n', 'wrong-character'],
    ['web-', 'wrong-end'],
    ['a'.repeat(64), 'too-long'],
    ['orders', 'taken'],
  ])('"%s" is wrong by %s', (domain, problem) => {
    expect(internalDomainProblem(domain, new Set(['orders']))).toBe(problem)
  })
})
