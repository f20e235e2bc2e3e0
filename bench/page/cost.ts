import { cpus } from 'node:os'
import type { CDPSession } from '@playwright/test'

/** What a page costs, by the name of what was measured. */
export type Cost = Record<string, number>

/** How often each action is measured. */
export const turns = 10

/** Returns one of Chromium's metrics of a page. */
export async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN
}

/** Returns the processor time of the page's main thread so far, in milliseconds: others on the machine don't lengthen it. */
export async function cpuMs(session: CDPSession): Promise<number> {
  return (await metric(session, 'ThreadTime')) * 1000
}

/** Returns the size of the page's heap after a garbage collection. */
export async function heapMiB(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await metric(session, 'JSHeapUsedSize')) / 2 ** 20
}

/** Runs `act` several times and returns its average processor time on the main thread, in milliseconds. */
export async function cpuPerTurn(session: CDPSession, act: (turn: number) => Promise<void>): Promise<number> {
  await act(0)
  const before = await cpuMs(session)
  for (let turn = 1; turn <= turns; turn += 1) await act(turn)
  return ((await cpuMs(session)) - before) / turns
}

/**
 * Prints what each size costs, and how often what the first one does.
 * @param sizes their names, in the order of `costs`
 * @param measured how often each was
 */
export function printCosts(
  what: string,
  sizes: readonly string[],
  costs: readonly Cost[],
  measured: number = turns,
) {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; ${what}, ${measured} turns of each`)
  const [reference, ...others] = costs
  for (const [name, first] of Object.entries(reference ?? {})) {
    const compared = others.map((cost, at) => {
      const value = cost[name] ?? Number.NaN
      return `${sizes[at + 1]} ${value.toFixed(1)} (${(value / first).toFixed(1)} ×)`
    })
    console.log(`${name}: ${[`${sizes[0]} ${first.toFixed(1)}`, ...compared].join(', ')}`)
  }
}
