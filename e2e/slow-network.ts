import type { Page } from '@playwright/test'

/** Makes everything that the page asks for from now on take that much longer, as on a bad line. */
export async function slowDown(page: Page, latency: number) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
}
