import { describe, expect, it } from 'vitest'
import { lastWord, wishesOfSteps } from './pending-changes'

const wish = (port: number, fields: object | 'delete') => ({ ports: new Map([[port, fields]]) })

describe('the last word on one port', () => {
  it.each([
    [{ inner: true }, { inner: false }, { inner: false }],
    [{ inner: true }, { outer: true }, { outer: true }],
    [{ outer: true }, { inner: false }, { inner: false }],
    [{ outer: false }, { inner: true }, { outer: false, inner: true }],
    [{ alias: 'A' }, { inner: true }, { alias: 'A', inner: true }],
  ])('of %j and then %j is %j', (waiting, next, expected) => {
    expect(lastWord(wish(80, waiting), wish(80, next))).toEqual(wish(80, expected))
  })

  it('is not there for two ports, nor after a delete', () => {
    expect(lastWord(wish(80, { inner: true }), wish(81, { inner: true }))).toBeNull()
    expect(lastWord(wish(80, 'delete'), wish(80, { inner: true }))).toBeNull()
  })
})

it('tells what steps make of a port in the end', () => {
  expect(
    wishesOfSteps([
      { call: 'change', port: 80, body: { action: 'close_outer' }, reason: 'before-changing-protocol' },
      { call: 'change', port: 80, body: { action: 'change_protocol', protocol: 'tcp' }, reason: 'wished' },
      { call: 'change', port: 80, body: { action: 'open_outer' }, reason: 'reopening' },
      { call: 'delete', port: 81, reason: 'wished' },
    ]),
  ).toEqual(
    new Map<number, unknown>([
      [80, { outer: true, protocol: 'tcp' }],
      [81, 'delete'],
    ]),
  )
})
