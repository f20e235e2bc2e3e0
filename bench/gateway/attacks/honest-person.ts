import { setMaxListeners } from 'node:events'
import { createClient, percentile, type Target } from '../load'
import { memoryOf } from '../usage'
import type { Attack } from './attacks'

/** As many reads as one person causes with several tabs. */
const perSecond = 20
const sampleMs = 250

/** What an honest person met, and what the gateway needed. */
export interface Weather {
  /** Milliseconds of a read. */
  readonly p50: number
  readonly p99: number
  /** How many reads got no answer or another than 200. */
  readonly failed: number
  /** The gateway's most resident memory, in MiB. */
  readonly rss: number
}

/** Reads steadily for some milliseconds while the attacks run. */
export async function workUnder(
  attacks: readonly Attack[],
  gateway: Target,
  managementUrl: string,
  milliseconds: number,
): Promise<Weather> {
  const stop = new AbortController()
  setMaxListeners(0, stop.signal)
  const running = attacks.map(({ run }) => run(new URL(gateway.url), stop.signal))
  const client = createClient(gateway)
  let rss = 0
  const watching = setInterval(() => {
    memoryOf(managementUrl).then(
      (memory) => (rss = Math.max(rss, memory.rss)),
      () => undefined,
    )
  }, sampleMs)
  const { took, failed } = await client.paced(perSecond, milliseconds)
  clearInterval(watching)
  stop.abort()
  await Promise.all([...running, client.close()])
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), failed, rss }
}
