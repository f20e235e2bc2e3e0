import { describe, expect, it } from 'vitest'
import { aPort, settled } from '../../testing/fake-effects'
import { aPage, calls, desired } from '../../testing/fake-page'

describe('a plan of more than one step', () => {
  it('is shown, and sends nothing before the person says yes', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    expect(page.review()).toMatchObject({ phase: { name: 'preview' } })
    expect(page.activity('s1', 80).pending).toBeNull()
    await settled()
    expect(effects.sent).toEqual([])
    page.answer('cancel')
    await settled()
    expect(page.review()).toBeNull()
    expect(page.isBusy('s1')).toBe(false)
    expect(effects.reads).toBe(0)
  })

  it('is run after reading again, read back, and closed', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    const first = await effects.next()
    expect(effects.reads).toBe(1)
    expect(page.review()).toMatchObject({ phase: { name: 'running', at: 0 } })
    expect(page.activity('s1', 80).pending).toEqual({ inner: true, outer: true })
    first.accept()
    const second = await effects.next()
    expect(page.review()).toMatchObject({ phase: { name: 'running', at: 1 } })
    second.accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80'])
    expect(effects.reads).toBe(2)
    expect(page.review()).toBeNull()
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'done' } })
  })

  it('is shown with the gateway rules, where they have yet to come, and then runs at the first yes', async () => {
    const { page, effects, propose } = aPage([aPort(80)], null)
    effects.rulesAreToCome = true
    effects.there = { ...effects.there, gatewayRules: [] }
    propose(desired(80, { outer: true }))
    expect(page.review()).toMatchObject({ phase: { name: 'reading-rules' } })
    page.answer('run')
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.review()).toMatchObject({
      phase: { name: 'preview' },
      differences: [],
      plan: { addressChanges: [{ scope: 'inner' }, { scope: 'outer', known: true }] },
    })
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80'])
    expect(page.review()).toBeNull()
  })

  it('is asked about at once where the gateway rules cannot be read', async () => {
    const { page, effects, propose } = aPage([aPort(80)], null)
    propose(desired(80, { outer: true }))
    expect(page.review()).toMatchObject({ phase: { name: 'preview' } })
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(effects.reads).toBe(2)
    expect(page.review()).toBeNull()
  })

  it('is shown again with what changed when somebody else was there', async () => {
    const { page, effects, propose } = aPage([aPort(80, { is_inner_service: true, is_outer_service: true })])
    propose(desired(80, { inner: false }))
    effects.there = { ...effects.there, ports: [aPort(80, { is_inner_service: true })] }
    page.answer('run')
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.review()).toMatchObject({
      phase: { name: 'preview' },
      differences: [{ kind: 'field', port: 80, field: 'outer', before: true, after: false }],
    })
    expect(page.review()?.plan.steps).toHaveLength(1)
    page.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['close_inner 80'])
    expect(page.review()).toBeNull()
  })

  it('stops at a refusal, and resumes from what is there', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).fail('cluster')
    await settled()
    expect(page.review()).toMatchObject({
      phase: { name: 'refused', error: { kind: 'cluster' } },
      done: [{ body: { action: 'open_inner' } }],
      plan: { steps: [{ body: { action: 'open_outer' } }] },
    })
    expect(page.activity('s1', 80).pending).toBeNull()
    page.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80', 'open_outer 80'])
    expect(page.review()).toBeNull()
    expect(page.notices()).toHaveLength(1)
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'done' }, done: [{}, {}] })
  })

  it('goes on by itself when a step with an unclear failure was carried out', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    ;(await effects.next()).fail('timeout', true)
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_inner 80', 'open_outer 80'])
    expect(page.review()).toBeNull()
  })

  it('asks when a step with an unclear failure was not carried out', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    ;(await effects.next()).fail('timeout')
    await settled()
    expect(page.review()).toMatchObject({ phase: { name: 'refused', error: { kind: 'timeout' } }, done: [] })
    expect(effects.sent).toHaveLength(1)
  })

  it('tells a refusal of its first step where the change was asked for, once it is left', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    ;(await effects.next()).fail('conflict')
    await settled()
    expect(page.activity('s1', 80).refusal).toBeNull()
    page.answer('cancel')
    await settled()
    expect(page.review()).toBeNull()
    expect(page.activity('s1', 80).refusal).toMatchObject({ reason: 'error', error: { kind: 'conflict' } })
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'refused' }, canUndo: false }])
  })

  it('stops between two steps when the person wants it, and says what was done', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    const first = await effects.next()
    page.stop()
    expect(page.review()).toMatchObject({ phase: { name: 'running', stopping: true } })
    first.accept()
    await settled()
    expect(page.review()).toMatchObject({ phase: { name: 'stopped' }, done: [{}] })
    expect(effects.sent).toHaveLength(1)
    expect(effects.reads).toBe(2)
    page.answer('cancel')
    await settled()
    expect(effects.reads).toBe(2)
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'partly', error: null }, canUndo: true })
    expect(page.activity('s1', 80).refusal).toBeNull()
  })

  it('sends nothing when it cannot be read again, and tries again when told', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    effects.failReads = 1
    page.answer('run')
    await settled()
    expect(page.review()).toMatchObject({ phase: { name: 'unread', error: { kind: 'offline' } } })
    expect(effects.sent).toEqual([])
    page.answer('run')
    ;(await effects.next()).accept()
    expect(calls(effects)).toEqual(['open_inner 80'])
  })

  it('is read back before the next one is shown that was asked for at the same time', async () => {
    const { page, effects, propose } = aPage([aPort(80), aPort(81)])
    propose(desired(80, { outer: true }))
    propose(desired(81, { outer: true }))
    for (const port of [80, 81]) {
      await settled()
      expect(page.review()).toMatchObject({
        phase: { name: 'preview' },
        plan: { steps: [{ port }, { port }] },
      })
      page.answer('run')
      ;(await effects.next()).accept()
      ;(await effects.next()).accept()
    }
    await settled()
    expect(page.review()).toBeNull()
    expect(page.isBusy('s1')).toBe(false)
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'done' } }, { outcome: { kind: 'done' } }])
  })

  it('says so when the port has gone meanwhile', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    effects.there = { ...effects.there, ports: [] }
    page.answer('run')
    await settled()
    expect(page.review()).toMatchObject({
      phase: { name: 'unreachable', why: { reason: 'port-gone', port: 80 } },
    })
    page.answer('cancel')
    await settled()
    expect(page.review()).toBeNull()
  })
})

