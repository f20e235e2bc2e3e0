import { describe, expect, it } from 'vitest'
import type { Port } from '../../../../domain/model/port'
import { aGatewayRule } from '../../../../domain/testing/component'
import { aPort, aTarget, type FakeEffects, settled } from '../../testing/fake-effects'
import { aPage, desired } from '../../testing/fake-page'

const open = { is_inner_service: true, is_outer_service: true } as const

/** The console reports success for the next call, and does nothing. */
async function acceptWithoutEffect(effects: FakeEffects) {
  const { there } = effects
  ;(await effects.next()).accept()
  effects.there = there
}

const nowIs = (effects: FakeEffects, ports: Port[]) => {
  effects.there = { ...effects.there, ports }
}

describe('what was answered as done and does not read so', () => {
  it('is refused, and not told as done as well', async () => {
    const { page, effects, propose } = aPage([aPort(80, open)], [aGatewayRule()])
    propose(desired(80, { outer: false }))
    await acceptWithoutEffect(effects)
    await settled()
    expect(page.notices()).toMatchObject([
      { outcome: { kind: 'refused', why: { reason: 'not-as-desired' } }, done: [], canUndo: false },
    ])
  })

  it('is no part of a plan that was left', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    await acceptWithoutEffect(effects)
    ;(await effects.next()).fail('wrong-state')
    await settled()
    page.answer('cancel')
    await settled()
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'refused' }, done: [], canUndo: false }])
  })

  it('is told as not done, also where it was not asked for itself', async () => {
    const { page, effects, propose } = aPage([aPort(80, open)])
    propose({ ports: new Map([[80, { protocol: 'tcp' }]]) })
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    await acceptWithoutEffect(effects)
    await settled()
    expect(page.notices()).toMatchObject([
      {
        outcome: { kind: 'partly' },
        done: [{ body: { action: 'close_outer' } }, { body: { action: 'change_protocol' } }],
      },
    ])
  })
})

describe('what a plan closed on the way', () => {
  it('is told as unfinished while it is still closed, although the port has what was asked for', async () => {
    const { page, effects, propose } = aPage([aPort(80, open)])
    propose({ ports: new Map([[80, { protocol: 'tcp' }]]) })
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).accept()
    ;(await effects.next()).fail('wrong-state')
    await settled()
    page.answer('cancel')
    await settled()
    expect(effects.there.ports).toMatchObject([{ protocol: 'tcp', is_outer_service: false }])
    expect(page.notices()).toMatchObject([
      { outcome: { kind: 'partly' }, done: [{ body: { action: 'close_outer' } }, {}] },
    ])
  })

  it('is asked for when what is left is tried again, later', async () => {
    const { page, effects, propose } = aPage([aPort(80, open)])
    propose({ ports: new Map([[80, { protocol: 'tcp' }]]) })
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).fail('wrong-state')
    await settled()
    page.answer('cancel')
    await settled()
    expect(page.notices()).toMatchObject([
      { outcome: { desired: { ports: [[80, { protocol: 'tcp', outer: true }]] } } },
    ])
  })

  it('opens again also where somebody else is why the rest is planned again', async () => {
    const { page, effects, propose } = aPage([aPort(80, open), aPort(81)])
    propose({ ports: new Map([[80, { protocol: 'tcp' }]]) })
    page.answer('run')
    ;(await effects.next()).accept()
    ;(await effects.next()).fail('wrong-state')
    nowIs(effects, [aPort(80, { is_inner_service: true }), aPort(81, { is_inner_service: true })])
    await settled()
    expect(page.review()?.plan.steps).toMatchObject([
      { body: { action: 'change_protocol' } },
      { body: { action: 'open_outer' } },
    ])
  })
})

describe('what cannot be read back', () => {
  it('is not told as refused where its failure is unclear', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    effects.failReads = 1
    ;(await effects.next()).fail('timeout', true)
    await settled()
    expect(page.notices()).toMatchObject([
      { outcome: { kind: 'unclear', isAnswered: false, error: { kind: 'timeout' } }, done: [] },
    ])
  })

  it('is told as answered alone, where a plan was left after a part of it', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { outer: true }))
    page.answer('run')
    ;(await effects.next()).accept()
    effects.failReads = 2
    ;(await effects.next()).fail('wrong-state')
    await settled()
    page.answer('cancel')
    await settled()
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'partly', isReadBack: false } }])
  })
})

