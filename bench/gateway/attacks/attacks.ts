import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { benchPaths, hangingPorts, largeList } from '../paths'
import { signIn } from '../stage'

/** An attack that goes on until it is stopped, on connections of its own. */
export interface Attack {
  readonly name: string
  /** Starts it. `signal` stops it and closes its connections. */
  readonly run: (gateway: URL, signal: AbortSignal) => Promise<void>
}

/** Another one than the honest person's, also of this machine. */
const attackerAddress = '127.0.0.2'

const hangingPeople = 5
const pauseMs = 100

let connections = 0

/** Returns how many connections the attacks have opened. */
export const opened = () => connections

/**
 * Opens a connection, writes `text` and reads nothing if `reads` is false. Resolves when it is closed.
 */
function occupy(
  { hostname, port }: URL,
  signal: AbortSignal,
  { text, reads, repeatMs }: { readonly text: string; readonly reads: boolean; readonly repeatMs?: number },
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(port), host: hostname, localAddress: attackerAddress })
    socket.once('connect', () => {
      connections += 1
      socket.write(text)
    })
    const again = repeatMs === undefined ? undefined : setInterval(() => socket.write(text), repeatMs)
    const stop = () => socket.destroy()
    signal.addEventListener('abort', stop, { once: true })
    if (reads) socket.resume()
    else socket.pause()
    socket.on('error', () => undefined)
    socket.on('end', stop)
    socket.on('close', () => {
      clearInterval(again)
      signal.removeEventListener('abort', stop)
      resolve()
    })
  })
}

const get = (path: string, { host }: URL, cookie: string) =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`

/** Keeps `count` connections of a kind open, each opened again after a pause when it is closed. */
async function keepOpen(count: number, signal: AbortSignal, open: (index: number) => Promise<void>) {
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      while (!signal.aborted) {
        await open(index)
        await delay(pauseMs)
      }
    }),
  )
}

/** The attacks, each with the numbers at which an unprotected gateway falls. */
export const attacks: readonly Attack[] = [
  {
    name: '144 large answers that nobody reads, one person',
    async run(gateway, signal) {
      const cookie = await signIn(gateway.origin)
      // Each reads another list, since identical ones would be one answer.
      await keepOpen(144, signal, (index) =>
        occupy(gateway, signal, { text: get(largeList(index), gateway, cookie), reads: false }),
      )
    },
  },
  {
    name: `${hangingPeople} people with 40 reads each of a cluster that hangs`,
    async run(gateway, signal) {
      const cookies = await Promise.all(Array.from({ length: hangingPeople }, () => signIn(gateway.origin)))
      await keepOpen(hangingPeople * 40, signal, (index) => {
        const text = get(hangingPorts(index), gateway, cookies[index % hangingPeople] ?? '')
        return occupy(gateway, signal, { text, reads: true })
      })
    },
  },
  {
    name: '100 reads at a time of a team in which the person is not',
    async run(gateway, signal) {
      const cookie = await signIn(gateway.origin)
      const text = get(benchPaths.foreign, gateway, cookie).replace(/\r\n$/, 'Connection: close\r\n\r\n')
      await keepOpen(100, signal, () => occupy(gateway, signal, { text, reads: true }))
    },
  },
  {
    name: '500 connections that only send line ends, and 500 that never finish a head',
    async run(gateway, signal) {
      await keepOpen(1000, signal, (index) =>
        occupy(gateway, signal, {
          text: index % 2 === 0 ? '\r\n' : `GET / HTTP/1.1\r\nHost: ${gateway.host}\r\nX-Slow: `,
          reads: true,
          ...(index % 2 === 0 && { repeatMs: 1000 }),
        }),
      )
    },
  },
]