describe('a single step that needs a yes', () => {
  it('is the exposing of a risky port', async () => {
    const { page, effects, propose } = aPage([aPort(3306, { protocol: 'mysql', is_inner_service: true })])
    propose(desired(3306, { outer: true }))
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.review()?.plan.steps).toHaveLength(1)
    page.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(calls(effects)).toEqual(['open_outer 3306'])
    expect(effects.reads).toBe(1)
  })

  it('is not the closing of one', () => {
    const open = aPort(3306, { protocol: 'mysql', is_inner_service: true, is_outer_service: true })
    const { page, effects, propose } = aPage([open])
    propose(desired(3306, { outer: false }))
    expect(page.review()).toBeNull()
    expect(calls(effects)).toEqual(['close_outer 3306'])
  })

  it('is the deleting of a closed port', () => {
    const { page, propose } = aPage([aPort(80)])
    propose(desired(80, 'delete'))
    expect(page.review()?.plan.losses).toEqual([{ kind: 'health-probe', port: 80 }])
  })
})

describe('a change that is refused because of somebody else', () => {
  it('is planned again from what is there, and says what was changed', async () => {
    const { page, effects, propose } = aPage([aPort(80, { is_inner_service: true })])
    propose(desired(80, { inner: false }))
    effects.there = {
      ...effects.there,
      ports: [aPort(80, { is_inner_service: true, is_outer_service: true })],
    }
    ;(await effects.next()).fail('wrong-state')
    await settled()
    expect(page.review()).toMatchObject({
      phase: { name: 'refused', error: { kind: 'wrong-state' } },
      differences: [{ kind: 'field', port: 80, field: 'outer', after: true }],
      plan: { steps: [{ body: { action: 'close_outer' } }, { body: { action: 'close_inner' } }] },
    })
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await settled()
    expect(page.notices()[0]).toMatchObject({ outcome: { kind: 'done' } })
  })
})
