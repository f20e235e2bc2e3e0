import type { Browser } from '@playwright/test'
import { openPage, portsAddress, serveApp, signIn } from '../page/stage'
import { measureStart } from '../start/measure'
import { createTurns } from './turns'

/** The conditions under which a link is opened, and how they are called. */
export const networks = [
  { at: 'loopback', throttled: false },
  { at: 'slow network, CPU 4×', throttled: true },
] as const

/** What is measured of a start, by its name in the results. */
const taken = {
  'first paint, ms': { name: 'first paint', unit: 'ms' },
  'first contentful paint, ms': { name: 'first content', unit: 'ms' },
  'visible, ms': { name: 'ports', unit: 'ms' },
  'CPU, ms': { name: 'CPU until then', unit: 'ms' },
  'longest task, ms': { name: 'longest task', unit: 'ms' },
  'layout shift': { name: 'layout shift', unit: '' },
  'JavaScript, kB': { name: 'JavaScript', unit: 'kB' },
  'all bytes, kB': { name: 'all bytes', unit: 'kB' },
  requests: { name: 'requests', unit: '' },
}

/** Measures how long a link to ten ports takes to open, signed in and with an empty cache. */
export async function measureStarts(browser: Browser, rounds: number) {
  const turns = createTurns('start')
  const app = await serveApp({ components: 1, portsPerComponent: 10 })
  // The first one compiles the gateway's code, and isn't counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { at, throttled } of networks) {
      const { context, page, session } = await openPage(browser)
      await signIn(context, app.url)
      const cost = await measureStart(page, session, portsAddress(app), { throttled })
      await context.close()
      if (round === 0) continue
      for (const [key, { name, unit }] of Object.entries(taken)) {
        const value = cost[key]
        if (value === undefined) throw new Error(`The start wasn't measured: ${key}`)
        turns.add(name, at, unit, 'portdeck', value)
      }
    }
  }
  await app.close()
  return turns.measurements()
}
