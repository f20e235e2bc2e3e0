import type { Page } from '@playwright/test'

/** Requests that don't get their answers yet. */
interface HeldAnswers {
  /** Resolves when there is one. */
  held: Promise<void>
  release: () => void
}

/**
 * Holds back the answers to the requests of a page.
 * @param url a part of a path with stars, as in Playwright
 * @param where `before` the gateway sees them, or `after` the console has answered
 */
export async function holdAnswers(
  page: Page,
  url: string,
  where: 'before' | 'after' = 'before',
): Promise<HeldAnswers> {
  let release = () => undefined as unknown
  let tell = () => undefined as unknown
  const released = new Promise<void>((resolve) => (release = resolve))
  const held = new Promise<void>((resolve) => (tell = resolve))
  await page.route(url, async (route) => {
    const response = where === 'after' ? await route.fetch() : null
    tell()
    await released
    await (response ? route.fulfill({ response }) : route.continue())
  })
  return { held, release }
}
