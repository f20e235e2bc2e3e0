import { cpus } from 'node:os'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { createEmulator } from '../../emulator/create-emulator'
import { serveEmulator } from '../../emulator/hosts/node'
import { scaleSeed, scaleToken } from '../../emulator/seeds/scale'
import { serveGateway } from '../../gateway/serve'

/** Numbers of ports of the component. The first is the baseline. */
const sizes = [100, 1_000, 5_000]
const turns = 10

type Cost = Record<string, number>

/** Returns how long the page's main thread was busy, and its heap after a garbage collection. */
async function usage(session: CDPSession): Promise<{ busyMs: number; heapMiB: number }> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { busyMs: value('TaskDuration') * 1000, heapMiB: value('JSHeapUsedSize') / 2 ** 20 }
}

/** Runs `act` several times and returns the average time that the main thread was busy, in milliseconds. */
async function busyPerTurn(session: CDPSession, act: (turn: number) => Promise<void>): Promise<number> {
  await act(0)
  const before = await usage(session)
  for (let turn = 1; turn <= turns; turn += 1) await act(turn)
  return ((await usage(session)).busyMs - before.busyMs) / turns
}

async function measure(page: Page, path: string): Promise<Cost> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const inner = page.getByRole('switch', { name: /^Internal access, port/ }).first()
  await page.goto(path)
  await inner.waitFor()
  const opened = await usage(session)

  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  const grid = page.getByRole('grid', { name: 'Ports' })
  const filtering = await busyPerTurn(session, async (turn) => {
    await filter.fill(turn % 2 === 0 ? 'tcp' : '')
    await inner.waitFor()
  })
  await filter.fill('')
  // Found by name, because the first row may change until the filter has settled.
  const name = (await inner.getAttribute('aria-label')) ?? ''
  const toggled = page.getByRole('switch', { name, exact: true })
  const toggling = await busyPerTurn(session, async () => {
    const on = await toggled.isChecked()
    await toggled.click()
    await page.waitForFunction(
      ([label, was]) => {
        const control = document.querySelector<HTMLInputElement>(`[role="switch"][aria-label="${label}"]`)
        return control !== null && control.checked !== was && control.ariaBusy !== 'true'
      },
      [name, on] as const,
    )
  })
  await grid.hover()
  const scrolling = await busyPerTurn(session, async () => {
    await page.mouse.wheel(0, 700)
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  })
  return {
    'open, busy ms': opened.busyMs,
    'heap, MiB': opened.heapMiB,
    'filter, busy ms': filtering,
    'toggle and read back, busy ms': toggling,
    'scroll 700 px, busy ms': scrolling,
  }
}

const costs = new Map<number, Cost>()
const browser = await chromium.launch({
  ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const ports of sizes) {
  const seed = scaleSeed({ components: 1, portsPerComponent: ports })
  const rainbond = await serveEmulator({ emulator: createEmulator({ seed, now: () => new Date() }), port: 0 })
  const gateway = await serveGateway({
    env: { PORT: '0', RAINBOND_URL: rainbond.url },
    writeLog: () => undefined,
  })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await context.request.post(`${gateway.url}/session`, {
    data: { token: scaleToken },
    headers: { Origin: gateway.url, 'X-Portdeck': '1' },
  })
  const [service] = seed.services
  const [app] = seed.apps
  const path = `/teams/${seed.teams[0]?.tenant_name}/regions/scale/apps/${app?.ID}/services/${service?.service_alias}/ports`
  costs.set(ports, await measure(await context.newPage(), gateway.url + path))
  await context.close()
  await gateway.close()
  await rainbond.close()
}
await browser.close()

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; one component, ${turns} turns of each`)
const [reference] = sizes
const base = costs.get(reference ?? 0) ?? {}
for (const [name, first] of Object.entries(base)) {
  const others = sizes.slice(1).map((ports) => {
    const cost = costs.get(ports)?.[name] ?? Number.NaN
    return `${ports} ports ${cost.toFixed(1)} (${(cost / first).toFixed(1)} ×)`
  })
  console.log(`${name}: ${reference} ports ${first.toFixed(1)}, ${others.join(', ')}`)
}
