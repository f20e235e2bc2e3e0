import { describe, expect, it, vi } from 'vitest'
import { aPort, aTarget, settled } from '../../testing/fake-effects'
import { aPage, desired } from '../../testing/fake-page'
import { createEngine } from '../engine'

describe('a fault of Portdeck itself', () => {
  it('in a listener does not block the component', async () => {
    const uncaught = vi.fn()
    process.on('uncaughtException', uncaught)
    const { page, engine, effects } = aPage([aPort(80)])
    engine.onOutcomes(() => {
      throw new Error('a bug')
    })
    const changed = engine.change([aTarget()], desired(80, { inner: true }))
    ;(await effects.next()).accept()
    expect(await changed).toMatchObject([{ kind: 'done' }])
    await settled()
    expect(page.isBusy('s1')).toBe(false)
    expect(uncaught).toHaveBeenCalledOnce()
    process.off('uncaughtException', uncaught)
  })

  it('while reading back is reported as unclear, and does not block the component', async () => {
    const { effects } = aPage([aPort(80)])
    effects.markOld = () => {
      throw new Error('a bug')
    }
    const engine = createEngine(effects)
    const changed = engine.change([aTarget()], desired(80, { inner: true }))
    ;(await effects.next()).accept()
    expect(await changed).toMatchObject([{ kind: 'unclear', isAnswered: false }])
    await settled()
    expect(engine.isBusy('s1')).toBe(false)
    expect(engine.activity('s1', 80).pending).toBeNull()
  })
})

it('a change that follows its progress is not merged into one that does not', async () => {
  const { engine, effects } = aPage([aPort(80), aPort(81)])
  const progressed = vi.fn()
  void engine.change([aTarget()], desired(80, { inner: true }))
  void engine.change([aTarget()], desired(81, { inner: true }))
  const followed = engine.change([aTarget()], desired(81, { inner: false }), { onProgress: progressed })
  ;(await effects.next()).accept()
  ;(await effects.next()).accept()
  ;(await effects.next()).accept()
  expect(await followed).toMatchObject([{ kind: 'done' }])
  expect(progressed).toHaveBeenCalled()
})

it('a change leaves no listener on the signal of whoever asked for it', async () => {
  const { engine, effects } = aPage([aPort(80)])
  const { signal } = new AbortController()
  const left = new Set<unknown>()
  vi.spyOn(signal, 'addEventListener').mockImplementation((_type, listener, options) => {
    left.add(listener)
    const until = typeof options === 'object' ? options.signal : undefined
    until?.addEventListener('abort', () => left.delete(listener))
  })
  const changed = engine.change([aTarget()], desired(80, { inner: true }), { signal })
  ;(await effects.next()).accept()
  await changed
  await settled()
  expect(left.size).toBe(0)
})
