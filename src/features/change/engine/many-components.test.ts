import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../api/errors/errors'
import type { DesiredState } from '../../../domain/model/desired-state'
import { aPort, aTarget, settled } from '../testing/fake-effects'
import { desired } from '../testing/fake-page'
import { holdReads, twoComponents } from '../testing/some-components'
import { answersOf } from './stores/review'
import { componentOf, type Target } from './target'

const opened = desired(80, { inner: true })
const exposed = desired(80, { outer: true })

describe('a change of several components', () => {
  it('is shown in one review, also where each plan alone would run at once', async () => {
    const { a, b, engine, targets } = twoComponents()
    const changed = engine.change(targets, opened)
    await settled()
    expect(engine.reviews.current()?.parts).toMatchObject([
      { target: targets[0], phase: { name: 'preview' } },
      { target: targets[1], phase: { name: 'preview' } },
    ])
    expect([...a.sent, ...b.sent]).toEqual([])
    engine.reviews.answer('run')
    ;(await a.next()).accept()
    ;(await b.next()).accept()
    expect(await changed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
    expect(engine.reviews.current()).toBeNull()
  })

  it('runs at once where only one of them is not as desired, by a step that asks nothing', async () => {
    const { a, b, engine, targets } = twoComponents()
    const changed = engine.change(targets, ({ ref }): DesiredState => ({
      ports: ref.component === 'a' ? opened.ports : new Map(),
    }))
    ;(await a.next()).accept()
    expect(await changed).toMatchObject([{ kind: 'done' }, { kind: 'done', steps: [] }])
    expect(b.sent).toEqual([])
  })

  it('asks about one step too, where it is to be asked always', async () => {
    const { a, engine, targets } = twoComponents()
    const changed = engine.change(targets.slice(0, 1), opened, { alwaysAsks: true })
    await settled()
    expect(engine.reviews.current()?.parts).toMatchObject([{ phase: { name: 'preview' } }])
    expect(a.sent).toEqual([])
    engine.reviews.answer('run')
    ;(await a.next()).accept()
    expect(await changed).toMatchObject([{ kind: 'done' }])
  })

  it('sends nothing anywhere where the person leaves the review', async () => {
    const { a, b, engine, targets } = twoComponents()
    const changed = engine.change(targets, exposed)
    await settled()
    engine.reviews.answer('cancel')
    const notSent = [{ result: 'not-sent' }, { result: 'not-sent' }]
    expect(await changed).toMatchObject([
      { kind: 'not-started', steps: notSent },
      { kind: 'not-started', steps: notSent },
    ])
    expect([...a.sent, ...b.sent]).toEqual([])
    expect(engine.isBusy('a')).toBe(false)
  })

  it('lets one stop at a refusal without the other, and asks only when neither runs', async () => {
    const { a, b, engine, targets } = twoComponents()
    const changed = engine.change(targets, exposed)
    await settled()
    engine.reviews.answer('run')
    ;(await a.next()).fail('conflict')
    await settled()
    const review = engine.reviews.current()
    expect(review?.parts).toMatchObject([{ phase: { name: 'refused' } }, { phase: { name: 'running' } }])
    expect(review && answersOf(review)).toEqual({ run: null, cancel: false })
    ;(await b.next()).accept()
    ;(await b.next()).accept()
    await settled()
    expect(engine.reviews.current()?.parts).toMatchObject([{ isOver: false }, { isOver: true }])
    engine.reviews.answer('cancel')
    expect(await changed).toMatchObject([
      { kind: 'refused', steps: [{ result: 'refused' }, { result: 'not-sent' }] },
      { kind: 'done', steps: [{ result: 'done' }, { result: 'done' }] },
    ])
  })

  it('waits for a change that runs already, and holds up no other component meanwhile', async () => {
    const { a, b, engine, targets } = twoComponents()
    const [first] = targets
    if (!first) throw new Error('No component')
    const before = engine.change([first], opened)
    const changed = engine.change(targets, exposed)
    await settled()
    expect(engine.reviews.current()).toBeNull()
    ;(await a.next()).accept()
    await settled()
    engine.reviews.answer('run')
    for (const console of [a, b, b]) (await console.next()).accept()
    expect(await before).toMatchObject([{ kind: 'done' }])
    expect(await changed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
  })

  it('changes a component once that is named twice', async () => {
    const { a, engine } = twoComponents()
    const changed = engine.change([aTarget('a'), aTarget('a')], opened)
    ;(await a.next()).accept()
    expect(await changed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
    expect(a.sent).toHaveLength(1)
  })

  it('stops at a signal: what has not begun is not started, what runs ends after its step', async () => {
    const { a, b, engine, targets } = twoComponents()
    const stopping = new AbortController()
    const changed = engine.change(targets, exposed, { signal: stopping.signal })
    await settled()
    engine.reviews.answer('run')
    const steps = [await a.next(), await b.next()]
    stopping.abort()
    for (const step of steps) step.accept()
    const partly = { kind: 'partly', steps: [{ result: 'done' }, { result: 'not-sent' }] }
    expect(await changed).toMatchObject([partly, partly])
    expect(await engine.change(targets, exposed, { signal: stopping.signal })).toMatchObject([
      { kind: 'not-started' },
      { kind: 'not-started' },
    ])
  })
})

it('a stop also holds for a component that is still being read', async () => {
  const { a, b, engine, targets } = twoComponents()
  const changed = engine.change(targets, ({ ref }) => (ref.component === 'a' ? opened : exposed))
  await settled()
  const read = holdReads(b)
  engine.reviews.answer('run')
  const step = await a.next()
  engine.reviews.stop()
  step.accept()
  read()
  await settled()
  expect(b.sent).toEqual([])
  expect(engine.reviews.current()?.parts[1]).toMatchObject({ phase: { name: 'stopped' } })
  engine.reviews.answer('run')
  ;(await b.next()).accept()
  ;(await b.next()).accept()
  expect(await changed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
})

it('says why a component was not started that could not be read any more', async () => {
  const { a, b, engine, targets } = twoComponents()
  const changed = engine.change(targets, exposed)
  await settled()
  b.read = () => Promise.reject(new ApiError({ kind: 'not-found' }))
  engine.reviews.answer('run')
  ;(await a.next()).accept()
  ;(await a.next()).accept()
  await settled()
  engine.reviews.answer('cancel')
  expect(await changed).toMatchObject([
    { kind: 'done' },
    {
      kind: 'not-started',
      error: { kind: 'not-found' },
      steps: [{ result: 'not-sent' }, { result: 'not-sent' }],
    },
  ])
  expect(b.sent).toEqual([])
})

describe('a component that waits for another one of the same change', () => {
  const nothing: DesiredState = { ports: new Map() }

  /** Changes `a` and `b` together, where `b` still has a change under way. */
  function waiting(forA: DesiredState, forB: DesiredState, signal?: AbortSignal) {
    const made = twoComponents()
    const { engine, targets } = made
    const before = engine.change([aTarget('b')], opened)
    const of = ({ ref }: Target) => (ref.component === 'a' ? forA : forB)
    return { ...made, before, changed: engine.change(targets, of, signal && { signal }) }
  }

  it('is read again before an alias is sent', async () => {
    const { a, b, changed } = waiting(desired(80, { alias: 'NEW' }), nothing)
    await settled()
    a.there = { ...a.there, ports: [aPort(80, { k8s_service_name: 'web-v2' })] }
    ;(await b.next()).accept()
    const alias = await a.next()
    expect(alias.step).toMatchObject({ body: { port_alias: 'NEW', k8s_service_name: 'web-v2' } })
    alias.accept()
    expect(await changed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
  })

  it('is shown where it must be by then', async () => {
    const { a, b, engine, changed } = waiting(desired(80, { alias: 'NEW' }), nothing)
    await settled()
    a.there = { ...a.there, ports: [aPort(80, { is_inner_service: true })] }
    ;(await b.next()).accept()
    await settled()
    expect(a.sent).toEqual([])
    expect(engine.reviews.current()).toMatchObject({ parts: [{ phase: { name: 'preview' } }] })
    engine.reviews.answer('cancel')
    expect(await changed).toMatchObject([{ kind: 'not-started' }, { kind: 'done' }])
  })

  it('does not wait where there is nothing to do', async () => {
    const { b, engine, changed } = waiting(nothing, exposed)
    await settled()
    expect(engine.isBusy('a')).toBe(false)
    ;(await b.next()).accept()
    ;(await b.next()).accept()
    expect(await changed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
  })

  it('waits no longer once the signal fires, and shows nothing', async () => {
    const stopping = new AbortController()
    const { a, b, engine, before, changed } = waiting(exposed, exposed, stopping.signal)
    await settled()
    expect(engine.isBusy('a')).toBe(true)
    stopping.abort()
    await settled()
    expect(engine.isBusy('a')).toBe(false)
    ;(await b.next()).accept()
    expect(await before).toMatchObject([{ kind: 'done' }])
    expect(await changed).toMatchObject([{ kind: 'not-started' }, { kind: 'not-started' }])
    expect(a.sent).toEqual([])
    expect(engine.reviews.current()).toBeNull()
  })
})

describe('the stages by themselves', () => {
  it('plan without sending, ask once, and carry out what was approved', async () => {
    const { a, b, engine, targets } = twoComponents()
    const prepared = await engine.prepare(targets, exposed)
    expect(prepared).toMatchObject([{ kind: 'planned' }, { kind: 'planned' }])
    const approving = engine.approve(prepared)
    await settled()
    engine.reviews.answer('run')
    const steps: string[] = []
    const executed = engine.execute(await approving, {
      onProgress: (target, { state, at }) => steps.push(`${componentOf(target)} ${state} ${at}`),
    })
    for (const console of [a, b, a, b]) (await console.next()).accept()
    expect(await executed).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
    expect(steps.filter((step) => step.startsWith('a'))).toEqual([
      'a sending 0',
      'a done 0',
      'a sending 1',
      'a done 1',
    ])
  })

  it('say why there is no plan, and start nothing where the person leaves it', async () => {
    const { a, engine, targets } = twoComponents()
    const [unreachable, planned] = await engine.prepare(targets, ({ ref }) =>
      ref.component === 'a' ? desired(81, { inner: true }) : exposed,
    )
    expect(unreachable).toMatchObject({ kind: 'unreachable', why: { reason: 'port-gone' } })
    const approving = engine.approve([unreachable, planned].filter((one) => one !== undefined))
    await settled()
    engine.reviews.answer('cancel')
    const outcomes = await engine.execute(await approving)
    expect(outcomes).toMatchObject([
      { kind: 'refused', why: { reason: 'unreachable' } },
      { kind: 'not-started' },
    ])
    expect(a.sent).toEqual([])
  })
})

it('merged changes resolve with the one outcome', async () => {
  const { a, engine } = twoComponents()
  const target = aTarget('a')
  const changes = [true, false, true].map((inner) => engine.change([target], desired(80, { inner })))
  ;(await a.next()).accept()
  const [[first] = [], [second] = [], [third] = []] = await Promise.all(changes)
  expect(first).toMatchObject({ kind: 'done', steps: [{ result: 'done' }] })
  expect(second).toBe(third)
  expect(third).toMatchObject({ kind: 'done', steps: [] })
})

it('a change that is asked for when nobody is there any more is refused, and resolves', async () => {
  const { a, engine, targets } = twoComponents()
  const asked = engine.change(targets, exposed)
  await settled()
  engine.abandon()
  expect(await asked).toMatchObject([{ kind: 'not-started' }, { kind: 'not-started' }])
  const [refused] = await engine.change([aTarget('a')], opened)
  expect(refused).toMatchObject({ kind: 'refused', why: { error: { kind: 'unauthenticated' } } })
  expect(a.sent).toEqual([])
})
