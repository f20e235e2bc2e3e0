import type { HttpBindings } from '@hono/node-server'

/** What every handler finds in its context. */
export interface GatewayEnv {
  Bindings: HttpBindings
  Variables: {
    /** Named in the answer, in the log, and to the console. */
    requestId: string
  }
}
