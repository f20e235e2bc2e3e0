import { serveGateway } from '../../gateway/serve'

/** The gateway of a worker, on a free port. */
export interface GatewayDouble {
  readonly url: string
  /** Returns the lines of its log so far. */
  readonly log: () => readonly string[]
  /** Stops the gateway, as in a restart. */
  goDown(): Promise<void>
  /** Starts it again at the same address with the same settings, and with the build in `distDir` (`dist` by default). */
  comeBack(distDir?: string): Promise<void>
}

/** Starts a gateway with `settings` (docs/operation.md). */
export async function startGateway(settings: Readonly<Record<string, string>>): Promise<GatewayDouble> {
  const lines: string[] = []
  const serve = (port: string, distDir?: string) =>
    serveGateway({
      env: { ...settings, PORT: port },
      writeLog: (line) => lines.push(line),
      ...(distDir !== undefined && { distDir }),
    })
  const first = await serve('0')
  let running: typeof first | null = first

  return {
    url: first.url,
    log: () => lines,
    goDown: async () => {
      await running?.close()
      running = null
    },
    comeBack: async (distDir) => {
      running ??= await serve(new URL(first.url).port, distDir)
    },
  }
}
