import { test as base } from '@playwright/test'
import { demoToken } from '../../emulator/seeds/demo'
import { type ConsoleDouble, startConsole } from './console-double'
import { adaptStockFirefox } from './firefox'
import { type GatewayDouble, startGateway } from './gateway-double'
import { fetchNothingAhead } from './parts'
import { tokens } from './world'

export { expect } from '@playwright/test'

interface WorkerFixtures {
  /** The form of the console's answers; `bare` is that of Rainbond's public documentation. */
  consoleMode: 'full' | 'bare'
  /** The console's path, such as `/rainbond`. */
  consolePath: string
  /** Whether the gateway runs its embedded demo, as without any configuration. */
  embeddedDemo: boolean
  /** Whether the gateway refuses all changes. */
  readOnly: boolean
  /** Other settings of the gateway (docs/operation.md). */
  gatewaySettings: Readonly<Record<string, string>>
  gateway: GatewayDouble
  gatewayUrl: string
  workersConsole: ConsoleDouble
}

interface TestFixtures {
  /** Whether Ada (or the demo's administrator) is signed in when the page opens. */
  signedIn: boolean
  /** Whether pages come with the answers to their first reads. Without, the app asks, as when another website led to it. */
  answersInPage: boolean
  /** Whether the page fetches parts of the app before they are needed, once it has nothing to do. */
  fetchesAhead: boolean
  /**
   * Whether the test causes refusals and broken connections, which the browser writes to its log. Otherwise each of them
   * fails the test.
   */
  provokesFailures: boolean
  /** This worker's console, with the seed and without faults. */
  rainbond: ConsoleDouble
  cleanPage: undefined
}

// The second form: a missing style sheet is answered with an error in JSON.
const networkFailure =
  /^(Failed to load resource|Refused to apply style .* MIME type \('application\/json'\))/

/**
 * A test with a browser, a gateway and a console of its worker. It starts with the seed and fails when the page logs or
 * throws an error, violates its Content-Security-Policy or calls another origin.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  browser: [
    async ({ browser, browserName, channel }, use) => {
      if (browserName === 'firefox' && channel !== undefined) adaptStockFirefox(browser)
      await use(browser)
    },
    { scope: 'worker' },
  ],

  consoleMode: ['full', { option: true, scope: 'worker' }],

  consolePath: ['', { option: true, scope: 'worker' }],

  embeddedDemo: [false, { option: true, scope: 'worker' }],

  readOnly: [false, { option: true, scope: 'worker' }],

  workersConsole: [
    async ({ consoleMode, consolePath }, use) => {
      const rainbond = await startConsole(consoleMode, consolePath)
      await use(rainbond)
      await rainbond.close()
    },
    { scope: 'worker' },
  ],

  gatewaySettings: [{}, { option: true, scope: 'worker' }],

  gateway: [
    async ({ workersConsole, embeddedDemo, readOnly, gatewaySettings }, use) => {
      const gateway = await startGateway({
        ...(embeddedDemo ? {} : { RAINBOND_URL: workersConsole.url }),
        ...(readOnly ? { READ_ONLY: '1' } : {}),
        ...gatewaySettings,
      })
      await use(gateway)
      await gateway.goDown()
    },
    { scope: 'worker' },
  ],

  gatewayUrl: [({ gateway }, use) => use(gateway.url), { scope: 'worker' }],

  signedIn: [true, { option: true }],
  answersInPage: [true, { option: true }],
  fetchesAhead: [false, { option: true }],
  provokesFailures: [false, { option: true }],

  baseURL: ({ gatewayUrl }, use) => use(gatewayUrl),
  // A new session for each test, because one that the console rejected has ended for good. Signs in to the console as the
  // test finds it: the one before may have left it with other people.
  storageState: async ({ playwright, signedIn, gatewayUrl, embeddedDemo, rainbond }, use) => {
    const asPage = { Origin: gatewayUrl, 'X-Portdeck': '1' }
    const visitor = await playwright.request.newContext({ extraHTTPHeaders: asPage })
    if (signedIn) {
      const token = embeddedDemo ? demoToken : tokens.ada
      const answer = await visitor.post(`${gatewayUrl}/session`, { data: { token } })
      if (!answer.ok())
        throw new Error(`Sign-in at ${rainbond.url} failed: ${answer.status()} ${await answer.text()}`)
    }
    const state = await visitor.storageState()
    await visitor.dispose()
    await use(state)
  },

  context: async ({ context, fetchesAhead, answersInPage }, use) => {
    if (!answersInPage) {
      await context.route('**', async (route) => {
        if (!route.request().isNavigationRequest()) return route.fallback()
        const response = await route.fetch()
        const body = (await response.text()).replace(
          /<meta name="answers"[^>]*>|<script[^>]* data-answer.*/g,
          '',
        )
        return route.fulfill({ response, body })
      })
    }
    if (!fetchesAhead) await fetchNothingAhead(context)
    await use(context)
  },

  rainbond: [
    async ({ workersConsole }, use) => {
      await workersConsole.reset()
      await use(workersConsole)
    },
    { auto: true },
  ],

  cleanPage: [
    async ({ page, baseURL, provokesFailures }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
      page.on('console', (message) => {
        const expected = provokesFailures && networkFailure.test(message.text())
        if (message.type() === 'error' && !expected) complaints.push(`logged: ${message.text()}`)
      })
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (protocol !== 'data:' && origin !== baseURL) complaints.push(`foreign call: ${request.url()}`)
      })
      await use(undefined)
      base.expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
