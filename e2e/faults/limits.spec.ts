import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'

// One change in a burst, and the next three seconds later.
test.use({ gatewaySettings: { WRITE_BURST: '1', REFILL_MINUTES: '0.05' }, provokesFailures: true })

test('a change beyond the gateway’s limit visibly waits, and is sent again', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await switchOf(page, 'Internal', 18_100).click()
  await expect(page.getByText(/Too many changes at once. Retrying/)).toBeVisible()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expectSettled(switchOf(page, 'Internal', 18_100), true)
  // The wait is as long as the answer says, so one more try is enough.
  expect(calls.writes()).toEqual([
    'PUT port 8081 open_inner',
    'PUT port 18100 open_inner',
    'PUT port 18100 open_inner',
  ])
  expect(await rainbond.port('web', 18_100)).toMatchObject({ is_inner_service: true })
})
