import { randomBytes } from 'node:crypto'
import { freePort } from '../processes/child'
import { type Nginx, startNginx } from '../processes/nginx'
import { guideConfig, type GuideConfigOptions } from './guide-config'
import { createReplica, type Replica } from './replica'
import { startWatchedConsole, type WatchedConsole } from './watched-console'

/** A console behind two replicas behind nginx, all on free ports of loopback. */
export interface Stage {
  /** The address of nginx, which browsers use. */
  readonly origin: string
  readonly rainbond: WatchedConsole
  readonly replicas: readonly [Replica, Replica]
  /** The settings of the replicas. */
  readonly replicaEnv: Readonly<Record<string, string>>
  /** The bound of a replica's stop, in seconds. */
  readonly stopSeconds: number
  /** Reloads the guide's configuration with both replicas, so that nginx forgets earlier failures. */
  readonly balance: (retries: GuideConfigOptions['retries']) => Promise<void>
  /** Restarts a replica as the guide says, without requests to it meanwhile. */
  readonly restart: (replica: Replica) => Promise<void>
  readonly close: () => Promise<void>
}

/** Longer than any write of the load. */
const stopSeconds = 3

export async function setStage(): Promise<Stage> {
  const rainbond = await startWatchedConsole()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    RAINBOND_URL: rainbond.url,
    PUBLIC_URL: origin,
    SESSION_SECRET: randomBytes(32).toString('base64'),
    // nginx is one hop.
    TRUST_PROXY: '1',
    STOP_SECONDS: String(stopSeconds),
    LOG_LEVEL: 'warn',
    // The load must not hit the limits.
    READ_BURST: '1000000',
    WRITE_BURST: '1000000',
  }
  const replicas = [await createReplica('first', env), await createReplica('second', env)] as const

  const configured = (retries: GuideConfigOptions['retries'], out?: Replica) => {
    const backend = (replica: Replica) => ({ port: replica.port, isOut: replica === out })
    return guideConfig({ port, retries, backends: [backend(replicas[0]), backend(replicas[1])] })
  }
  await Promise.all(replicas.map((replica) => replica.start()))
  const nginx: Nginx = await startNginx(port, configured('guide'))

  return {
    origin,
    rainbond,
    replicas,
    replicaEnv: env,
    stopSeconds,
    balance: (retries) => nginx.reload(configured(retries)),
    async restart(replica) {
      await nginx.reload(configured('guide', replica))
      await replica.end('SIGTERM')
      await replica.start()
      await nginx.reload(configured('guide'))
    },
    async close() {
      await nginx.stop()
      await Promise.all(replicas.map((replica) => replica.end('SIGTERM')))
      await rainbond.close()
    },
  }
}
