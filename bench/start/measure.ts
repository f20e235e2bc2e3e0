import type { CDPSession, Page } from '@playwright/test'
import { type Cost, cpuMs } from '../page/cost'

export interface StartConditions {
  /** Whether network and processor are slowed down: 1.6 Mbit/s, 150 ms of latency, a quarter of the speed. */
  throttled: boolean
  /** What has to be painted; by default the switches of a grid. */
  awaited?: string
}

const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

/** Milliseconds for anything that a start waits for. */
const patienceMs = 60_000

/**
 * Opens `url` in a page that has opened nothing yet, with an empty cache, and returns what it cost until `awaited` was
 * painted. Times are in milliseconds after the navigation began.
 */
export async function measureStart(
  page: Page,
  session: CDPSession,
  url: string,
  { throttled, awaited = '[role="switch"]' }: StartConditions,
): Promise<Cost> {
  await session.send('Performance.enable')
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  if (throttled) {
    await session.send('Network.emulateNetworkConditions', slowNetwork)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  const traffic = watchTraffic(session)
  await page.addInitScript(observeStart, awaited)
  await page.goto(url, { waitUntil: 'commit', timeout: patienceMs })
  await page.waitForFunction(() => performance.getEntriesByName('start-visible').length > 0, null, {
    timeout: patienceMs,
  })
  const { paint, ...seen } = await page.evaluate(() => ({
    paint: Object.fromEntries(
      performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime]),
    ),
    visible: performance.getEntriesByName('start-visible')[0]?.startTime ?? Number.NaN,
    shift: Number(document.documentElement.dataset['startShift'] ?? 0),
    longest: Number(document.documentElement.dataset['startLongest'] ?? 0),
  }))
  return {
    'first paint, ms': paint['first-paint'] ?? Number.NaN,
    'first contentful paint, ms': paint['first-contentful-paint'] ?? Number.NaN,
    'visible, ms': seen.visible,
    'CPU, ms': await cpuMs(session),
    'longest task, ms': seen.longest,
    'layout shift': seen.shift,
    'JavaScript, kB': traffic.scriptBytes / 1000,
    'all bytes, kB': traffic.bytes / 1000,
    requests: traffic.requests,
  }
}

/** Runs in the page before its own scripts: marks when `awaited` has been painted, and sums what shifts and blocks. */
function observeStart(awaited: string) {
  // No function in it has a name: tsx would call a helper that the page doesn't have.
  new PerformanceObserver((list) => {
    const { dataset } = document.documentElement
    for (const entry of list.getEntries())
      if ('value' in entry)
        dataset['startShift'] = String(Number(dataset['startShift'] ?? 0) + Number(entry.value))
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    const { dataset } = document.documentElement
    for (const { duration } of list.getEntries())
      dataset['startLongest'] = String(Math.max(Number(dataset['startLongest'] ?? 0), duration))
  }).observe({ type: 'longtask', buffered: true })
  new MutationObserver((_, observer) => {
    if (!document.querySelector(awaited)) return
    observer.disconnect()
    // A message that is sent before a frame arrives after it.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => performance.mark('start-visible')
      port2.postMessage(null)
    })
  }).observe(document, { childList: true, subtree: true })
}

interface Traffic {
  readonly requests: number
  /** As sent over the network, with headers. */
  readonly bytes: number
  readonly scriptBytes: number
}

/** Counts from now on; what is read of it is what has been counted so far. */
function watchTraffic(session: CDPSession): Traffic {
  const scripts = new Set<string>()
  const counted = { requests: 0, bytes: 0, scriptBytes: 0 }
  session.on('Network.requestWillBeSent', () => {
    counted.requests += 1
  })
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || response.mimeType === 'text/javascript') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    counted.bytes += encodedDataLength
    if (scripts.has(requestId)) counted.scriptBytes += encodedDataLength
  })
  return counted
}
