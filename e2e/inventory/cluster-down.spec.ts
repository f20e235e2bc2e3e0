import { openAllPorts, switchIn } from '../support/all-ports'
import { expect, test } from '../support/fixtures'
import { expectSettled } from '../support/ports-page'

test.use({ provokesFailures: true })

test('while the cluster is down, every port is there, and a change that it refuses changes nothing', async ({
  page,
  rainbond,
}) => {
  await rainbond.fail({ fault: 'cluster-unreachable' })
  await openAllPorts(page)
  await expect(page.getByText('65 ports', { exact: false })).toBeVisible()
  const internal = switchIn(page, 'Internal', 8081, 'web')
  await internal.click()
  await expect(page.getByRole('row').filter({ has: internal })).toContainText('cluster')
  await expectSettled(internal, false)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: false })

  await rainbond.fail()
  await internal.click()
  await expectSettled(internal, true)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})
