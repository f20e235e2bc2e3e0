import type { Page } from '@playwright/test'
import { expect } from './fixtures'

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
