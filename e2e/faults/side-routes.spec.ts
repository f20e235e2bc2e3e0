import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'

test.use({ provokesFailures: true })

const paths = {
  domains: '**/domains',
  apps_port: '**/apps_port',
  events: '**/events',
  'the single service': '**/services/*',
}

for (const [route, path] of Object.entries(paths)) {
  test(`the grid works when ${route} is missing or broken`, async ({ page, rainbond }) => {
    for (const fault of ['missing-route', 'crash'] as const) {
      await test.step(fault, async () => {
        await rainbond.fail({ fault, path })
        await openPorts(page, 'web')
        await switchOf(page, 'Internal', 8081).click()
        await expectSettled(switchOf(page, 'Internal', 8081), true)
        await switchOf(page, 'External', 8081).click()
        await planOf(page).run.click()
        await expectSettled(switchOf(page, 'External', 8081), true)
        await switchOf(page, 'Internal', 8081).click()
        await planOf(page).run.click()
        await expect(planOf(page).dialog).toBeHidden()
        await expectSettled(switchOf(page, 'Internal', 8081), false)
        expect(await rainbond.port('web', 8081)).toMatchObject({
          is_inner_service: false,
          is_outer_service: false,
        })
      })
    }
  })
}

test('without domains the grid says what it does not know', async ({ page, rainbond }) => {
  await rainbond.fail({ fault: 'missing-route', path: '**/domains' })
  await openPorts(page, 'web')
  await expect(page.getByText(/rules couldn’t be read/)).toBeVisible()
  await expect(page.getByText('Unknown').first()).toBeVisible()

  await rainbond.fail()
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByText(/rules couldn’t be read/)).toBeHidden()
  await expect(page.getByText('Unknown')).toHaveCount(0)
})

test('the grid works without all side routes at once', async ({ page, rainbond }) => {
  await rainbond.fail({ fault: 'missing-route' })
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
})
