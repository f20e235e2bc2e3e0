import { serveGateway } from '../../gateway/serve'

/** The gateway of a worker, on a free port. */
export interface GatewayDouble {
  readonly url: string
  /** Stops the gateway, as in a restart. */
  goDown(): Promise<void>
  /** Starts it again at the same address with the same settings, and with the build in `distDir` (`dist` by default). */
  comeBack(distDir?: string): Promise<void>
}

/** Starts a gateway with `settings` (docs/operation.md), without a log. */
export async function startGateway(settings: Readonly<Record<string, string>>): Promise<GatewayDouble> {
  const serve = (port: string, distDir?: string) =>
    serveGateway({
      env: { ...settings, PORT: port },
      writeLog: () => undefined,
      ...(distDir !== undefined && { distDir }),
    })
  const first = await serve('0')
  let running: typeof first | null = first

  return {
    url: first.url,
    goDown: async () => {
      await running?.close()
      running = null
    },
    comeBack: async (distDir) => {
      running ??= await serve(new URL(first.url).port, distDir)
    },
  }
}
