import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  // Pictures for people to look at: SCREENSHOTS=1 npm run e2e -- e2e/pictures/screenshots.spec.ts
  testIgnore: process.env['SCREENSHOTS'] === '1' ? [] : ['**/screenshots.spec.ts'],
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // What fails in CI, where others may share the cores, is tried once more, and named `flaky` at the end: a bug to mend.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Limits for what hangs, wide enough for two busy cores: an accessibility scan alone may take a minute there.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
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
})
