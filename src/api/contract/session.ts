import * as z from 'zod/mini'

/** The owner of an access token, as Rainbond's `/currentuser` returns it in `bean`. */
export const userSchema = z.object({
  user_id: z.int(),
  nick_name: z.string(),
  real_name: z.nullish(z.string()),
  enterprise_id: z.nullish(z.string()),
})
export type User = z.infer<typeof userSchema>

export const currentUserSchema = z.object({ bean: userSchema })

/** The gateway's response to `GET /session` and `POST /session`. */
export const sessionSchema = z.object({
  user: z.nullable(userSchema),
  /** The console's address for a browser, with its path and no trailing slash; null with the embedded emulator. */
  console: z.nullable(z.string()),
  demo: z.boolean(),
  /** Shown on the sign-in page of the demo, never for a real console. */
  demoToken: z.nullable(z.string()),
  /** Where a visitor of the demo begins: the path of a page that shows something. */
  example: z.optional(z.string()),
  readOnly: z.boolean(),
})
export type Session = z.infer<typeof sessionSchema>

/** What the gateway refuses by itself. */
export const gatewayErrorKinds = [
  'unauthenticated',
  'licence',
  'forbidden',
  'throttled',
  'upstream',
  'timeout',
  'invalid',
  'not-found',
  'crash',
] as const
export type GatewayErrorKind = (typeof gatewayErrorKinds)[number]

/** Why the gateway refuses with `forbidden`. */
export const forbiddenReasons = ['not-a-member', 'read-only', 'cross-site', 'too-many-cookies'] as const
export type ForbiddenReason = (typeof forbiddenReasons)[number]

/** What came instead of the console's response, where the gateway refuses with `upstream`. */
export const upstreamReasons = ['unreachable', 'busy', 'cut-off', 'not-json', 'too-large'] as const
export type UpstreamReason = (typeof upstreamReasons)[number]

/** The body of everything that the gateway refuses by itself. */
export const gatewayErrorSchema = z.object({
  error: z.object({
    kind: z.enum(gatewayErrorKinds),
    requestId: z.string(),
    reason: z.optional(z.enum([...forbiddenReasons, ...upstreamReasons])),
    /** Seconds to wait before the next try (`throttled`). */
    retryAfter: z.optional(z.number()),
    /** A sentence of the gateway's own. It never holds words of the console. */
    detail: z.optional(z.string()),
  }),
})
export type GatewayError = z.infer<typeof gatewayErrorSchema>['error']
