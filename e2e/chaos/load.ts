import { setTimeout as delay } from 'node:timers/promises'
import { wasDone, type Person, type SentWrite } from './person'
import { portsRoute, type WatchedConsole } from './watched-console'

const components = ['all-http', 'all-tcp', 'all-grpc'] as const

/**
 * Who changes what: ports that are open to the inside at most. Each is changed by one writer alone, so that what it
 * reads is what became of its own writes.
 */
const assignments = components.flatMap((component) => [
  { component, ports: [18_000, 18_001] },
  { component, ports: [18_002, 18_003] },
])

const readPaths = [...components.map(portsRoute), '/openapi/v1/teams?page=1&page_size=100', '/session']
const readers = 3
/** Milliseconds between two reads of one reader. */
const readPauseMs = 40

/** Somebody's work going on until it is stopped. */
export interface Load {
  /** Writes that were answered as done and are not so in the console: there must be none. */
  readonly lost: readonly SentWrite[]
  /** Writes that were answered as failed and are done all the same: the answer was lost, not the write. */
  readonly doneUnseen: readonly SentWrite[]
  /** Lets what is under way finish. */
  stop(): Promise<void>
}

/** Opens and closes ports to the inside without a pause, six writers at once, and reads beside them. */
export function startLoad(person: Person, rainbond: WatchedConsole): Load {
  const lost: SentWrite[] = []
  const doneUnseen: SentWrite[] = []
  let stopped = false

  async function changeOne(component: string, port: number) {
    // As the page does: what to do next is decided by what was read last.
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
