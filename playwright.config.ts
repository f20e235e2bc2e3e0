import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  // To take the screenshots: SCREENSHOTS=1 npm run e2e -- e2e/pictures/screenshots.spec.ts
  testIgnore: process.env['SCREENSHOTS'] === '1' ? [] : ['**/screenshots.spec.ts'],
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // In CI, where others may share the cores, a failed test runs once more. If it passes then it is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Only for tests that hang: on two busy cores an accessibility scan alone can take a minute.
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
