import { expect, it } from 'vitest'
import { aPort, settled } from '../testing/fake-effects'
import { aPage, desired } from '../testing/fake-page'

it('a switch leaves nothing to send once it is under way, and a second one does until then', async () => {
  const { page, effects, propose } = aPage([aPort(80), aPort(81)])
  propose(desired(80, { inner: true }))
  expect(page.hasUnsent()).toBe(false)
  propose(desired(81, { inner: true }))
  expect(page.hasUnsent()).toBe(true)
  ;(await effects.next()).accept()
  const second = await effects.next()
  expect(page.hasUnsent()).toBe(false)
  second.accept()
  await settled()
  expect(page.hasUnsent()).toBe(false)
})

it('a plan leaves steps to send from the yes to its last step, not while it asks or is read back', async () => {
  const { page, effects, propose } = aPage([aPort(80)])
  propose(desired(80, { outer: true }))
  expect(page.hasUnsent()).toBe(false)
  page.answer('run')
  await Promise.resolve()
  expect(page.hasUnsent()).toBe(true)
  const first = await effects.next()
  expect(page.hasUnsent()).toBe(true)
  first.accept()
  const last = await effects.next()
  expect(page.hasUnsent()).toBe(false)
  last.accept()
  await settled()
  expect(page.hasUnsent()).toBe(false)
})

it('a plan that stops, or was stopped, leaves nothing to send by itself', async () => {
  const { page, effects, propose } = aPage([aPort(80)])
  propose(desired(80, { outer: true }))
  page.answer('run')
  const first = await effects.next()
  page.stop()
  expect(page.hasUnsent()).toBe(false)
  first.accept()
  await settled()
  expect(page.review()).toMatchObject({ phase: { name: 'stopped' } })
  expect(page.hasUnsent()).toBe(false)
})

it('a call that waits to be sent again is left, and one that is read first is, too', async () => {
  const { page, effects, propose } = aPage([aPort(80)])
  effects.holdWaits = true
  propose(desired(80, { inner: true }))
  ;(await effects.next()).fail('busy')
  await settled()
  expect(page.hasUnsent()).toBe(true)

  const other = aPage([aPort(82, { protocol: 'tcp' })])
  other.propose({ ports: new Map([[82, { protocol: 'http' }]]) })
  expect(other.page.hasUnsent()).toBe(true)
  ;(await other.effects.next()).accept()
  expect(other.page.hasUnsent()).toBe(false)
})

it('nothing is left to send for somebody who has signed out', () => {
  const { page, propose } = aPage([aPort(80), aPort(81)])
  propose(desired(80, { inner: true }))
  propose(desired(81, { inner: true }))
  page.abandon()
  expect(page.hasUnsent()).toBe(false)
})