describe('a plan that cannot be read back because the session ended', () => {
  async function sentWhole() {
    const made = aPage([aPort(80)])
    made.propose(desired(80, { outer: true }))
    made.page.answer('run')
    ;(await made.effects.next()).accept()
    made.effects.failsReadsWith = 'unauthenticated'
    made.effects.failReads = 1
    ;(await made.effects.next()).accept()
    await settled()
    return made
  }

  it('is read back once somebody has signed in, and sends nothing again', async () => {
    const { page, effects } = await sentWhole()
    const shown = page.review()
    expect(shown).toMatchObject({
      phase: { name: 'unread', error: { kind: 'unauthenticated' } },
      plan: { steps: [] },
    })
    expect(shown?.done).toHaveLength(2)
    expect(page.notices()).toEqual([])
    // Nobody has signed in yet.
    effects.failReads = 1
    page.answer('run')
    await settled()
    expect(page.review()).toMatchObject({ phase: { name: 'unread' } })

    page.answer('run')
    await settled()
    expect(page.review()).toBeNull()
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'done' }, canUndo: true }])
    expect(effects.sent).toHaveLength(2)
  })

  it('is told as not read back where it is left', async () => {
    const { page } = await sentWhole()
    page.answer('cancel')
    await settled()
    expect(page.review()).toBeNull()
    expect(page.notices()).toMatchObject([
      { outcome: { kind: 'unclear', isAnswered: true, error: { kind: 'unauthenticated' } } },
    ])
  })

  it('is left with what else is under way when somebody signs out', async () => {
    const { page, engine } = await sentWhole()
    engine.abandon()
    await settled()
    expect(page.review()).toBeNull()
    expect(engine.isBusy('s1')).toBe(false)
  })
})

describe('a plan whose step and whose reading failed', () => {
  async function interrupted(isDone: boolean) {
    const made = aPage([aPort(80)])
    made.propose(desired(80, { outer: true }))
    made.page.answer('run')
    ;(await made.effects.next()).accept()
    made.effects.failReads = 1
    ;(await made.effects.next()).fail('upstream', isDone)
    await settled()
    return made
  }

  it('says that it is not known what became of the step', async () => {
    const { page } = await interrupted(false)
    expect(page.review()).toMatchObject({
      phase: { name: 'unclear', error: { kind: 'upstream' } },
      done: [{ body: { action: 'open_inner' } }],
      plan: { steps: [{ body: { action: 'open_outer' } }] },
    })
  })

  it('keeps what was sent pending until it can be read back', async () => {
    const { page } = await interrupted(false)
    expect(page.activity('s1', 80).pending).toEqual({ inner: true, outer: true })
  })

  it('is resumed without taking its own steps for those of somebody else', async () => {
    const { page, effects } = await interrupted(false)
    page.answer('run')
    const again = await effects.next()
    expect(again.step).toMatchObject({ body: { action: 'open_outer' } })
    expect(page.review()).toMatchObject({ phase: { name: 'running' }, differences: [] })
    again.accept()
    await settled()
    expect(page.review()).toBeNull()
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'done' }, done: [{}, {}] }])
  })

  it('is done at once where the step turns out to have been carried out', async () => {
    const { page, effects } = await interrupted(true)
    page.answer('run')
    await settled()
    expect(effects.sent).toHaveLength(2)
    expect(page.review()).toBeNull()
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'done' }, done: [{}, {}] }])
  })

  it('is read back where it is left, and told as what it then reads', async () => {
    const { page } = await interrupted(true)
    page.answer('cancel')
    await settled()
    expect(page.notices()).toMatchObject([{ outcome: { kind: 'done' }, canUndo: true }])
  })

  it('still shows what somebody else changed', async () => {
    const { page, effects } = await interrupted(false)
    nowIs(effects, [aPort(80)])
    page.answer('run')
    await settled()
    expect(page.review()).toMatchObject({
      phase: { name: 'preview' },
      differences: [{ kind: 'field', port: 80, field: 'inner', before: true, after: false }],
    })
  })
})

it('a gateway rule that our own opening made is nobody else’s change', async () => {
  const { page, effects, propose } = aPage([aPort(80), aPort(81)])
  propose({
    ports: new Map([
      [80, { outer: true }],
      [81, { outer: true }],
    ]),
  })
  page.answer('run')
  for (let step = 0; step < 3; step += 1) (await effects.next()).accept()
  effects.there = { ...effects.there, gatewayRules: [aGatewayRule()] }
  ;(await effects.next()).fail('cluster')
  await settled()
  expect(page.review()).toMatchObject({ phase: { name: 'refused' }, differences: [] })
})

it('a plan that is refused, and then not possible any more, is refused for what stands in the way by now', async () => {
  const { page, effects, propose } = aPage([aPort(80)])
  const add = { protocol: 'http', alias: 'NEW', inner: true, outer: true } as const
  propose({ ports: new Map([[90, add]]), adds: new Set([90]) })
  await settled()
  page.answer('run')
  ;(await effects.next()).fail('cluster')
  await settled()
  nowIs(effects, [aPort(80), aPort(90, { port_alias: 'THEIRS' })])
  page.answer('run')
  await settled()
  expect(page.review()).toMatchObject({ phase: { name: 'unreachable' } })
  page.answer('cancel')
  await settled()
  expect(page.notices()).toMatchObject([
    { outcome: { kind: 'refused', why: { reason: 'unreachable', why: { reason: 'port-taken' } } } },
  ])
})

it('a step hidden by a later change of the same port is not reported as refused', async () => {
  const { engine, effects } = aPage([aPort(80)])
  const opened = engine.change([aTarget()], desired(80, { inner: true }))
  const sending = await effects.next()
  void engine.change([aTarget()], desired(80, { inner: false }))
  sending.fail('timeout', true)
  ;(await effects.next()).accept()
  const [outcome] = await opened
  expect(outcome?.steps).toMatchObject([{ result: 'unclear' }])
})
