import { expect, it } from 'vitest'
import { aDesk, desired } from '../testing/fake-desk'
import { aPort, settled } from '../testing/fake-effects'

it('a switch leaves nothing to send once it is under way, and a second one does until then', async () => {
  const { desk, effects, propose } = aDesk([aPort(80), aPort(81)])
  propose(desired(80, { inner: true }))
  expect(desk.hasUnsent()).toBe(false)
  propose(desired(81, { inner: true }))
  expect(desk.hasUnsent()).toBe(true)
  ;(await effects.next()).accept()
  const second = await effects.next()
  expect(desk.hasUnsent()).toBe(false)
  second.accept()
  await settled()
  expect(desk.hasUnsent()).toBe(false)
})

it('a plan leaves steps to send from the yes to its last step, not while it asks or is read back', async () => {
  const { desk, effects, propose } = aDesk([aPort(80)])
  propose(desired(80, { outer: true }))
  expect(desk.hasUnsent()).toBe(false)
  desk.answer('run')
  await Promise.resolve()
  expect(desk.hasUnsent()).toBe(true)
  const first = await effects.next()
  expect(desk.hasUnsent()).toBe(true)
  first.accept()
  const last = await effects.next()
  expect(desk.hasUnsent()).toBe(false)
  last.accept()
  await settled()
  expect(desk.hasUnsent()).toBe(false)
})

it('a plan that stops, or was stopped, leaves nothing to send by itself', async () => {
  const { desk, effects, propose } = aDesk([aPort(80)])
  propose(desired(80, { outer: true }))
  desk.answer('run')
  const first = await effects.next()
  desk.stop()
  expect(desk.hasUnsent()).toBe(false)
  first.accept()
  await settled()
  expect(desk.review()).toMatchObject({ phase: { name: 'stopped' } })
  expect(desk.hasUnsent()).toBe(false)
})

it('a call that waits to be sent again is left, and one that is read first is, too', async () => {
  const { desk, effects, propose } = aDesk([aPort(80)])
  effects.holdWaits = true
  propose(desired(80, { inner: true }))
  ;(await effects.next()).fail('busy')
  await settled()
  expect(desk.hasUnsent()).toBe(true)

  const other = aDesk([aPort(82, { protocol: 'tcp' })])
  other.propose({ ports: new Map([[82, { protocol: 'http' }]]) })
  expect(other.desk.hasUnsent()).toBe(true)
  ;(await other.effects.next()).accept()
  expect(other.desk.hasUnsent()).toBe(false)
})

it('nothing is left to send for somebody who has signed out', () => {
  const { desk, propose } = aDesk([aPort(80), aPort(81)])
  propose(desired(80, { inner: true }))
  propose(desired(81, { inner: true }))
  desk.abandon()
  expect(desk.hasUnsent()).toBe(false)
})
