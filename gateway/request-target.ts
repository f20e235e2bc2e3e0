import type { MiddlewareHandler } from 'hono'
import { Refusal } from './errors'
import type { GatewayEnv } from './gateway-env'

// Encoded dots, slashes, backslashes, percent signs and control characters, which one reader decodes and another does
// not.
const encodedTrick = /%(2e|2f|5c|25|00|0[1-9a-f]|1[0-9a-f]|7f)/i
const dotSegment = /\/\.{1,2}(\/|$)/

/** Whether the path of a request target means the same to everybody who reads it. */
export function isPlainTarget(target: string): boolean {
  const [path = ''] = target.split('?')
  return (
    path.startsWith('/') &&
    !path.includes('//') &&
    !path.includes('\\') &&
    !path.includes('#') &&
    !dotSegment.test(path) &&
    !encodedTrick.test(path)
  )
}

/** Refuses absolute addresses, `..` and its disguises before anything else looks at the path. */
export const plainTargetOnly: MiddlewareHandler<GatewayEnv> = async (c, next) => {
  if (!isPlainTarget(c.env.incoming.url ?? '')) throw new Refusal('not-found')
  await next()
}
