import { expect, test } from '../support/fixtures'
import { holdAnswers } from '../support/held-answers'
import { openPalette } from '../support/palette'
import { openPorts, signIn } from '../support/ports-page'
import { tokens } from '../support/world'

test.use({ provokesFailures: true })

test('what could not be read is named, and read again on request', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'crash', method: 'GET', path: '**/apps/3/services' })
  const { dialog, field, option } = await openPalette(page)
  const failed = dialog.getByRole('alert')
  await expect(failed).toContainText('The components of Partners couldn’t be read.')
  await field.fill('busy')
  await expect(dialog.getByText('No results for “busy” in what could be read')).toBeVisible()
  await expect(dialog.getByRole('status')).toHaveText('No results in what could be read')
  await rainbond.fail()
  await page.keyboard.press('Tab')
  await expect(failed.getByRole('button', { name: 'Try again' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await expect(option(/^busy-bee/)).toBeVisible()
  await expect(failed).toBeHidden()
  await expect(field).toHaveValue('busy')
})

test('without the list of teams, it says what else is missing', async ({ page, rainbond }) => {
  await rainbond.fail({ fault: 'crash', method: 'GET', path: '**/teams' })
  await page.goto('/teams/shop/regions/east/apps')
  const { dialog, field, option } = await openPalette(page)
  await field.fill('orders')
  const failed = dialog.getByRole('alert')
  await expect(failed).toContainText(
    'The teams couldn’t be read: clusters, apps and components may be missing.',
  )
  await expect(dialog.getByText('No results for “orders” in what could be read')).toBeVisible()
  await rainbond.fail()
  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect(option(/^orders-db/)).toBeVisible()
  await expect(failed).toBeHidden()
  await expect(field).toHaveValue('orders')
})

test('after a new sign-in above it, it goes on with what was typed', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const { release } = await holdAnswers(page, '**/apps/3/services')
  const { dialog, field, option } = await openPalette(page)
  await field.fill('busy')
  await rainbond.fail({ fault: 'unauthenticated', method: 'GET', path: '**/apps/3/services' })
  release()
  const expired = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(expired.getByLabel('Access token', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('The components of Partners couldn’t be read.')
  await rainbond.fail()
  await signIn(page, tokens.ada)
  await expect(expired).toBeHidden()
  await expect(option(/^busy-bee/)).toBeVisible()
  await expect(dialog.getByRole('alert')).toBeHidden()
  await expect(field).toHaveValue('busy')
  await expect(field).toBeFocused()
})

test('without the console, it says so once, and goes on by itself', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.goDown()
  const { dialog, field, option } = await openPalette(page)
  await field.fill('busy')
  const failed = dialog.getByRole('alert')
  await expect(failed).toContainText('couldn’t be read.')
  await expect(failed).toContainText('Portdeck also retries automatically.')
  await expect(dialog.getByText('No results for “busy” in what could be read')).toBeVisible()
  await rainbond.comeBack()
  await expect(option(/^busy-bee/)).toBeVisible()
  await expect(failed).toBeHidden()
})

test('while the cluster is down, everything is found all the same', async ({ page, rainbond }) => {
  await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET' })
  await page.goto('/teams/shop/regions/east/apps')
  const { dialog, field, option } = await openPalette(page)
  await field.fill('orders-db 3306')
  await expect(option(/^orders-db 3306 ?Online/)).toBeVisible()
  await expect(dialog.getByRole('alert')).toBeHidden()
})
