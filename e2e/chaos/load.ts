import { setTimeout as delay } from 'node:timers/promises'
import { wasDone, type Person, type SentWrite } from './person'
import { portsRoute, type WatchedConsole } from './watched-console'

const components = ['all-http', 'all-tcp', 'all-grpc'] as const

/**
 * The ports of each writer, which are at most open inside. Only one writer changes a port, so that it reads the outcome
 * of its own writes.
 */
const assignments = components.flatMap((component) => [
  { component, ports: [18_000, 18_001] },
  { component, ports: [18_002, 18_003] },
])

const readPaths = [...components.map(portsRoute), '/openapi/v1/teams?page=1&page_size=100', '/session']
const readers = 3
/** Milliseconds between two reads of a reader. */
const readPauseMs = 40

/** Reads and writes that continue until they are stopped. */
export interface Load {
  /** Writes answered as done without effect in the console. There must be none. */
  readonly lost: readonly SentWrite[]
  /** Writes answered as failed but carried out: only their answers were lost. */
  readonly doneUnseen: readonly SentWrite[]
  /** Stops after the running requests. */
  stop(): Promise<void>
}

/** Opens and closes ports inside with six writers at once, next to several readers. */
export function startLoad(person: Person, rainbond: WatchedConsole): Load {
  const lost: SentWrite[] = []
  const doneUnseen: SentWrite[] = []
  let stopped = false

  async function changeOne(component: string, port: number) {
    // The last read decides what to do next, as on the page.
    const seen = (await person.ports(component))?.find(({ container_port }) => container_port === port)
    if (seen === undefined) return
    const opens = !seen.is_inner_service
    const sent = await person.change(component, port, opens ? 'open_inner' : 'close_inner')
    const after = (await rainbond.ports(component)).find(({ container_port }) => container_port === port)
    const isSo = after?.is_inner_service === opens
    if (wasDone(sent) && !isSo) lost.push(sent)
    if (!wasDone(sent) && isSo) doneUnseen.push(sent)
  }

  async function writeAll({ component, ports }: (typeof assignments)[number]) {
    for (;;) {
      for (const port of ports) {
        if (stopped) return
        await changeOne(component, port)
      }
    }
  }

  async function readAll(first: number) {
    for (let turn = first; !stopped; turn += 1) {
      await person.read(readPaths[turn % readPaths.length] ?? '/session')
      await delay(readPauseMs)
    }
  }

  const running = Promise.all([
    ...assignments.map(writeAll),
    ...Array.from({ length: readers }, (_, index) => readAll(index)),
  ])
  return {
    lost,
    doneUnseen,
    async stop() {
      stopped = true
      await running
    },
  }
}
