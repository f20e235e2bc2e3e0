import { expect, test as plain } from '@playwright/test'
import { buildDemo, removeDemo, serveStatic } from './static-host'

export { expect } from '@playwright/test'

interface DemoFixtures {
  /** Whether the test opens an address that names no file, which the browser writes to its log. */
  opensMissingFile: boolean
  cleanPage: undefined
}

interface DemoWorker {
  /** Where the demo is on its host. */
  basePath: string
  demo: { readonly origin: string }
}

/** A test of the built demo on a static host. It fails when a page logs an error, or asks for anything but its own files. */
export const test = plain.extend<DemoFixtures, DemoWorker>({
  basePath: ['/pages/portdeck', { option: true, scope: 'worker' }],

  demo: [
    async ({ basePath }, use) => {
      const folder = buildDemo()
      const { origin, stop } = await serveStatic(folder, basePath)
      await use({ origin })
      stop()
      removeDemo(folder)
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  // Relative addresses of tests are below it.
  baseURL: ({ demo, basePath }, use) => use(`${demo.origin}${basePath}/`),

  opensMissingFile: [false, { option: true }],

  cleanPage: [
    async ({ context, demo, basePath, opensMissingFile }, use) => {
      const complaints: string[] = []
      context.on('weberror', (error) => complaints.push(`thrown: ${error.error().message}`))
      context.on('console', (message) => {
        const isExpected = opensMissingFile && /^Failed to load resource: .* 404/.test(message.text())
        if (message.type() === 'error' && !isExpected) complaints.push(`logged: ${message.text()}`)
      })
      context.on('request', (request) => {
        const isFile = request.method() === 'GET' && request.url().startsWith(`${demo.origin}${basePath}/`)
        if (!isFile && !request.url().startsWith('data:')) complaints.push(`requested: ${request.url()}`)
      })
      await use(undefined)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
