import { pastedText } from '../support/browser'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { placeOf } from '../support/world'

// As RAINBOND_URL=http://host/rainbond: something else may live at http://host/openapi.
test.use({ consolePath: '/rainbond', permissions: ['clipboard-write'] })

test('a call that is copied as curl goes to the console under its path', async ({ page, rainbond }) => {
  expect(rainbond.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/rainbond$/)
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).click()
  const plan = planOf(page)
  await plan.dialog
    .getByRole('button', { name: 'Copy as curl, step 1: Close external access on port 80' })
    .click()
  await expect(plan.dialog.getByText('Copied', { exact: true })).toBeVisible()
  await plan.cancel.click()
  const { teamId, region, app, serviceId } = placeOf('web')
  const path = `/openapi/v1/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports/80`
  expect(await pastedText(page)).toContain(`-X PUT ${rainbond.url}${path} `)
})

test.describe('before anybody is signed in', () => {
  test.use({ signedIn: false })

  test('the way to a token leads to the console under its path', async ({ page, rainbond }) => {
    await page.goto('/')
    const link = page.getByRole('link', { name: rainbond.url.replace('http://', ''), exact: true })
    await expect(link).toHaveAttribute('href', rainbond.url)
  })
})
