import type { Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../support/fixtures'
import { switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** Sums the gzip size of all scripts that `page` loads from now on, in kB of 1,000 bytes. */
function weighScripts(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  return async () => {
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).byteLength)
    expect(sizes.length).toBeGreaterThan(0)
    return sizes.reduce((sum, size) => sum + size, 0) / 1000
  }
}

test('all scripts until the grid is usable are at most 190 kB', async ({ page }) => {
  const weight = weighScripts(page)
  await page.goto(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  expect(await weight()).toBeLessThanOrEqual(190)
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the scripts of the sign-in page are at most 150 kB', async ({ page }) => {
    const weight = weighScripts(page)
    await page.goto('/')
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    expect(await weight()).toBeLessThanOrEqual(150)
  })
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
