import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Port, Rule, Wish } from '../../domain/port'
import { aPort, aTarget, FakeEffects, settled } from './fake-effects'
import { createPlanDesk } from './plan-desk'

function desk(ports: Port[], rules: Rule[] | null = []) {
  const effects = new FakeEffects({ ports, rules, serviceAlias: 'gr1', meshed: false })
  const made = createPlanDesk(effects)
  return { effects, desk: made, propose: (wish: Wish) => made.propose(aTarget(), wish) }
}

function wish(port: number, fields: { inner?: boolean; outer?: boolean } | 'delete'): Wish {
  return { ports: new Map([[port, fields]]) }
}

const calls = (effects: FakeEffects) =>
  effects.sent.map((step) =>
    step.call === 'change' ? `${step.body.action} ${step.port}` : `${step.call} ${step.port}`,
  )

describe('a single harmless step', () => {
  it('is sent and pending before propose returns', () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    expect(calls(effects)).toEqual(['open_inner 8080'])
    expect(d.activity('s1', 8080).pending).toEqual({ inner: true })
    expect(d.isBusy('s1')).toBe(true)
    expect(d.review()).toBeNull()
  })

  it('stays pending until it was read back, and is done then', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    const step = await effects.next()
    expect(effects.reads).toBe(0)
    step.accept()
    await settled()
    expect(effects.reads).toBe(1)
    expect(d.activity('s1', 8080)).toEqual({ pending: null, refusal: null })
    expect(d.isBusy('s1')).toBe(false)
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'done' }, canUndo: true })
  })

  it('is rolled back with the reason when refused, after the component was read again', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(effects.reads).toBe(1)
    expect(d.activity('s1', 8080)).toMatchObject({
      pending: null,
      refusal: { reason: 'error', error: { kind: 'wrong-state', detail: 'so it is' }, wish: { inner: true } },
    })
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'refused' }, canUndo: false })
  })

  it('forgets the refusal when something else is tried', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    ;(await effects.next()).fail('wrong-state')
    await settled()
    propose(wish(8080, { inner: true }))
    expect(d.activity('s1', 8080)).toEqual({ pending: { inner: true }, refusal: null })
  })

  it('counts as done when its unclear failure turns out to have been carried out, and is not sent twice', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    ;(await effects.next()).fail('timeout', true)
    await settled()
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'done' }, canUndo: true })
    expect(d.activity('s1', 8080).refusal).toBeNull()
    expect(effects.sent).toHaveLength(1)
  })

  it('is refused when its unclear failure turns out not to have been carried out', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    ;(await effects.next()).fail('timeout')
    await settled()
    expect(d.activity('s1', 8080).refusal).toMatchObject({ reason: 'error', error: { kind: 'timeout' } })
    expect(effects.sent).toHaveLength(1)
  })

  it('waits and sends again when Rainbond is too busy', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    ;(await effects.next()).fail('busy')
    ;(await effects.next()).accept()
    await settled()
    expect(effects.waits).toEqual([1000])
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'done' } })
  })

  it('says so when the answer was yes and nothing changed', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    const step = await effects.next()
    step.accept()
    effects.there = { ...effects.there, ports: [aPort(8080)] }
    await settled()
    expect(d.activity('s1', 8080).refusal).toMatchObject({ reason: 'not-as-wished' })
  })

  it('says so when it cannot be read back', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080)])
    propose(wish(8080, { inner: true }))
    effects.failReads = 1
    ;(await effects.next()).accept()
    await settled()
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'not-read-back' }, canUndo: true })
  })

  it('sends nothing where it reads as wished already', async () => {
    const { desk: d, effects, propose } = desk([aPort(8080, { is_inner_service: true })])
    propose(wish(8080, { inner: true }))
    await settled()
    expect(effects.sent).toEqual([])
    expect(effects.reads).toBe(0)
    expect(d.notices()).toEqual([])
  })
})

