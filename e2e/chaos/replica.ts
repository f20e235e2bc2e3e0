import * as z from 'zod'
import { type Child, freePort, until } from '../processes/child'
import { startGateway } from '../processes/project'

const logLineSchema = z.looseObject({ event: z.string() })
export type LogLine = Readonly<z.infer<typeof logLineSchema>>

/** Returns the lines of the log in a gateway's output. A line that a kill cut off does not count. */
function logLines(output: string): LogLine[] {
  return output.split('\n').flatMap((line) => {
    try {
      return [logLineSchema.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
}

/** A gateway behind nginx. It keeps its ports when it restarts. */
export interface Replica {
  readonly name: string
  readonly port: number
  /** Starts it and resolves when it listens. */
  start(): Promise<void>
  /** Ends it with a signal and resolves with its exit code, once its log is read: null for SIGKILL. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
  /** Returns the lines of its log, of earlier processes too. */
  log(): readonly LogLine[]
  /** Returns the number of its running calls of the console. */
  runningCalls(): Promise<number>
  /** Tells whether it has answered a request since its start. */
  hasAnswered(): Promise<boolean>
}

/** Creates a replica with these settings and free ports, without starting it. */
export async function createReplica(name: string, env: Readonly<Record<string, string>>): Promise<Replica> {
  const port = await freePort()
  const managementPort = await freePort()
  let child: Child | undefined
  let output = ''

  async function metrics(): Promise<string> {
    return (await fetch(`http://127.0.0.1:${managementPort}/metrics`)).text()
  }

  return {
    name,
    port,
    async start() {
      output += '\n'
      child = await startGateway(
        { ...env, PORT: String(port), MANAGEMENT_PORT: String(managementPort) },
        { onOutput: (text) => (output += text) },
      )
    },
    end: async (signal) => (await child?.end(signal)) ?? null,
    log: () => logLines(output),
    runningCalls: async () => Number(/^portdeck_upstream_running (\d+)$/m.exec(await metrics())?.[1]),
    hasAnswered: async () => (await metrics()).includes('portdeck_request_seconds_count{'),
  }
}

/** Waits until exactly one replica has running calls, and returns it. */
export async function busyOne(replicas: readonly Replica[]): Promise<Replica> {
  let busy: Replica[] = []
  await until(
    async () => {
      const calls = await Promise.all(replicas.map((replica) => replica.runningCalls()))
      busy = replicas.filter((_, index) => calls[index] !== 0)
      return busy.length === 1
    },
    () => `${busy.length} replicas have running calls, not one`,
  )
  const [one] = busy
  if (one === undefined) throw new Error('no replica is busy')
  return one
}
