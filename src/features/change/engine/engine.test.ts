import { describe, expect, it } from 'vitest'
import { aGatewayRule } from '../../../domain/testing/component'
import { aPort, settled } from '../testing/fake-effects'
import { aPage, calls, desired } from '../testing/fake-page'

describe('a single harmless step', () => {
  it('is sent and pending before propose returns', () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    expect(calls(effects)).toEqual(['open_inner 8080'])
    expect(page.activity('s1', 8080).pending).toEqual({ inner: true })
    expect(page.isBusy('s1')).toBe(true)
    expect(page.review()).toBeNull()
  })

  it('stays pending until it was read back, and is done then', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    const step = await effects.next()
    expect(effects.reads).toBe(0)
    step.accept()
    await settled()
    expect(effects.reads).toBe(1)
    expect(page.activity('s1', 8080)).toEqual({ pending: null, refusal: null })
    expect(page.isBusy('s1')).toBe(false)
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'done' }, canUndo: true })
  })

  it('is rolled back with the reason when refused, after the component was read again', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(effects.reads).toBe(1)
    expect(page.activity('s1', 8080)).toMatchObject({
      pending: null,
      refusal: {
        reason: 'error',
        error: { kind: 'wrong-state', detail: 'so it is' },
        desired: { inner: true },
      },
    })
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'refused' }, canUndo: false })
  })

  it('forgets the refusal when something else is tried', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    ;(await effects.next()).fail('wrong-state')
    await settled()
    propose(desired(8080, { inner: true }))
    expect(page.activity('s1', 8080)).toEqual({ pending: { inner: true }, refusal: null })
  })

  it('counts as done when its unclear failure turns out to have been carried out, and is not sent twice', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    ;(await effects.next()).fail('timeout', true)
    await settled()
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'done' }, canUndo: true })
    expect(page.activity('s1', 8080).refusal).toBeNull()
    expect(effects.sent).toHaveLength(1)
  })

  it('is refused when its unclear failure turns out not to have been carried out', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    ;(await effects.next()).fail('timeout')
    await settled()
    expect(page.activity('s1', 8080).refusal).toMatchObject({ reason: 'error', error: { kind: 'timeout' } })
    expect(effects.sent).toHaveLength(1)
  })

  it('waits and sends again when Rainbond is too busy', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    ;(await effects.next()).fail('busy')
    ;(await effects.next()).accept()
    await settled()
    expect(effects.waits).toEqual([1000])
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'done' } })
  })

  it('says so when the answer was yes and nothing changed', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    const step = await effects.next()
    step.accept()
    effects.there = { ...effects.there, ports: [aPort(8080)] }
    await settled()
    expect(page.activity('s1', 8080).refusal).toMatchObject({ reason: 'not-as-desired' })
  })

  it('names the gateway rule that stays open when only the records close external access', async () => {
    const open = aPort(8080, { is_inner_service: true, is_outer_service: true })
    const rule = aGatewayRule({ port: 8080, publicAddress: 'https://www.shop.test' })
    const { page, effects, propose } = aPage([open], [rule])
    propose(desired(8080, { outer: false }))
    const step = await effects.next()
    step.accept()
    effects.there = { ...effects.there, ports: [{ ...open, is_outer_service: false }], gatewayRules: [rule] }
    await settled()
    expect(page.activity('s1', 8080).refusal).toMatchObject({
      reason: 'not-as-desired',
      standing: ['https://www.shop.test'],
    })
  })

  it('says so when it cannot be read back', async () => {
    const { page, effects, propose } = aPage([aPort(8080)])
    propose(desired(8080, { inner: true }))
    effects.failReads = 1
    ;(await effects.next()).accept()
    await settled()
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'unclear', isAnswered: true }, canUndo: true })
  })

  it('sends nothing where it reads as desired already', async () => {
    const { page, effects, propose } = aPage([aPort(8080, { is_inner_service: true })])
    propose(desired(8080, { inner: true }))
    await settled()
    expect(effects.sent).toEqual([])
    expect(effects.reads).toBe(0)
    expect(page.notices()).toEqual([])
  })
})

