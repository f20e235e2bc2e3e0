import * as z from 'zod/mini'
import { userSchema } from './user'

/** What the gateway itself says of the session (`GET /session`, and the answer to `POST /session`). */
export const sessionSchema = z.object({
  user: z.nullable(userSchema),
  /** The console's address as a person opens it, with its path and no slash at the end; null where the embedded emulator stands in. */
  console: z.nullable(z.string()),
  demo: z.boolean(),
  /** Shown on the sign-in page of the demo, never for a real console. */
  demoToken: z.nullable(z.string()),
  readOnly: z.boolean(),
})
export type Session = z.infer<typeof sessionSchema>

/** The body of `POST /session`. */
export const signInBodySchema = z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(512)) })

/** The kinds of the gateway's own refusals; none of them can be mistaken for an answer of Rainbond. */
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

/** Why the gateway says `forbidden`. */
export const forbiddenReasons = ['not-a-member', 'read-only', 'cross-site'] as const
export type ForbiddenReason = (typeof forbiddenReasons)[number]

/** What came instead of the console's answer, where the gateway says `upstream`. */
export const upstreamReasons = ['unreachable', 'cut-off', 'not-json'] as const
export type UpstreamReason = (typeof upstreamReasons)[number]

/** The body of every refusal of the gateway itself. */
export const gatewayErrorSchema = z.object({
  error: z.object({
    kind: z.enum(gatewayErrorKinds),
    requestId: z.string(),
    reason: z.optional(z.enum([...forbiddenReasons, ...upstreamReasons])),
    /** Seconds until it may be tried again (`throttled`). */
    retryAfter: z.optional(z.number()),
    detail: z.optional(z.string()),
  }),
})
export type GatewayError = z.infer<typeof gatewayErrorSchema>['error']