describe('quick clicks on one component', () => {
  it('run one after the other, and are read back once', async () => {
    const { desk: d, effects, propose } = desk([aPort(80), aPort(81)])
    propose(wish(80, { inner: true }))
    propose(wish(81, { inner: true }))
    expect(calls(effects)).toEqual(['open_inner 80'])
    expect(d.activity('s1', 81).pending).toEqual({ inner: true })
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_inner 81'])
    expect(effects.reads).toBe(1)
    expect(d.notices()).toHaveLength(2)
  })

  it('on one switch: the last word counts, what lies between is never sent', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    propose(wish(80, { inner: false }))
    propose(wish(80, { inner: true }))
    expect(d.activity('s1', 80).pending).toEqual({ inner: true })
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80'])
    expect(d.activity('s1', 80)).toEqual({ pending: null, refusal: null })
  })

  it('on one switch, there and back: both are sent, in their order', async () => {
    const { effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    propose(wish(80, { inner: false }))
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'close_inner 80'])
    expect(effects.there.ports[0]?.is_inner_service).toBe(false)
  })

  it('on inner and then outer need no plan of two steps', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    propose(wish(80, { outer: true }))
    ;(await effects.next()).accept()
    await settled()
    expect(d.review()).toBeNull()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80'])
  })

  it('show the plan after all when the one before was refused', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    propose(wish(80, { outer: true }))
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(d.review()).toMatchObject({ phase: { name: 'preview' } })
    expect(d.review()?.plan.steps).toHaveLength(2)
  })

  it('read again before the next is planned when the one before is unclear', async () => {
    const { effects, propose } = desk([aPort(80), aPort(81)])
    propose(wish(80, { inner: true }))
    propose(wish(81, { inner: true }))
    ;(await effects.next()).fail('timeout')
    await settled()
    expect(effects.reads).toBe(1)
    expect(calls(effects)).toEqual(['open_inner 80', 'open_inner 81'])
  })
})

