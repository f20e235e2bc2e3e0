import { randomBytes } from 'node:crypto'
import { freePort } from '../processes/child'
import { type Nginx, startNginx } from '../processes/nginx'
import { guideConfig, type GuideConfigOptions } from './guide-config'
import { createReplica, type Replica } from './replica'
import { startWatchedConsole, type WatchedConsole } from './watched-console'

/** A console, two replicas before it and nginx before them, all on free ports of loopback. */
export interface Stage {
  /** Where browsers reach it: nginx. */
  readonly origin: string
  readonly rainbond: WatchedConsole
  readonly replicas: readonly [Replica, Replica]
  /** Gives nginx the guide's configuration, anew: it knows nothing of earlier failures, and everybody is in. */
  readonly balance: (retries: GuideConfigOptions['retries']) => Promise<void>
  /** Stops a replica as the guide says, and starts it again: nothing is sent to it while it is away. */
  readonly restart: (replica: Replica) => Promise<void>
  readonly close: () => Promise<void>
}

export async function setStage(): Promise<Stage> {
  const rainbond = await startWatchedConsole()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    RAINBOND_URL: rainbond.url,
    PUBLIC_URL: origin,
    SESSION_SECRET: randomBytes(32).toString('base64'),
    // nginx is one hop; with it the ids of requests are kept, by which writes are recognised.
    TRUST_PROXY: '1',
    // The load is no attack.
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
