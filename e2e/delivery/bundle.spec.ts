import type { Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { untilFetched } from '../support/parts'
import { portsPath } from '../support/world'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/**
 * Returns a function that waits until `selector` is there, counts all scripts that were requested until then, and sums their
 * gzip size in kB of 1,000 bytes. Must be called before the page is opened.
 */
async function weighScripts(
  page: Page,
  selector: string,
): Promise<() => Promise<{ count: number; size: number }>> {
  // What is fetched ahead afterwards doesn't count.
  await page.addInitScript((awaited) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(awaited)) return
      observer.disconnect()
      performance.mark('usable')
    }).observe(document, { childList: true, subtree: true })
  }, selector)
  return async () => {
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
    const urls = await page.evaluate(() => {
      const [usable] = performance.getEntriesByName('usable')
      return performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime <= (usable?.startTime ?? 0))
        .map(({ name }) => name)
    })
    const scripts = [...new Set(urls)].filter((url) => new URL(url).pathname.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(3)
    const loaded = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).body()))
    const bytes = loaded.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).byteLength, 0)
    return { count: scripts.length, size: bytes / 1000 }
  }
}

test('all scripts until the grid is usable are at most 190 kB in at most 8 files', async ({ page }) => {
  const weight = await weighScripts(page, '[role="switch"]')
  await page.goto(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  const { count, size } = await weight()
  expect(size).toBeLessThanOrEqual(190)
  expect(count).toBeLessThanOrEqual(8)
})

test.describe('fetched ahead', () => {
  test.use({ fetchesAhead: true })

  test('what the grid needs later is fetched once it is usable, so that a lost network leaves it whole', async ({
    page,
  }) => {
    await openPorts(page, 'web')
    await untilFetched(page, ['PlanDialog', 'NoticeStack', 'AddPortDialog', 'RowMenuList'])
  })
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the scripts of the sign-in page are at most 150 kB', async ({ page }) => {
    const weight = await weighScripts(page, 'input')
    await page.goto('/')
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    expect((await weight()).size).toBeLessThanOrEqual(150)
  })
})

test('the scripts of the first page ask browsers to compile all of them while they arrive', async ({
  page,
}) => {
  const names = readdirSync(join(dist, 'assets')).filter((name) =>
    /^(packages|start|ports)-[\w-]{8}\.js$/.test(name),
  )
  expect(names).toHaveLength(3)
  for (const name of names) {
    const answer = await page.request.get(`/assets/${name}`)
    expect(answer.headers()['content-encoding'], name).toBeDefined()
    expect(await answer.text(), name).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
  }
})

test('the build contains nothing of the emulator and the static demo', () => {
  // One word each of its control routes, seeds, faults and answers, and of what the demo stores.
  const words = [
    '__emulator',
    'Fault gallery',
    'TransportFault',
    'No such user or user is not admin',
    'portdeck-demo',
  ]
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    for (const word of words) expect(text.includes(word), `${word} in ${file}`).toBe(false)
  }
})