describe('a plan of more than one step', () => {
  it('is shown, and sends nothing before the person says yes', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    expect(d.review()).toMatchObject({ phase: { name: 'preview' } })
    expect(d.activity('s1', 80).pending).toBeNull()
    await settled()
    expect(effects.sent).toEqual([])
    d.answer('cancel')
    await settled()
    expect(d.review()).toBeNull()
    expect(d.isBusy('s1')).toBe(false)
    expect(effects.reads).toBe(0)
  })

  it('is run after reading again, read back, and closed', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    d.answer('run')
    const first = await effects.next()
    expect(effects.reads).toBe(1)
    expect(d.review()).toMatchObject({ phase: { name: 'running', at: 0 } })
    expect(d.activity('s1', 80).pending).toEqual({ inner: true, outer: true })
    first.accept()
    const second = await effects.next()
    expect(d.review()).toMatchObject({ phase: { name: 'running', at: 1 } })
    second.accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80'])
    expect(effects.reads).toBe(2)
    expect(d.review()).toBeNull()
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'done' } })
  })

  it('is shown anew with what changed when somebody else was there', async () => {
    const {
      desk: d,
      effects,
      propose,
    } = desk([aPort(80, { is_inner_service: true, is_outer_service: true })])
    propose(wish(80, { inner: false }))
    effects.there = { ...effects.there, ports: [aPort(80, { is_inner_service: true })] }
    d.answer('run')
    await settled()
    expect(effects.sent).toEqual([])
    expect(d.review()).toMatchObject({
      phase: { name: 'preview' },
      differences: [{ kind: 'field', port: 80, field: 'outer', before: true, after: false }],
    })
    expect(d.review()?.plan.steps).toHaveLength(1)
    d.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['close_inner 80'])
    expect(d.review()).toBeNull()
  })

  it('stops at a refusal, and resumes from what is there', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    d.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).fail('cluster')
    await settled()
    expect(d.review()).toMatchObject({
      phase: { name: 'refused', error: { kind: 'cluster' } },
      done: [{ body: { action: 'open_inner' } }],
      plan: { steps: [{ body: { action: 'open_outer' } }] },
    })
    expect(d.activity('s1', 80).pending).toBeNull()
    d.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80', 'open_outer 80'])
    expect(d.review()).toBeNull()
    expect(d.notices()).toHaveLength(1)
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'done' }, done: [{}, {}] })
  })

  it('goes on by itself when a step with an unclear failure was carried out', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    d.answer('run')
    ;(await effects.next()).fail('timeout', true)
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80'])
    expect(d.review()).toBeNull()
  })

  it('asks when a step with an unclear failure was not carried out', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    d.answer('run')
    ;(await effects.next()).fail('timeout')
    await settled()
    expect(d.review()).toMatchObject({ phase: { name: 'refused', error: { kind: 'timeout' } }, done: [] })
    expect(effects.sent).toHaveLength(1)
  })

  it('tells a refusal of its first step where the change was asked for, once it is left', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    d.answer('run')
    ;(await effects.next()).fail('conflict')
    await settled()
    expect(d.activity('s1', 80).refusal).toBeNull()
    d.answer('cancel')
    await settled()
    expect(d.review()).toBeNull()
    expect(d.activity('s1', 80).refusal).toMatchObject({ reason: 'error', error: { kind: 'conflict' } })
    expect(d.notices()).toMatchObject([{ outcome: { kind: 'refused' }, canUndo: false }])
  })

  it('stops between two steps when the person wants it, and says what was done', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    d.answer('run')
    const first = await effects.next()
    d.stop()
    expect(d.review()).toMatchObject({ phase: { name: 'running', stopping: true } })
    first.accept()
    await settled()
    expect(d.review()).toMatchObject({ phase: { name: 'stopped' }, done: [{}] })
    expect(effects.sent).toHaveLength(1)
    expect(effects.reads).toBe(2)
    d.answer('cancel')
    await settled()
    expect(effects.reads).toBe(2)
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'partly', error: null }, canUndo: true })
    expect(d.activity('s1', 80).refusal).toBeNull()
  })

  it('sends nothing when it cannot be read again, and tries again when told', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    effects.failReads = 1
    d.answer('run')
    await settled()
    expect(d.review()).toMatchObject({ phase: { name: 'unread', error: { kind: 'offline' } } })
    expect(effects.sent).toEqual([])
    d.answer('run')
    ;(await effects.next()).accept()
    expect(calls(effects)).toEqual(['open_inner 80'])
  })

  it('says so when the port has gone meanwhile', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { outer: true }))
    effects.there = { ...effects.there, ports: [] }
    d.answer('run')
    await settled()
    expect(d.review()).toMatchObject({
      phase: { name: 'unreachable', why: { reason: 'port-gone', port: 80 } },
    })
    d.answer('cancel')
    await settled()
    expect(d.review()).toBeNull()
  })
})

describe('a single step that needs a yes', () => {
  it('is the exposing of a risky port', async () => {
    const { desk: d, effects, propose } = desk([aPort(3306, { protocol: 'mysql', is_inner_service: true })])
    propose(wish(3306, { outer: true }))
    await settled()
    expect(effects.sent).toEqual([])
    expect(d.review()?.plan.steps).toHaveLength(1)
    d.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_outer 3306'])
    expect(effects.reads).toBe(1)
  })

  it('is not the closing of one', () => {
    const open = aPort(3306, { protocol: 'mysql', is_inner_service: true, is_outer_service: true })
    const { desk: d, effects, propose } = desk([open])
    propose(wish(3306, { outer: false }))
    expect(d.review()).toBeNull()
    expect(calls(effects)).toEqual(['close_outer 3306'])
  })

  it('is the deleting of a closed port', () => {
    const { desk: d, propose } = desk([aPort(80)])
    propose(wish(80, 'delete'))
    expect(d.review()?.plan.losses).toEqual([{ kind: 'health-probe', port: 80 }])
  })
})

