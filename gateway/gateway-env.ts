import type { HttpBindings } from '@hono/node-server'

/** What handlers find in their context, and leave there for the log. */
export interface GatewayEnv {
  Bindings: HttpBindings
  Variables: {
    /** Named in the answer, in the log, and to the console. */
    requestId: string
    /** The address of whoever asked. */
    address: string
    /** The pattern of the route that fitted. */
    route: string | undefined
    /** The nick name of whoever is signed in. */
    user: string | undefined
    /** The kind of the gateway's own refusal. */
    refused: string | undefined
  }
}
