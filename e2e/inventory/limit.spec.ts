import { allPortsPath, allRead } from '../support/all-ports'
import { expect, test } from '../support/fixtures'

// Fifteen reads, and one more in a second, which a slow browser doesn’t wait for either.
test.use({ gatewaySettings: { READ_BURST: '15', REFILL_MINUTES: '0.25' }, provokesFailures: true })

test('beyond the gateway’s limit, the page says so, waits as long as asked, and reads everything', async ({
  page,
}) => {
  await page.goto(allPortsPath)
  await expect(page.getByText(/Request limit reached/)).toBeVisible()
  await expect(allRead(page)).toBeVisible()
  await expect(page.getByText(/couldn’t be read/)).toHaveCount(0)
})
