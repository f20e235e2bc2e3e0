import { pastedText } from '../support/browser'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { locate } from '../support/world'

// As with RAINBOND_URL=http://host/rainbond, where http://host/openapi may be something else.
test.use({ consolePath: '/rainbond', permissions: ['clipboard-write'] })

test('a call copied as curl includes the console’s path', async ({ page, rainbond }) => {
  expect(rainbond.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/rainbond$/)
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).click()
  const plan = planOf(page)
  await plan.dialog.getByRole('button', { name: 'Show as curl', exact: true }).click()
  await plan.dialog
    .getByRole('button', { name: 'Copy as curl, step 1: Close external access on port 80' })
    .click()
  await expect(plan.dialog.getByText('Copied', { exact: true })).toBeVisible()
  await plan.cancel.click()
  const { teamId, region, app, serviceId } = locate('web')
  const path = `/openapi/v1/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports/80`
  expect(await pastedText(page)).toContain(`-X PUT ${rainbond.url}${path} `)
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the link to get a token includes the console’s path', async ({ page, rainbond }) => {
    await page.goto('/')
    const link = page.getByRole('link', { name: rainbond.url.replace('http://', ''), exact: true })
    await expect(link).toHaveAttribute('href', rainbond.url)
  })
})
