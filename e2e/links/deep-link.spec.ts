import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

// What the app asks for by itself. e2e/delivery/start.spec.ts looks at pages that come with the answers.
test.use({ answersInPage: false })

test('no request of a link waits for another one', async ({ page, rainbond }) => {
  // On a second visit the browser may already know the session.
  await openPorts(page, 'web')
  // Answers of the previous page must not count as the first.
  await page.waitForLoadState('networkidle')
  await rainbond.fail({ fault: 'slow', latencyMs: 800 })
  const calls = listen(page)
  await page.reload()
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()

  const early = calls.beforeFirstAnswer()
  for (const name of ['teams', 'regions', 'apps', 'services', 'ports', 'domains']) {
    expect(early).toContain(`GET ${name}`)
  }
  const late = calls.sent().slice(early.length)
  expect(late).toEqual([])
  expect(calls.reads('ports')).toBe(1)
})

test('the page stays as it is when the session is answered after everything else', async ({ page }) => {
  await openPorts(page, 'web')
  await page.waitForLoadState('networkidle')
  let release = () => undefined as unknown
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/session', async (route) => {
    await held
    await route.continue()
  })
  const calls = listen(page)
  await page.reload()
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await filter.focus()
  const answered = page.waitForResponse('**/session')
  release()
  await answered
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(filter).toBeFocused()
  expect([calls.reads('ports'), calls.reads('domains')]).toEqual([1, 1])
})

test('the first visit of a signed-in person waits only for the session', async ({ page, rainbond }) => {
  await rainbond.fail({ fault: 'slow', latencyMs: 800 })
  const calls = listen(page)
  await page.goto(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()

  const early = calls.beforeFirstAnswer()
  for (const name of ['teams', 'regions', 'apps', 'services', 'ports', 'domains']) {
    expect(early).toContain(`GET ${name}`)
  }
})

test('the data of the first visit are requested while the code of the page is loading', async ({ page }) => {
  const calls = listen(page)
  await page.route(/\/assets\/ports-[^/]+\.js$/, async (route) => {
    await expect.poll(() => calls.sent()).toContain('GET ports')
    await route.continue()
  })
  await page.goto(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
})

test('the layout does not shift while a link is loading', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'slow', latencyMs: 400 })
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement
      for (const entry of list.getEntries()) {
        if ('value' in entry) dataset['shift'] = String(Number(dataset['shift'] ?? 0) + Number(entry.value))
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.reload()
  await expect(page.getByRole('button', { name: 'Copy address https://www.shop.test' })).toBeVisible()
  // Shifts are reported after their frame.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 100))))
  const shift = await page.locator('html').getAttribute('data-shift')
  expect(Number(shift ?? 0)).toBeLessThan(0.02)
})

test('the skeleton disappears in the moment when the rows appear', async ({ page, rainbond }) => {
  await rainbond.fail({ fault: 'slow', path: '**/services/*/ports', latencyMs: 1500 })
  await page.addInitScript(() => {
    const seen = { skeleton: false, together: false }
    new MutationObserver(() => {
      const hasSkeleton = document.querySelector('[class*="bone"]') !== null
      seen.skeleton ||= hasSkeleton
      seen.together ||= hasSkeleton && document.querySelector('[role="grid"]') !== null
      document.documentElement.dataset['seen'] = JSON.stringify(seen)
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await expect(page.locator('[class*="bone"]')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-seen', '{"skeleton":true,"together":false}')
})
