import { type CDPSession, chromium, type Page } from '@playwright/test'
import { createEmulator } from '../../emulator/create-emulator'
import { serveEmulator } from '../../emulator/hosts/node'
import { scaleSeed, scaleToken } from '../../emulator/seeds/scale'
import { serveGateway } from '../../gateway/serve'
import type { Cost } from './cost'

type Seed = ReturnType<typeof scaleSeed>

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

/**
 * Measures the app with one seed after the other, in one Chromium. Each has a console, a gateway and a page of its own, in
 * which its administrator is signed in.
 */
export async function measureEach(
  seeds: readonly Parameters<typeof scaleSeed>[0][],
  measure: (stage: Stage) => Promise<Cost>,
): Promise<Cost[]> {
  const browser = await chromium.launch({
    ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const costs: Cost[] = []
  try {
    for (const size of seeds) {
      const seed = scaleSeed(size)
      const emulator = createEmulator({ seed, now: () => new Date() })
      const rainbond = await serveEmulator({ emulator, port: 0 })
      const env = { PORT: '0', RAINBOND_URL: rainbond.url }
      const gateway = await serveGateway({ env, writeLog: () => undefined })
      const { url } = gateway
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
      context.setDefaultTimeout(patienceMs)
      await context.request.post(`${url}/session`, {
        data: { token: scaleToken },
        headers: { Origin: url, 'X-Portdeck': '1' },
      })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Performance.enable')
      costs.push(await measure({ page, session, url, seed }))
      await context.close()
      await gateway.close()
      await rainbond.close()
    }
  } finally {
    await browser.close()
  }
  return costs
}
