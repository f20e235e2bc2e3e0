import { describe, expect, it } from 'vitest'
import type { DesiredState } from '../../../domain/model/desired-state'
import { aPort, aTarget, settled } from '../testing/fake-effects'
import { desired } from '../testing/fake-page'
import { someComponents, twoComponents } from '../testing/some-components'
import { answersOf, numberToType } from './stores/review'
import { componentOf } from './target'

const names = Array.from({ length: 9 }, (_, at) => `c${String(at)}`)
const openPort = aPort(80, { is_inner_service: true })
const exposed = desired(80, { outer: true })

function sentTo({ of }: Pick<ReturnType<typeof someComponents>, 'of'>): string[] {
  return names.filter((name) => of(name).sent.length > 0)
}

describe('a change of many components', () => {
  it('is carried out four components at a time, each to its end before the next begins', async () => {
    const made = someComponents(names, [aPort(80)])
    const changed = made.engine.change(made.targets, exposed)
    await settled()
    made.engine.reviews.answer('run')
    await settled()
    expect(sentTo(made)).toEqual(names.slice(0, 4))
    ;(await made.of('c0').next()).accept()
    await settled()
    expect(sentTo(made)).toEqual(names.slice(0, 4))
    ;(await made.of('c0').next()).accept()
    await settled()
    expect(sentTo(made)).toEqual(names.slice(0, 5))
    expect(
      made.engine.reviews
        .current()
        ?.parts.map(({ phase }) => phase.name)
        .slice(4),
    ).toEqual(['running', ...names.slice(5).map(() => 'waiting')])
    for (const name of names.slice(1).flatMap((one) => [one, one])) (await made.of(name).next()).accept()
    expect((await changed).map(({ kind }) => kind)).toEqual(names.map(() => 'done'))
  })

  it('once stopped, sends and reads nothing of the components whose turn had not come, and goes on with them', async () => {
    const made = someComponents(names, [openPort])
    const { engine, of, targets } = made
    const changed = engine.change(targets, exposed)
    await settled()
    engine.reviews.answer('run')
    const steps = await Promise.all(names.slice(0, 4).map((name) => of(name).next()))
    engine.reviews.stop()
    for (const step of steps) step.accept()
    await settled()
    expect(names.slice(4).map((name) => [of(name).sent.length, of(name).reads])).toEqual(
      names.slice(4).map(() => [0, 0]),
    )
    const review = engine.reviews.current()
    expect(review?.parts.map(({ phase, isOver }) => isOver || phase.name)).toEqual(
      names.map((_, at) => at < 4 || 'stopped'),
    )
    engine.reviews.answer('run')
    for (const name of names.slice(4)) (await of(name).next()).accept()
    expect((await changed).map(({ kind }) => kind)).toEqual(names.map(() => 'done'))
    expect(names.map((name) => of(name).sent.length)).toEqual(names.map(() => 1))
  })

  it('names in its review what needs nothing and what cannot be changed', async () => {
    const { engine, of, targets } = someComponents(names.slice(0, 3), [aPort(80)])
    of('c1').there = { ...of('c1').there, ports: [] }
    await of('c1').read()
    void engine.change(targets, ({ ref }): DesiredState =>
      ref.component === 'c2' ? { ports: new Map() } : exposed,
    )
    await settled()
    const review = engine.reviews.current()
    expect(review?.parts.map(({ target }) => componentOf(target))).toEqual(['c0'])
    expect(review?.unplanned).toMatchObject([
      { target: targets[1], kind: 'unreachable', why: { reason: 'port-gone' } },
      { target: targets[2], kind: 'as-desired' },
    ])
  })
})

