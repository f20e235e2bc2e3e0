import { describe, expect, it } from 'vitest'
import type { Port } from '../../../../domain/model/port'
import type { DesiredPort } from '../../../../domain/model/desired-state'
import type { DesiredState } from '../../../../domain/model/desired-state'
import { aGatewayRule } from '../../../../domain/testing/component'
import { aPort, type FakeEffects, settled } from '../../testing/fake-effects'
import { aPage } from '../../testing/fake-page'

/** What somebody else has made of the component since it was last read here. */
function somebodyElse(effects: FakeEffects, change: (port: Port) => Port) {
  effects.there = { ...effects.there, ports: effects.there.ports.map(change) }
}

const renamed = (port: Port): Port => ({ ...port, k8s_service_name: 'web-v2' })

const desiredFor = (port: number, fields: Partial<DesiredPort> | 'delete'): DesiredState => ({
  ports: new Map([[port, fields]]),
})

/** Says yes to what is shown, however often it is, and gives what is sent then. */
async function sentAfterYes({ page, effects }: Pick<ReturnType<typeof aPage>, 'page' | 'effects'>) {
  await settled()
  while (page.review()?.phase.name === 'preview') {
    page.answer('run')
    await settled()
  }
  const { step, accept } = await effects.next()
  accept()
  await settled()
  return step
}

describe('from a page that is old', () => {
  it('an alias is saved with the internal domain that somebody else gave meanwhile', async () => {
    const { page, effects, propose } = aPage([aPort(80), aPort(81)])
    somebodyElse(effects, renamed)
    propose(desiredFor(80, { alias: 'WEB_BACK' }))
    expect(await sentAfterYes({ page, effects })).toMatchObject({
      body: { port_alias: 'WEB_BACK', k8s_service_name: 'web-v2' },
    })
    expect(effects.there.ports.map((port) => port.k8s_service_name)).toEqual(['web-v2', 'web-v2'])
  })

  it('an internal domain is saved with the alias that somebody else gave meanwhile', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    somebodyElse(effects, (port) => ({ ...port, port_alias: 'FRONT' }))
    propose({ ports: new Map([[80, {}]]), internalDomain: 'shop' })
    expect(await sentAfterYes({ page, effects })).toMatchObject({
      body: { port_alias: 'FRONT', k8s_service_name: 'shop' },
    })
  })

  it('no port is added with an alias that somebody else has just taken', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    somebodyElse(effects, (port) => ({ ...port, port_alias: 'FRONT' }))
    const added = { protocol: 'http', alias: 'FRONT', inner: true, outer: false } as const
    propose({ ...desiredFor(81, added), adds: new Set([81]) })
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.activity('s1', 81).refusal).toMatchObject({ why: { reason: 'alias-taken', by: 80 } })
  })

  it('nothing is refused for an alias that somebody else has given away meanwhile', async () => {
    const { page, effects, propose } = aPage([aPort(80), aPort(81, { port_alias: 'FRONT' })])
    somebodyElse(effects, (port) => (port.container_port === 81 ? { ...port, port_alias: 'BACK' } : port))
    propose(desiredFor(80, { alias: 'FRONT' }))
    expect(await sentAfterYes({ page, effects })).toMatchObject({ port: 80, body: { port_alias: 'FRONT' } })
  })

  it('an alias that somebody else has changed too is shown before it is overwritten', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    somebodyElse(effects, (port) => ({ ...port, port_alias: 'THEIRS' }))
    propose(desiredFor(80, { alias: 'MINE' }))
    await settled()
    if (page.review()?.differences.length === 0) page.answer('run')
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.review()).toMatchObject({
      phase: { name: 'preview' },
      differences: [{ kind: 'field', port: 80, field: 'alias', before: 'WEB80', after: 'THEIRS' }],
    })
  })

  it('a protocol becomes http only with outer closed, also where somebody else has opened it', async () => {
    const { page, effects, propose } = aPage([aPort(80, { protocol: 'tcp', is_inner_service: true })])
    somebodyElse(effects, (port) => ({ ...port, is_outer_service: true }))
    propose(desiredFor(80, { protocol: 'http' }))
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.review()?.plan.steps).toMatchObject([
      { body: { action: 'close_outer' } },
      { body: { action: 'change_protocol' } },
      { body: { action: 'open_outer' } },
    ])
  })

  it('a port that somebody else has opened is not deleted before that was seen', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desiredFor(80, 'delete'))
    somebodyElse(effects, (port) => ({ ...port, is_inner_service: true }))
    page.answer('run')
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.review()).toMatchObject({
      differences: [{ kind: 'field', field: 'inner', after: true }],
      plan: { steps: [{ body: { action: 'close_inner' } }, { call: 'delete' }] },
    })
  })

  it('an undo of an alias keeps the internal domain that somebody else gave meanwhile', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desiredFor(80, { alias: 'WEB_BACK' }))
    await sentAfterYes({ page, effects })
    somebodyElse(effects, renamed)
    page.undo(page.notices()[0]?.id ?? 0)
    expect(await sentAfterYes({ page, effects })).toMatchObject({
      body: { port_alias: 'WEB80', k8s_service_name: 'web-v2' },
    })
  })

  it('nothing is sent by what an earlier visit has read', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    effects.isFromVisit = true
    propose(desiredFor(80, { inner: true }))
    await settled()
    expect(effects.reads).toBe(1)
    expect(effects.sent).toMatchObject([{ body: { action: 'open_inner' } }])
    await effects.next().then(({ accept }) => accept())
    await settled()
    propose(desiredFor(80, { inner: false }))
    expect(effects.sent).toHaveLength(2)
    expect(page.review()).toBeNull()
  })

  it('nothing is sent to a port that is gone since an earlier visit', async () => {
    const { page, effects, propose } = aPage([aPort(80, { is_inner_service: true })])
    effects.isFromVisit = true
    effects.there = { ...effects.there, ports: [] }
    propose(desiredFor(80, { inner: false }))
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.activity('s1', 80).refusal).toMatchObject({ why: { reason: 'port-gone' } })
  })

  it('what somebody else has changed since an earlier visit is shown before it is overwritten', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    effects.isFromVisit = true
    somebodyElse(effects, (port) => ({ ...port, protocol: 'tcp' }))
    propose(desiredFor(80, { protocol: 'grpc' }))
    await settled()
    expect(effects.sent).toEqual([])
    expect(page.review()).toMatchObject({ differences: [{ field: 'protocol', after: 'tcp' }] })
  })

  it('an undo leaves to others what they changed before the change was read back', async () => {
    const { page, effects, propose } = aPage([aPort(80), aPort(81)])
    propose(desiredFor(80, { alias: 'WEB_BACK' }))
    await settled()
    if (page.review()) page.answer('run')
    const { accept } = await effects.next()
    accept()
    somebodyElse(effects, renamed)
    await settled()
    page.undo(page.notices()[0]?.id ?? 0)
    expect(await sentAfterYes({ page, effects })).toMatchObject({
      body: { port_alias: 'WEB80', k8s_service_name: 'web-v2' },
    })
  })

  it('a port is not told as closed outside before the gateway rules are known: one may be left over', async () => {
    const { page, effects, propose } = aPage([aPort(80)], null)
    effects.rulesAreToCome = true
    effects.there = { ...effects.there, gatewayRules: [aGatewayRule()] }
    propose(desiredFor(80, { outer: false }))
    await settled()
    page.answer('run')
    expect(await effects.next()).toMatchObject({
      step: { port: 80, body: { action: 'close_outer' }, reason: 'leftover-gateway-rule' },
    })
  })

  it('a switch is sent at once, and nothing is read before it', async () => {
    for (const field of ['inner', 'outer'] as const) {
      const { effects, propose } = aPage([aPort(80, { is_inner_service: field === 'outer' })])
      propose(desiredFor(80, { [field]: true }))
      await settled()
      expect(effects.sent).toHaveLength(1)
      expect(effects.reads).toBe(0)
    }
  })
})