describe('quick clicks on one component', () => {
  it('run one after the other, and are read back once', async () => {
    const { page, effects, propose } = aPage([aPort(80), aPort(81)])
    propose(desired(80, { inner: true }))
    propose(desired(81, { inner: true }))
    expect(calls(effects)).toEqual(['open_inner 80'])
    expect(page.activity('s1', 81).pending).toEqual({ inner: true })
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_inner 81'])
    expect(effects.reads).toBe(1)
    expect(page.notices()).toHaveLength(2)
  })

  it('on one switch: the last word counts, what lies between is never sent', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    propose(desired(80, { inner: false }))
    propose(desired(80, { inner: true }))
    expect(page.activity('s1', 80).pending).toEqual({ inner: true })
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80'])
    expect(page.activity('s1', 80)).toEqual({ pending: null, refusal: null })
  })

  it('on one switch, there and back: both are sent, in their order', async () => {
    const { effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    propose(desired(80, { inner: false }))
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'close_inner 80'])
    expect(effects.there.ports[0]?.is_inner_service).toBe(false)
  })

  it('on inner and then outer need no plan of two steps', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    propose(desired(80, { outer: true }))
    ;(await effects.next()).accept()
    await settled()
    expect(page.review()).toBeNull()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80'])
  })

  it('show the plan after all when the one before was refused', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    propose(desired(80, { outer: true }))
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(page.review()).toMatchObject({ phase: { name: 'preview' } })
    expect(page.review()?.plan.steps).toHaveLength(2)
  })

  it('read again before the next is planned when the one before is unclear', async () => {
    const { effects, propose } = aPage([aPort(80), aPort(81)])
    propose(desired(80, { inner: true }))
    propose(desired(81, { inner: true }))
    ;(await effects.next()).fail('timeout')
    await settled()
    expect(effects.reads).toBe(1)
    expect(calls(effects)).toEqual(['open_inner 80', 'open_inner 81'])
  })
})

describe('undo', () => {
  it('reads again and takes the change back, once', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    ;(await effects.next()).accept()
    await settled()
    const id = page.notices()[0]?.id ?? 0
    page.undo(id)
    page.undo(id)
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'close_inner 80'])
    expect(effects.reads).toBe(3)
    expect(page.notices()[0]).toMatchObject({ isUndo: true, outcome: { kind: 'done' } })
    expect(page.notices()[1]).toMatchObject({ id, canUndo: false })
  })

  it('leaves alone what somebody else changed since', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    ;(await effects.next()).accept()
    await settled()
    effects.there = { ...effects.there, ports: [aPort(80)] }
    page.undo(page.notices()[0]?.id ?? 0)
    await settled()
    expect(effects.sent).toHaveLength(1)
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'done' }, isUndo: true, done: [] })
  })

  it('is offered again when it was refused', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    ;(await effects.next()).accept()
    await settled()
    const id = page.notices()[0]?.id ?? 0
    page.undo(id)
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(page.notices().find((notice) => notice.id === id)).toMatchObject({ canUndo: true })
  })
})

it('sends no further step once it is abandoned', async () => {
  const { page, effects, propose } = aPage([aPort(80)])
  propose(desired(80, { outer: true }))
  page.answer('run')
  const first = await effects.next()
  page.abandon()
  first.accept()
  await settled()
  expect(calls(effects)).toEqual(['open_inner 80'])
})

it('asks again for a refused change, in the place of its notice', async () => {
  const { page, effects, propose } = aPage([aPort(80)])
  propose(desired(80, { inner: true }))
  ;(await effects.next()).fail('offline')
  await settled()
  page.retry(page.notices()[0]?.id ?? 0)
  expect(page.activity('s1', 80)).toEqual({ pending: { inner: true }, refusal: null })
  ;(await effects.next()).accept()
  await settled()
  expect(page.notices()).toMatchObject([{ outcome: { kind: 'done' } }])
})
