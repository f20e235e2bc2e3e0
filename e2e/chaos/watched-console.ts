import { setTimeout as delay } from 'node:timers/promises'
import { createEmulator } from '../../emulator/create-emulator'
import { serveEmulator } from '../../emulator/hosts/node'
import { unwrapList } from '../../src/api/contract/envelope'
import { type Port, portSchema } from '../../src/api/contract/port'
import { locate, seed, tokens } from '../support/world'

/** A write that reached the console. */
export interface Arrival {
  /** The id that the gateway gave the request, which its audit lines carry too. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly body: string
}

/** A write that is on hold. */
interface HeldWrite {
  /** Resolves when the write is on hold, before or after it is carried out. */
  readonly arrived: Promise<Arrival>
}

/** An emulator on a free port that records the writes that reach it. */
export interface WatchedConsole {
  readonly url: string
  /** Every write that has arrived, in order. */
  readonly arrivals: readonly Arrival[]
  /** The ids of the writes that were carried out. */
  readonly carriedOut: ReadonlySet<string>
  /** Holds the next read of a component's ports. Resolves, once it has arrived, with the function that lets it go on. */
  holdNextRead(component: string): Promise<() => void>
  /** Holds the next write until its client disconnects. A write on hold `before` is never carried out then. */
  holdNextWrite(when: 'before' | 'after'): HeldWrite
  /** Reads a component's ports directly and without delay. */
  ports(component: string): Promise<Port[]>
  close(): Promise<void>
}

/** Milliseconds of a read; of a write before it is carried out, and again before its answer. */
const readMs = 10
const writeMs = 100

/** Returns the path of a component's ports, below the console's address. */
export function portsRoute(component: string): string {
  const { teamId, region, app, serviceId } = locate(component)
  return `/openapi/v1/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports`
}

/** Waits until the client disconnects, and then rejects. */
const forever = (signal: AbortSignal) => delay(600_000, undefined, { signal })

/** Starts a console with the seed of the end-to-end tests, slow enough for kills to interrupt writes. */
export async function startWatchedConsole(): Promise<WatchedConsole> {
  const emulator = createEmulator({ seed, now: () => new Date() })
  const arrivals: Arrival[] = []
  const carriedOut = new Set<string>()
  const heldReads = new Map<string, () => Promise<void>>()
  const held: { when: 'before' | 'after'; arrived: (arrival: Arrival) => void }[] = []

  async function carryOut(request: Request): Promise<Response> {
    const { signal } = request
    const arrival = {
      id: request.headers.get('x-request-id') ?? '',
      method: request.method,
      path: new URL(request.url).pathname,
      body: await request.clone().text(),
    }
    arrivals.push(arrival)
    const hold = held.shift()
    if (hold?.when === 'before') {
      hold.arrived(arrival)
      await forever(signal)
    }
    await delay(writeMs, undefined, { signal })
    const answer = await emulator.fetch(request)
    if (answer.ok) carriedOut.add(arrival.id)
    if (hold?.when === 'after') {
      hold.arrived(arrival)
      await forever(signal)
    }
    await delay(writeMs, undefined, { signal })
    return answer
  }

  async function takeHold(path: string) {
    const hold = heldReads.get(path)
    heldReads.delete(path)
    await hold?.()
  }

  const served = await serveEmulator({
    port: 0,
    emulator: {
      fetch: async (request) => {
        if (request.method !== 'GET') return carryOut(request)
        await delay(readMs, undefined, { signal: request.signal })
        await takeHold(new URL(request.url).pathname)
        return emulator.fetch(request)
      },
    },
  })

  return {
    url: served.url,
    close: served.close,
    arrivals,
    carriedOut,
    holdNextRead: (component) =>
      new Promise((arrived) => {
        heldReads.set(portsRoute(component), () => new Promise((release) => arrived(() => release())))
      }),
    holdNextWrite: (when) => ({
      arrived: new Promise((arrived) => {
        held.push({ when, arrived })
      }),
    }),
    async ports(component) {
      const answer = await emulator.fetch(
        new Request(`http://console${portsRoute(component)}`, { headers: { Authorization: tokens.ada } }),
      )
      const list = unwrapList(await answer.json())
      if (!Array.isArray(list)) throw new Error('The console lists no ports')
      return list.map((port: unknown) => portSchema.parse(port))
    },
  }
}