describe('what waits until it can be read', () => {
  it('is pending, and refused where it cannot be read', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    effects.failReads = 2
    propose(desiredFor(80, { protocol: 'http', alias: 'WEB_BACK' }))
    if (page.review()) page.answer('run')
    else expect(page.activity('s1', 80).pending).toMatchObject({ alias: 'WEB_BACK' })
    await settled()
    if (page.review()) page.answer('cancel')
    await settled()
    expect(effects.sent).toEqual([])
  })
})

describe('in the middle of a plan', () => {
  const open = { is_inner_service: true, is_outer_service: true }

  it('the component is read again right before a call that carries more than was touched', async () => {
    const { page, effects, propose } = aPage([aPort(80, open), aPort(81)])
    propose(desiredFor(80, { outer: false, alias: 'WEB_BACK' }))
    page.answer('run')
    ;(await effects.next()).accept()
    await settled()
    expect(effects.reads).toBe(2)
    expect(effects.sent).toHaveLength(2)
  })

  it('what somebody else changes of it is shown before the rest is sent', async () => {
    const { page, effects, propose } = aPage([aPort(80, open), aPort(81)])
    propose(desiredFor(80, { outer: false, alias: 'WEB_BACK' }))
    page.answer('run')
    const first = await effects.next()
    first.accept()
    somebodyElse(effects, renamed)
    await settled()
    expect(effects.sent).toHaveLength(1)
    expect(page.review()).toMatchObject({
      phase: { name: 'preview' },
      done: [{ body: { action: 'close_outer' } }],
      differences: [{ kind: 'internal-domain', before: 'web', after: 'web-v2' }],
      plan: { steps: [{ body: { port_alias: 'WEB_BACK', k8s_service_name: 'web-v2' } }] },
    })
  })

  it('the switches of other ports hold nothing up', async () => {
    const { page, effects, propose } = aPage([aPort(80, open), aPort(81)])
    propose(desiredFor(80, { outer: false, alias: 'WEB_BACK' }))
    page.answer('run')
    ;(await effects.next()).accept()
    somebodyElse(effects, (port) => (port.container_port === 81 ? { ...port, is_inner_service: true } : port))
    ;(await effects.next()).accept()
    await settled()
    expect(effects.sent).toHaveLength(2)
    expect(page.review()).toBeNull()
  })

  it('a call that is sent again after "too frequent" is read again first', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desiredFor(80, { alias: 'WEB_BACK' }))
    await settled()
    if (page.review()) page.answer('run')
    const first = await effects.next()
    somebodyElse(effects, renamed)
    first.fail('busy')
    expect(await sentAfterYes({ page, effects })).toMatchObject({
      body: { port_alias: 'WEB_BACK', k8s_service_name: 'web-v2' },
    })
  })
})
