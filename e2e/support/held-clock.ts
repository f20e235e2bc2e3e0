import { expect, type Locator, type Page } from '@playwright/test'

/** Milliseconds of the page for at least ten times as many of ours: in no wait does a failed read come to its repetition. */
const step = { pageMs: 10, ourMs: 100 }

/**
 * Holds the clock of a page, so that it doesn't do by itself, after a time, what a test asks it for. `page.clock.resume()`
 * releases it.
 */
export async function holdClock(page: Page) {
  await page.clock.install()
  // The clock runs until it is held, so this must be later than now.
  await page.clock.pauseAt(Date.now() + 60_000)
  return {
    /** Lets the page come just so far. */
    untilVisible: (target: Locator) =>
      expect
        .poll(
          async () => {
            await page.clock.runFor(step.pageMs)
            return target.isVisible()
          },
          { intervals: [step.ourMs] },
        )
        .toBe(true),
  }
}
