import { describe, expect, it } from 'vitest'
import type { Port } from '../../../../domain/model/port'
import { aPort, aTarget, type FakeEffects, settled } from '../../testing/fake-effects'
import { desired } from '../../testing/fake-page'
import { twoComponents } from '../../testing/some-components'
import type { Engine } from '../engine'
import type { Target } from '../target'

const opened = desired(80, { inner: true })
const exposed = desired(80, { outer: true })
const renamed = desired(80, { alias: 'NEW' })

async function approved(engine: Engine, targets: readonly Target[], asked = exposed) {
  const approving = engine.approve(await engine.prepare(targets, asked))
  await settled()
  engine.reviews.answer('run')
  return approving
}

function nowIs(effects: FakeEffects, said: Partial<Port>) {
  effects.there = { ...effects.there, ports: [aPort(80, said)] }
}

describe('a plan that was shown and approved', () => {
  it('keeps no review open until it is executed', async () => {
    const { engine, targets } = twoComponents()
    await approved(engine, targets)
    expect(engine.reviews.current()).toBeNull()
  })

  it('waits for a change of the same component that has to ask', async () => {
    const { a, engine } = twoComponents()
    const target = aTarget('a')
    const approval = await approved(engine, [target])
    const before = engine.change([target], desired(80, { protocol: 'tcp', outer: true }))
    const executed = engine.execute(approval)
    await settled()
    expect(engine.reviews.current()).toMatchObject({ parts: [{ phase: { name: 'preview' } }] })
    engine.reviews.answer('cancel')
    ;(await a.next()).accept()
    ;(await a.next()).accept()
    expect(await before).toMatchObject([{ kind: 'not-started' }])
    expect(await executed).toMatchObject([{ kind: 'done' }])
  })

  it('is shown in one review with the others while it runs, also where they begin later', async () => {
    const { a, b, engine, targets } = twoComponents()
    b.there = { ...b.there, ports: [aPort(80), aPort(81)] }
    await b.read()
    const approval = await approved(engine, targets)
    const before = engine.change([aTarget('b')], desired(81, { inner: true }))
    const executed = engine.execute(approval)
    ;(await a.next()).accept()
    ;(await a.next()).accept()
    ;(await b.next()).accept()
    await settled()
    expect(engine.reviews.current()).toMatchObject({
      parts: [{ isOver: true }, { isOver: false, phase: { name: 'running' } }],
    })
    ;(await b.next()).accept()
    ;(await b.next()).accept()
    expect(await before).toMatchObject([{ kind: 'done' }])
    expect(await executed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
    expect(engine.reviews.current()).toBeNull()
  })

  it('is read again first, and shown again where it is no longer as shown', async () => {
    const { a, engine, targets } = twoComponents()
    const [approval] = await approved(engine, targets, opened)
    a.there = { ...a.there, ports: [] }
    const executed = engine.execute(approval ? [approval] : [])
    await settled()
    expect(a.sent).toEqual([])
    expect(engine.reviews.current()).toMatchObject({ parts: [{ phase: { name: 'unreachable' } }] })
    engine.reviews.answer('cancel')
    expect(await executed).toMatchObject([{ kind: 'not-started' }])
  })
})

it.each([true, false])('an approval is executed once (shown: %s)', async (isShown) => {
  const { a, engine, targets } = twoComponents()
  const [approval] = await approved(engine, isShown ? targets : [aTarget('a')], renamed)
  const executed = engine.execute(approval ? [approval] : [])
  ;(await a.next()).accept()
  expect(await executed).toMatchObject([{ kind: 'done' }])
  nowIs(a, {})
  expect(await engine.execute(approval ? [approval] : [])).toMatchObject([{ kind: 'not-started' }])
  expect(a.sent).toHaveLength(1)
})

describe('an approval that needed no question', () => {
  it('asks when it is executed, where it has to by then', async () => {
    const { a, engine } = twoComponents()
    const [approval] = await approved(engine, [aTarget('a')], renamed)
    nowIs(a, { is_inner_service: true })
    await a.read()
    const executed = engine.execute(approval ? [approval] : [])
    await settled()
    expect(a.sent).toEqual([])
    expect(engine.reviews.current()).toMatchObject({ parts: [{ phase: { name: 'preview' } }] })
    engine.reviews.answer('cancel')
    expect(await executed).toMatchObject([{ kind: 'not-started' }])
  })
})

it('a component that is named twice is planned, approved and changed once', async () => {
  const { a, engine } = twoComponents()
  const twice = [aTarget('a'), aTarget('a')]
  const [first, second] = await engine.prepare(twice, exposed)
  expect(second).toBe(first)
  const others = await engine.prepare([aTarget('a')], exposed)
  const approving = engine.approve([first, ...others].filter((one) => one !== undefined))
  await settled()
  expect(engine.reviews.current()?.parts).toHaveLength(1)
  engine.reviews.answer('run')
  const approval = await approving
  expect(approval[1]).toBe(approval[0])
  const executed = engine.execute(approval)
  ;(await a.next()).accept()
  ;(await a.next()).accept()
  expect(await executed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
  expect(engine.reviews.current()).toBeNull()
})