describe('undo', () => {
  it('reads again and takes the change back, once', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    ;(await effects.next()).accept()
    await settled()
    const id = d.notices()[0]?.id ?? 0
    d.undo(id)
    d.undo(id)
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'close_inner 80'])
    expect(effects.reads).toBe(3)
    expect(d.notices()[0]).toMatchObject({ isUndo: true, outcome: { kind: 'done' } })
    expect(d.notices()[1]).toMatchObject({ id, canUndo: false })
  })

  it('leaves alone what somebody else changed since', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    ;(await effects.next()).accept()
    await settled()
    effects.there = { ...effects.there, ports: [aPort(80)] }
    d.undo(d.notices()[0]?.id ?? 0)
    await settled()
    expect(effects.sent).toHaveLength(1)
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'nothing-to-undo' } })
  })

  it('is offered again when it was refused', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    ;(await effects.next()).accept()
    await settled()
    const id = d.notices()[0]?.id ?? 0
    d.undo(id)
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(d.notices().find((notice) => notice.id === id)).toMatchObject({ canUndo: true })
  })
})

it('sends no further step once it is abandoned', async () => {
  const { desk: d, effects, propose } = desk([aPort(80)])
  propose(wish(80, { outer: true }))
  d.answer('run')
  const first = await effects.next()
  d.abandon()
  first.accept()
  await settled()
  expect(calls(effects)).toEqual(['open_inner 80'])
})

describe('a change that takes long', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('is told after a second, and no longer than it takes', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    vi.advanceTimersByTime(999)
    expect(d.delay('s1')).toBeNull()
    vi.advanceTimersByTime(1)
    expect(d.delay('s1')).toBe('slow')
    ;(await effects.next()).accept()
    await settled()
    expect(d.delay('s1')).toBeNull()
  })

  it('is read back when the person stops waiting', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    propose(wish(80, { inner: true }))
    vi.advanceTimersByTime(1000)
    d.giveUp('s1')
    await settled()
    expect(effects.reads).toBe(1)
    expect(d.isBusy('s1')).toBe(false)
    expect(d.activity('s1', 80).refusal).toMatchObject({ error: { kind: 'given-up' } })
  })

  it('is told while it waits to be sent again, and is not sent again once given up', async () => {
    const { desk: d, effects, propose } = desk([aPort(80)])
    effects.holdWaits = true
    propose(wish(80, { inner: true }))
    ;(await effects.next()).fail('busy')
    await settled()
    expect(d.delay('s1')).toBe('busy')
    d.giveUp('s1')
    await settled()
    expect(effects.sent).toHaveLength(1)
    expect(d.activity('s1', 80).refusal).toMatchObject({ error: { kind: 'given-up' } })
  })
})

describe('a change that is refused because of somebody else', () => {
  it('is planned anew from what is there, and says what was changed', async () => {
    const { desk: d, effects, propose } = desk([aPort(80, { is_inner_service: true })])
    propose(wish(80, { inner: false }))
    effects.there = {
      ...effects.there,
      ports: [aPort(80, { is_inner_service: true, is_outer_service: true })],
    }
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(d.review()).toMatchObject({
      phase: { name: 'refused', error: { kind: 'wrong-state' } },
      differences: [{ kind: 'field', port: 80, field: 'outer', after: true }],
      plan: { steps: [{ body: { action: 'close_outer' } }, { body: { action: 'close_inner' } }] },
    })
    d.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(d.notices()[0]).toMatchObject({ outcome: { kind: 'done' } })
  })
})

it('asks again for a refused change, in the place of its notice', async () => {
  const { desk: d, effects, propose } = desk([aPort(80)])
  propose(wish(80, { inner: true }))
  ;(await effects.next()).fail('offline')
  await settled()
  d.retry(d.notices()[0]?.id ?? 0)
  expect(d.activity('s1', 80)).toEqual({ pending: { inner: true }, refusal: null })
  ;(await effects.next()).accept()
  await settled()
  expect(d.notices()).toMatchObject([{ outcome: { kind: 'done' } }])
})
