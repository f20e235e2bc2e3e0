import { describe, expect, it } from 'vitest'
import type { DesiredPort } from '../../../domain/model/desired-state'
import { createEngine } from '../../change/engine/engine'
import { aPort, aTarget, FakeEffects, settled } from '../../change/testing/fake-effects'
import { addResult, type AddResult } from './add-result'

const closed: DesiredPort = { protocol: 'http', alias: 'WEB8090', inner: false, outer: false }

function add(desired: DesiredPort, others = [aPort(8080)]) {
  const effects = new FakeEffects({ ports: others, gatewayRules: [], componentAlias: 'gr1', meshed: false })
  const engine = createEngine(effects)
  const endings: AddResult[] = []
  void engine
    .change([aTarget()], { ports: new Map([[8090, desired]]), adds: new Set([8090]) })
    .then(([outcome]) => outcome && endings.push(addResult(outcome, [8090])))
  return { effects, reviews: engine.reviews, endings }
}

describe('waiting for a port to be added', () => {
  it('ends when the port was read back', async () => {
    const { effects, endings } = add(closed)
    const step = await effects.next()
    expect(endings).toEqual([])
    step.accept()
    await settled()
    expect(endings).toEqual([{ kind: 'added' }])
  })

  it('gives the refusal of a port that has no row', async () => {
    const { effects, endings } = add(closed)
    ;(await effects.next()).fail('conflict')
    await settled()
    expect(endings).toMatchObject([{ kind: 'refused', problem: { reason: 'error' } }])
  })

  it('gives the refusal of a number that somebody else took meanwhile, without a plan to change theirs', async () => {
    const { effects, reviews, endings } = add(closed)
    effects.there = { ...effects.there, ports: [aPort(8080), aPort(8090, { port_alias: 'THEIRS' })] }
    await settled()
    expect(reviews.current()).toBeNull()
    expect(effects.sent).toEqual([])
    expect(endings).toMatchObject([{ kind: 'refused', problem: { why: { reason: 'port-taken' } } }])
  })

  it('ends when the person leaves the plan', async () => {
    const { effects, reviews, endings } = add({ ...closed, inner: true, outer: true })
    await settled()
    expect(reviews.current()).not.toBeNull()
    reviews.answer('cancel')
    await settled()
    expect(endings).toEqual([{ kind: 'left' }])
    expect(effects.sent).toEqual([])
  })

  it('gives the refusal that a plan ended with', async () => {
    const { effects, reviews, endings } = add({ ...closed, inner: true, outer: true })
    await settled()
    reviews.answer('run')
    ;(await effects.next()).fail('conflict')
    await settled()
    expect(endings).toEqual([])
    reviews.answer('cancel')
    await settled()
    expect(endings).toMatchObject([{ kind: 'refused', problem: { error: { kind: 'conflict' } } }])
  })

  it('does not take for its own what somebody else added while the plan was shown', async () => {
    const { effects, reviews, endings } = add({ ...closed, inner: true, outer: true })
    await settled()
    effects.there = { ...effects.there, ports: [aPort(8080), aPort(8090, { port_alias: 'THEIRS' })] }
    reviews.answer('cancel')
    await settled()
    expect(endings).toEqual([{ kind: 'left' }])
  })
})
