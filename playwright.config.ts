import { defineConfig } from '@playwright/test'

const chromiumPath = process.env['CHROMIUM_PATH']
const firefoxPath = process.env['FIREFOX_PATH']

export default defineConfig({
  testDir: 'e2e',
  // `npm run docs:pictures` takes them.
  testIgnore: process.env['PICTURES'] === '1' ? [] : ['**/screenshots.spec.ts', '**/documents.spec.ts'],
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // One more than the cores that CI has: what a test waits for leaves them idle.
  workers: 3,
  // In CI, where others may share the cores, a failed test runs once more. If it passes then it is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Only for tests that hang: on two busy cores an accessibility scan alone can take a minute.
  timeout: 180_000,
  expect: {
    timeout: 30_000,
    // Other versions of Chromium draw the corners of controls slightly differently.
    toHaveScreenshot: { pathTemplate: 'e2e/pictures/baseline/{arg}{ext}', maxDiffPixels: 20 },
  },
  use: { locale: 'en-US', viewport: { width: 1440, height: 900 } },
  projects: [
    {
      name: 'chromium',
      outputDir: 'test-results/chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(chromiumPath ? { executablePath: chromiumPath } : {}),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    {
      name: 'firefox',
      // What hangs on the console's answers or on our words, and not on the browser: Chromium's run is enough.
      grepInvert: /@any-browser/,
      outputDir: 'test-results/firefox',
      use: {
        browserName: 'firefox',
        // Playwright's own Firefox is patched. A stock one is driven by WebDriver BiDi.
        ...(firefoxPath ? { channel: 'moz-firefox', launchOptions: { executablePath: firefoxPath } } : {}),
      },
    },
  ],
})
