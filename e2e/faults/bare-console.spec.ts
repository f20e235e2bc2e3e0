import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, rowsOf, signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens } from '../support/world'

test.use({ consoleMode: 'bare' })

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the main task works from the sign-in on', async ({ page, rainbond }) => {
    await page.goto('/')
    await signIn(page, tokens.ada)
    for (const name of [/Online shop/, /East/, /Storefront/, /^web\b/]) {
      await page.getByRole('main').getByRole('link', { name }).click()
    }
    await switchOf(page, 'Internal', 8081).click()
    await expectSettled(switchOf(page, 'Internal', 8081), true)
    await switchOf(page, 'External', 8081).click()
    await planOf(page).run.click()
    await expectSettled(switchOf(page, 'External', 8081), true)
    expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: true })

    await switchOf(page, 'Internal', 8081).click()
    await planOf(page).run.click()
    await expectSettled(switchOf(page, 'Internal', 8081), false)
    expect(await rainbond.port('web', 8081)).toMatchObject({
      is_inner_service: false,
      is_outer_service: false,
    })
  })
})

test('a single port, listed as an object in this form, is one row', async ({ page, rainbond }) => {
  await openPorts(page, 'only-one')
  await expect(rowsOf(page)).toHaveCount(1)
  await switchOf(page, 'External', 8080).click()
  await expectSettled(switchOf(page, 'External', 8080), true)
  expect(await rainbond.port('only-one', 8080)).toMatchObject({ is_outer_service: true })
})

test('a component without ports', async ({ page }) => {
  await page.goto(portsPath('idle'))
  await expect(page.getByText('No ports yet')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '0 ports' })).toHaveText('0 ports')
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('refusals look as in the full form', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })
    await switchOf(page, 'Internal', 8081).click()
    await expect(switchOf(page, 'Internal', 8081)).toHaveAccessibleDescription(/集群资源不足/)
    await expectSettled(switchOf(page, 'Internal', 8081), false)
  })
})
