import { expect, test } from '../support/fixtures'
import { openPalette } from '../support/palette'

// Three reads, which the page takes, and one more in five seconds; the palette needs four.
test.use({ gatewaySettings: { READ_BURST: '3', REFILL_MINUTES: '0.25' }, provokesFailures: true })

test('beyond the gateway’s limit, it says what is missing, and reads it as soon as it may', async ({
  page,
}) => {
  await page.goto('/teams/shop/regions/east/apps')
  await expect(page.getByRole('link', { name: /Storefront/ })).toBeVisible()
  const { dialog, field, option } = await openPalette(page)
  await field.fill('busy')
  const failed = dialog.getByRole('alert')
  await expect(failed).toContainText(/The components of .+ couldn’t be read\./)
  await expect(failed).toContainText('Too many requests.')
  await expect(dialog.getByRole('status')).toContainText('in what could be read')
  await expect(option(/^busy-bee/)).toBeVisible()
  await expect(failed).toBeHidden()
  await expect(field).toHaveValue('busy')
})
