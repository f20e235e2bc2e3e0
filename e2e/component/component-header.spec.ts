import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'

test('shows name, status and source', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(page.getByRole('heading', { level: 1, name: 'web', exact: true })).toBeVisible()
  await expect(page.getByText('Status: running')).toBeVisible()
  await expect(page.getByText('Source: image')).toBeVisible()
})

test.describe('while the cluster is down', () => {
  test.use({ provokesFailures: true })

  test('shows the ports with an unknown status', async ({ page, rainbond }) => {
    await rainbond.fail(
      { fault: 'cluster-unreachable', method: 'GET', path: '**/services' },
      { fault: 'crash', path: '**/services/*' },
    )
    await openPorts(page, 'web')
    await expect(page.getByText('Status: unknown, the cluster didn’t report it')).toBeVisible()
  })
})

test('explains what differs for a third-party component, also when outer changes', async ({ page }) => {
  await openPorts(page, 'pay-line')
  await expect(page.getByText('Source: third-party')).toBeVisible()
  await expect(page.getByText(/^Third-party component/)).toBeVisible()
  await switchOf(page, 'External', 8443).click()
  const plan = planOf(page)
  await expect(plan.dialog.getByText(/Rainbond asks the cluster for its endpoints/)).toBeVisible()
  await plan.cancel.click()
})

test('explains where changes of an unfinished component go', async ({ page }) => {
  await openPorts(page, 'draft')
  await expect(page.getByText(/^This component isn’t fully created in Rainbond/)).toBeVisible()
  await switchOf(page, 'External', 8080).click()
  const plan = planOf(page)
  await expect(
    plan.dialog.getByText(/these changes are only saved in the console until it is built/),
  ).toBeVisible()
  await expect(plan.dialog.getByText(/asks the cluster for its endpoints/)).toBeHidden()
  await plan.cancel.click()
})
