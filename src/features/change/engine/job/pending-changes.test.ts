import { describe, expect, it } from 'vitest'
import { lastWord, changesOfSteps } from './pending-changes'

const desired = (port: number, fields: object | 'delete') => ({ ports: new Map([[port, fields]]) })

describe('the last word on one port', () => {
  it.each([
    [{ inner: true }, { inner: false }, { inner: false }],
    [{ inner: true }, { outer: true }, { outer: true }],
    [{ outer: true }, { inner: false }, { inner: false }],
    [{ outer: false }, { inner: true }, { outer: false, inner: true }],
    [{ alias: 'A' }, { inner: true }, { alias: 'A', inner: true }],
  ])('of %j and then %j is %j', (waiting, next, expected) => {
    expect(lastWord(desired(80, waiting), desired(80, next))).toEqual(desired(80, expected))
  })

  it('is not there for two ports, nor after a delete', () => {
    expect(lastWord(desired(80, { inner: true }), desired(81, { inner: true }))).toBeNull()
    expect(lastWord(desired(80, 'delete'), desired(80, { inner: true }))).toBeNull()
  })
})

it('tells what steps make of a port in the end', () => {
  expect(
    changesOfSteps([
      { call: 'change', port: 80, body: { action: 'close_outer' }, reason: 'before-changing-protocol' },
      { call: 'change', port: 80, body: { action: 'change_protocol', protocol: 'tcp' }, reason: 'desired' },
      { call: 'change', port: 80, body: { action: 'open_outer' }, reason: 'reopening' },
      { call: 'delete', port: 81, reason: 'desired' },
    ]),
  ).toEqual(
    new Map<number, unknown>([
      [80, { outer: true, protocol: 'tcp' }],
      [81, 'delete'],
    ]),
  )
})
