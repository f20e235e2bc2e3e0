import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

/** An entry of the browser, which TypeScript doesn't know. */
interface Shift {
  value: number
  sources: { previousRect: DOMRect; currentRect: DOMRect }[]
}

/**
 * Sums what moves by itself on a page, from its beginning. Must be called before the page is opened. A text that only ends
 * elsewhere, as "Updated 2 s ago" after "Updated just now", has not moved.
 */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement
      const shifts = list.getEntries() as (PerformanceEntry & Shift)[]
      for (const { value, sources } of shifts)
        if (sources.some(({ previousRect: from, currentRect: to }) => from.x !== to.x || from.y !== to.y))
          dataset['shift'] = String(Number(dataset['shift'] ?? 0) + value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0))
}

for (const width of [390, 1440]) {
  test(`nothing moves while the page of a component opens, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const shift = await watchShifts(page)
    await page.goto(portsPath('web'))
    await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
    expect(await shift()).toBe(0)
  })
}

test('what a slow console has answered is shown, and nothing is asked for twice', async ({
  page,
  rainbond,
}) => {
  await rainbond.fail({ fault: 'slow', latencyMs: 3000, method: 'GET', path: '**/services/*/ports' })
  const calls = listen(page)
  await page.goto(portsPath('web'), { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('web')
  await expect(switchOf(page, 'Internal', 8080)).toBeHidden()
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  expect(calls.sent()).toEqual([])
})

test.describe('signed out meanwhile', () => {
  test.use({ provokesFailures: true })

  test('a session that has ended shows the sign-in page, with no answers of the last person', async ({
    page,
    context,
  }) => {
    await openPorts(page, 'web')
    await context.clearCookies()
    const document = await page.goto(portsPath('web'))
    expect(await document?.text()).not.toContain('data-answer')
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  })
})

test('the style sheets of the page count in their order, those of later parts after them', async ({
  page,
}) => {
  await openPorts(page, 'web')
  const media = async () =>
    new Set(
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(
          ({ sheet, parentNode }) => `${parentNode?.nodeName} ${sheet?.media.mediaText}`,
        ),
      ),
    )
  // One that still loads has no sheet yet.
  await expect.poll(media).toEqual(new Set(['HEAD all', 'HEAD ']))
})
