import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aPort, settled } from '../../testing/fake-effects'
import { aPage, desired } from '../../testing/fake-page'

describe('a change that takes long', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('is told after a second, and no longer than it takes', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    vi.advanceTimersByTime(999)
    expect(page.delay('s1')).toBeNull()
    vi.advanceTimersByTime(1)
    expect(page.delay('s1')).toBe('slow')
    ;(await effects.next()).accept()
    await settled()
    expect(page.delay('s1')).toBeNull()
  })

  it('is read back when the person stops waiting', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    propose(desired(80, { inner: true }))
    vi.advanceTimersByTime(1000)
    page.giveUp('s1')
    await settled()
    expect(effects.reads).toBe(1)
    expect(page.isBusy('s1')).toBe(false)
    expect(page.activity('s1', 80).refusal).toMatchObject({ error: { kind: 'given-up' } })
  })

  it('is told while it waits to be sent again, and is not sent again once given up', async () => {
    const { page, effects, propose } = aPage([aPort(80)])
    effects.holdWaits = true
    propose(desired(80, { inner: true }))
    ;(await effects.next()).fail('busy')
    await settled()
    expect(page.delay('s1')).toBe('busy')
    page.giveUp('s1')
    await settled()
    expect(effects.sent).toHaveLength(1)
    expect(page.activity('s1', 80).refusal).toMatchObject({ error: { kind: 'given-up' } })
  })
})
