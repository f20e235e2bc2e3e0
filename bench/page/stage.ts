import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { createEmulator } from '../../emulator/create-emulator'
import { serveEmulator } from '../../emulator/hosts/node'
import { scaleSeed, scaleToken } from '../../emulator/seeds/scale'
import { serveGateway } from '../../gateway/serve'
import type { Cost } from './cost'

type Seed = ReturnType<typeof scaleSeed>
type SeedSize = Parameters<typeof scaleSeed>[0]

/** A page of the app, to be opened for the first time. */
export interface Stage {
  page: Page
  session: CDPSession
  /** The address of the app without a slash at its end. */
  url: string
  seed: Seed
}

/** Milliseconds for anything that a bench waits for. */
const patienceMs = 300_000

/** Starts Chromium: the one in `CHROMIUM_PATH`, or Playwright's own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
}

/** Opens an empty page in a context, and so in a process, of its own. */
export async function openPage(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  context.setDefaultTimeout(patienceMs)
  // The compiler that runs this bench calls it in functions that run in the page.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  return { context, page, session }
}

/** Starts a console with a seed of this size, and a gateway before it. */
export async function serveApp(size: SeedSize) {
  const seed = scaleSeed(size)
  const emulator = createEmulator({ seed, now: () => new Date() })
  const rainbond = await serveEmulator({ emulator, port: 0 })
  const env = { PORT: '0', RAINBOND_URL: rainbond.url }
  const gateway = await serveGateway({ env, writeLog: () => undefined })
  return {
    url: gateway.url,
    seed,
    async close() {
      await gateway.close()
      await rainbond.close()
    },
  }
}

/** Signs the seed's administrator in, in the browser of `context`. */
export async function signIn(context: BrowserContext, url: string) {
  await context.request.post(`${url}/session`, {
    data: { token: scaleToken },
    headers: { Origin: url, 'X-Portdeck': '1' },
  })
}

/** Returns the address of the ports of the seed's first component. */
export function portsAddress({ url, seed }: Pick<Stage, 'url' | 'seed'>): string {
  const [[team], [app], [service]] = [seed.teams, seed.apps, seed.services]
  return `${url}/teams/${team?.tenant_name}/regions/scale/apps/${app?.ID}/services/${service?.service_alias}/ports`
}

/** Returns the address of the page of all ports. */
export function inventoryAddress({ url, seed }: Pick<Stage, 'url' | 'seed'>): string {
  return `${url}/teams/${seed.teams[0]?.tenant_name}/regions/scale/ports`
}

/** Starts a console, a gateway and a page of its own, in which the seed's administrator is signed in. */
export async function setStage(browser: Browser, size: SeedSize) {
  const app = await serveApp(size)
  const { context, page, session } = await openPage(browser)
  await signIn(context, app.url)
  return {
    ...{ page, session, url: app.url, seed: app.seed },
    async close() {
      await context.close()
      await app.close()
    },
  }
}

/** Measures the app with one seed after the other, in one Chromium. */
export async function measureEach(
  seeds: readonly SeedSize[],
  measure: (stage: Stage) => Promise<Cost>,
): Promise<Cost[]> {
  const browser = await launchBrowser()
  const costs: Cost[] = []
  try {
    for (const size of seeds) {
      const stage = await setStage(browser, size)
      costs.push(await measure(stage))
      await stage.close()
    }
  } finally {
    await browser.close()
  }
  return costs
}
