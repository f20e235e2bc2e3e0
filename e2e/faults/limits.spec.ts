import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'

// One change at once, and the next three seconds later.
test.use({ gatewaySettings: { WRITE_BURST: '1', REFILL_MINUTES: '0.05' }, provokesFailures: true })

test('what goes beyond the gateway’s limit waits before the eyes of the person, and is sent again', async ({
  page,
  rainbond,
}) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await switchOf(page, 'Internal', 18_100).click()
  await expect(page.getByText(/Too many changes at once. Sending this one again/)).toBeVisible()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expectSettled(switchOf(page, 'Internal', 18_100), true)
  // The wait is as long as the answer asks, so that one try more is enough.
  expect(calls.writes()).toEqual([
    'PUT port 8081 open_inner',
    'PUT port 18100 open_inner',
    'PUT port 18100 open_inner',
  ])
  expect(await rainbond.port('web', 18_100)).toMatchObject({ is_inner_service: true })
})
