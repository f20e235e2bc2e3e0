import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portIn, type StartingState, worldProtocols } from '../support/world'

interface Turn {
  from: StartingState
  turned: 'Internal' | 'External'
  /** The calls in the order that Rainbond accepts (docs/contract.md, "Changing"). */
  calls: string[]
  after: { inner: boolean; outer: boolean }
}

const turns: Turn[] = [
  { from: 'closed', turned: 'Internal', calls: ['open_inner'], after: { inner: true, outer: false } },
  {
    from: 'closed',
    turned: 'External',
    calls: ['open_inner', 'open_outer'],
    after: { inner: true, outer: true },
  },
  { from: 'inner', turned: 'Internal', calls: ['close_inner'], after: { inner: false, outer: false } },
  { from: 'inner', turned: 'External', calls: ['open_outer'], after: { inner: true, outer: true } },
  {
    from: 'both',
    turned: 'Internal',
    calls: ['close_outer', 'close_inner'],
    after: { inner: false, outer: false },
  },
  { from: 'both', turned: 'External', calls: ['close_outer'], after: { inner: true, outer: false } },
  { from: 'outer alone', turned: 'Internal', calls: ['open_inner'], after: { inner: true, outer: true } },
  { from: 'outer alone', turned: 'External', calls: ['close_outer'], after: { inner: false, outer: false } },
]

for (const protocol of worldProtocols) {
  const tag = protocol === 'http' ? [] : '@any-browser'
  test(`every switch of ${protocol} ports turns from every state`, { tag }, async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, `all-${protocol}`)

    for (const { from, turned, calls: expected, after } of turns) {
      const port = portIn(from, turned === 'Internal' ? 'inner' : 'outer')
      // The address of a port that is not http is unknown before it opens, so opening it outside always asks.
      const asks = expected.length > 1 || (protocol !== 'http' && expected.includes('open_outer'))

      await test.step(`${turned} of a port that is ${from}`, async () => {
        calls.forget()
        await switchOf(page, turned, port).click()
        if (asks) {
          expect(calls.writes()).toEqual([])
          await planOf(page).run.click()
        }
        await expectSettled(switchOf(page, 'Internal', port), after.inner)
        await expectSettled(switchOf(page, 'External', port), after.outer)
        expect(calls.writes()).toEqual(expected.map((action) => `PUT port ${port} ${action}`))
        expect(await rainbond.port(`all-${protocol}`, port)).toMatchObject({
          protocol,
          is_inner_service: after.inner,
          is_outer_service: after.outer,
        })
      })
    }
  })
}

test('a switch shows at once that it is busy, and turns only after the answer', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'slow', method: 'PUT', path: '/ports/8081', latencyMs: 3000 })

  const inner = switchOf(page, 'Internal', 8081)
  await inner.click()
  await expect(inner).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByText('Opening…')).toBeVisible()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: false })

  await expectSettled(inner, true)
  await expect(page.getByText('Opening…')).toBeHidden()
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('a switch turns back and explains why, with Rainbond’s own words', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })

    const inner = switchOf(page, 'Internal', 8081)
    await inner.click()
    await expect(inner).toHaveAccessibleDescription(/The cluster behind Rainbond failed/)
    await expect(inner).toHaveAccessibleDescription(/集群资源不足/)
    await expectSettled(inner, false)

    await inner.click()
    await expectSettled(inner, true)
    await expect(inner).not.toHaveAccessibleDescription(/failed/)
  })

  test('a crash never shows its traceback', { tag: '@any-browser' }, async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'crash', method: 'PUT' })

    const inner = switchOf(page, 'Internal', 8081)
    await inner.click()
    await expect(inner).toHaveAccessibleDescription(/had an internal error/)
    await expectSettled(inner, false)
    await expect(page.getByText('Traceback')).toBeHidden()
  })

  test(
    'a write whose answer was lost counts as done if the desired state is read back',
    { tag: '@any-browser' },
    async ({ page, rainbond }) => {
      const calls = listen(page)
      await openPorts(page, 'web')
      await rainbond.fail({ fault: 'lost-answer', method: 'PUT', count: 1 })

      await switchOf(page, 'Internal', 8081).click()
      await expectSettled(switchOf(page, 'Internal', 8081), true)
      expect(calls.writes()).toEqual(['PUT port 8081 open_inner'])
      expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
    },
  )

  test(
    '“too frequent” waits and sends the same request again',
    { tag: '@any-browser' },
    async ({ page, rainbond }) => {
      const calls = listen(page)
      await openPorts(page, 'web')
      await rainbond.fail({ fault: 'cluster-too-frequent', count: 1 })

      await switchOf(page, 'Internal', 8081).click()
      await expectSettled(switchOf(page, 'Internal', 8081), true)
      expect(calls.writes()).toEqual(['PUT port 8081 open_inner', 'PUT port 8081 open_inner'])
      expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
    },
  )
})
