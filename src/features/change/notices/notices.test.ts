import { expect, it } from 'vitest'
import { aPort, aTarget, FakeEffects, settled } from '../testing/fake-effects'
import { calls, desired } from '../testing/fake-page'
import { createEngine } from '../engine/engine'
import type { DoneChange } from '../engine/outcome'
import { createNotices } from './notices'

function before(ports = [aPort(80)]) {
  const effects = new FakeEffects({ ports, gatewayRules: [], componentAlias: 'gr1', meshed: false })
  const engine = createEngine(effects)
  return { effects, engine, notices: createNotices(engine) }
}

it('notices are plain data, those of refusals too', async () => {
  const { effects, engine, notices } = before()
  void engine.change([aTarget()], desired(80, { inner: true }))
  ;(await effects.next()).accept()
  await settled()
  void engine.change([aTarget()], desired(80, { inner: false }))
  ;(await effects.next()).fail('conflict')
  await settled()
  expect(notices.list()).toMatchObject([
    { outcomes: [{ kind: 'refused' }] },
    { outcomes: [{ kind: 'done' }] },
  ])
  expect(JSON.parse(JSON.stringify(notices.list()))).toEqual(notices.list())
  expect(structuredClone(notices.list())).toEqual(notices.list())
})

it('a change can be undone from what was stored of it', async () => {
  const { effects, engine } = before([aPort(80), aPort(81)])
  const changed = engine.change([aTarget()], desired(80, { inner: true }))
  ;(await effects.next()).accept()
  const [outcome] = await changed
  if (!outcome?.undo) throw new Error('Nothing to undo')
  const undone = engine.change([aTarget()], { undo: restored(outcome.undo) })
  ;(await effects.next()).accept()
  expect(await undone).toMatchObject([{ kind: 'done', isUndo: true }])
  expect(calls(effects)).toEqual(['open_inner 80', 'close_inner 80'])
})

it('nothing is told of what the person left, or what was so before', async () => {
  const { engine, notices } = before()
  void engine.change([aTarget()], desired(80, { inner: false }))
  void engine.change([aTarget()], desired(80, { outer: true }))
  await settled()
  engine.reviews.answer('cancel')
  await settled()
  expect(notices.list()).toEqual([])
})

/** The same, once it was stored as JSON. */
function restored(change: DoneChange): DoneChange {
  const copy: unknown = JSON.parse(JSON.stringify(change))
  expect(copy).toEqual(change)
  if (typeof copy !== 'object') throw new Error('No object')
  return { ...change, ...copy }
}
