import { type BrowserContext, expect, type Page } from '@playwright/test'

/**
 * Keeps pages from fetching parts of the app before they are needed: sixty files, which take a third of the time of a page.
 */
export async function fetchNothingAhead(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0
  })
}

/** Waits until parts of the app (the names of their files without the hash) were fetched ahead. */
export async function untilFetched(page: Page, parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    const isFetched = async () => {
      const request = (await page.requests()).find((each) => each.url().includes(`/${part}-`))
      return (await request?.response())?.ok() ?? false
    }
    await expect.poll(isFetched, { message: `${part} is fetched ahead` }).toBe(true)
  }
}
