import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portOf } from '../../../domain/model/diff'
import { createEngine } from '../engine/engine'
import { aPort, aTarget, FakeEffects, settled } from '../testing/fake-effects'
import { desired } from '../testing/fake-page'
import { createNotices, type Notice } from './notices'
import { isFailure, lastWith, offerOf, shownNotices, takenBackOf } from './offers'

/** What a person asks for, and what becomes of it. */
const arbitraryAct = fc.record({
  asks: fc.constantFrom('switch', 'undo', 'undo', 'redo', 'redo', 'hide', 'dismiss'),
  isRefused: fc.constantFrom(false, false, true),
})

test('undo and redo alternate, and each is offered once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryAct, { maxLength: 12 }), async (acts) => {
      const effects = new FakeEffects({
        ...{ ports: [aPort(80)], gatewayRules: [], componentAlias: 'gr1', meshed: false },
      })
      const engine = createEngine(effects)
      const notices = createNotices(engine)
      const isOpen = () => portOf(effects.there, 80)?.is_inner_service === true

      for (const { asks, isRefused } of acts) {
        const before = isOpen()
        const isSent = ask(asks, before)
        const sending = isSent ? await effects.next() : null
        if (isRefused) sending?.fail('conflict')
        else sending?.accept()
        await settled()
        expect(isOpen()).toBe(sending && !isRefused ? !before : before)
        check(notices.list(), asks, isSent && !isRefused)
      }

      /** Returns whether something is sent. */
      function ask(asks: string, wasOpen: boolean): boolean {
        const list = notices.list()
        const [newest] = list
        switch (asks) {
          case 'switch':
            void engine.change([aTarget()], desired(80, { inner: !wasOpen }))
            return true
          case 'hide':
            if (newest) notices.hide(newest.id)
            return false
          case 'dismiss':
            if (newest) notices.dismiss(newest.id)
            return false
          default: {
            const notice = lastWith(list, asks === 'undo' ? 'undo' : 'redo')
            // What was changed again since is left alone.
            const isSame = notice?.outcomes[0]?.undo?.after.ports[0]?.is_inner_service === wasOpen
            if (notice) notices.undo(notice.id)
            return notice !== undefined && isSame
          }
        }
      }
    }),
    { seed: 20261127, numRuns: 200 },
  )
})

function check(list: readonly Notice[], asks: string, isDone: boolean) {
  for (const chain of new Set(list.map((notice) => notice.chain))) {
    const own = list.filter((notice) => notice.chain === chain)
    expect(own.filter(({ canUndo }) => canUndo).length).toBeLessThanOrEqual(1)
    const done = own.filter((notice) => !isFailure(notice)).map(({ direction }) => direction)
    // Newest first: each was taken back by the one before it.
    for (const [at, direction] of done.entries())
      if (at > 0) expect(direction === 'undo').toBe(done[at - 1] !== 'undo')
    expect(own.filter(({ isShown }) => isShown).length).toBeLessThanOrEqual(1)
  }
  const { failures, outcomes } = shownNotices(list, 3)
  expect(outcomes.length).toBeLessThanOrEqual(1)
  expect(failures.length + outcomes.length).toBeLessThanOrEqual(3)
  const [newest] = list
  if (!isDone || !newest) return
  const offer = takenBackOf(list, newest.chain)
  expect(offer && offerOf(offer)).toBe(asks === 'undo' ? 'redo' : 'undo')
}