describe('what is left out of a review', () => {
  const ports = [80, 81].map((port) => aPort(port, { is_inner_service: true }))
  const both: DesiredState = {
    ports: new Map([
      [80, { outer: true }],
      [81, { outer: true }],
    ]),
  }

  it('is not sent, and the rest is planned as if nothing else had been asked for', async () => {
    const { engine, of, targets } = someComponents(['a', 'b'], ports)
    const changed = engine.change(targets, both)
    await settled()
    engine.reviews.leaveOut(
      new Map([
        ['a', new Set([80])],
        ['b', new Set([80, 81])],
      ]),
    )
    await settled()
    const review = engine.reviews.current()
    expect(review?.parts).toMatchObject([
      { phase: { name: 'preview' }, plan: { steps: [{ port: 81 }] } },
      { phase: { name: 'left-out' }, plan: { steps: [] } },
    ])
    engine.reviews.answer('run')
    ;(await of('a').next()).accept()
    expect(await changed).toMatchObject([
      { kind: 'done', desired: { ports: [[81, { outer: true }]] }, steps: [{ step: { port: 81 } }] },
      { kind: 'not-started', desired: { ports: [] }, steps: [] },
    ])
    expect([of('a').sent.length, of('b').sent.length]).toEqual([1, 0])
  })

  it('can be taken in again, and nothing runs where all is left out', async () => {
    const { engine, of, targets } = someComponents(['a'], ports)
    const changed = engine.change(targets, both)
    await settled()
    engine.reviews.leaveOut(new Map([['a', new Set([80, 81])]]))
    await settled()
    const review = engine.reviews.current()
    expect(review && answersOf(review)).toEqual({ run: null, cancel: true })
    engine.reviews.leaveOut(new Map([['a', new Set<number>()]]))
    await settled()
    engine.reviews.answer('run')
    for (const { container_port } of ports) {
      const step = await of('a').next()
      expect(step.step.port).toBe(container_port)
      step.accept()
    }
    expect(await changed).toMatchObject([{ kind: 'done' }])
  })

  it('is settled once the rest has been agreed to', async () => {
    const { a, b, engine, targets } = twoComponents()
    void engine.change(targets, desired(80, { inner: true }))
    await settled()
    engine.reviews.answer('run')
    const step = await a.next()
    step.fail('conflict')
    ;(await b.next()).accept()
    await settled()
    engine.reviews.leaveOut(new Map([['a', new Set([80])]]))
    await settled()
    expect(engine.reviews.current()?.parts[0]).toMatchObject({ phase: { name: 'refused' } })
  })
})

describe('more than ten ports that are opened to the outside or deleted', () => {
  const eleven = Array.from({ length: 11 }, (_, at) => aPort(80 + at, { is_inner_service: true }))
  const all = (change: { outer: true } | 'delete' | { inner: false }): DesiredState => ({
    ports: new Map(eleven.map(({ container_port }) => [container_port, change])),
  })

  it.each([{ outer: true } as const, 'delete' as const])('run only with their number: %o', async (change) => {
    const { engine, of } = someComponents(['a'], eleven)
    void engine.change([aTarget('a')], all(change))
    await settled()
    const review = engine.reviews.current()
    expect(review && numberToType(review)).toBe(11)
    for (const typed of [undefined, null, 10, 12]) engine.reviews.answer('run', typed)
    await settled()
    expect(of('a').sent).toEqual([])
    expect(engine.reviews.current()?.parts[0]?.phase.name).toBe('preview')
    engine.reviews.answer('run', 11)
    await of('a').next()
    expect(of('a').sent).toHaveLength(1)
  })

  it('are counted over all components, and ten of them ask for nothing', async () => {
    const { engine, targets } = someComponents(['a', 'b'], eleven.slice(0, 6))
    const desiredOf = all({ outer: true })
    const six = { ports: new Map([...desiredOf.ports].slice(0, 6)) }
    void engine.change(targets, six)
    await settled()
    const typed = () => {
      const review = engine.reviews.current()
      return review && numberToType(review)
    }
    expect(typed()).toBe(12)
    engine.reviews.leaveOut(new Map([['a', new Set([80, 81])]]))
    await settled()
    expect(typed()).toBeNull()
  })

  it('closing them asks for nothing', async () => {
    const { engine } = someComponents(['a'], eleven)
    void engine.change([aTarget('a')], all({ inner: false }))
    await settled()
    const review = engine.reviews.current()
    expect(review && numberToType(review)).toBeNull()
  })
})
