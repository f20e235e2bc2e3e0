import * as z from 'zod/mini'
import { protocols } from './port'

// The gateway checks requests by these schemas. The app uses only their types, so that its bundle holds none of them.

/** An alias, as Rainbond requires it; the column holds 64 (docs/contract.md, "Changing"). */
const alias = z.string().check(z.maxLength(64), z.regex(/^[A-Z][A-Z0-9_]*$/))

/**
 * An internal domain. A call that changes the alias carries the domain as it is, which in old data may not have the form that
 * Rainbond requires: then Rainbond says so.
 */
const internalDomain = z.string().check(z.maxLength(63), z.regex(/^[\w.-]*$/))

/** The body of `POST …/ports`. `is_inner_service` is required in JSON (docs/contract.md, "Adding"). */
export const addPortBodySchema = z.strictObject({
  port: z.int().check(z.minimum(1), z.maximum(65535)),
  protocol: z.enum(protocols),
  port_alias: z.optional(alias),
  is_inner_service: z.boolean(),
})
export type AddPortBody = z.infer<typeof addPortBodySchema>

/**
 * The body of `PUT …/ports/{port}`. A protocol left out would mean http, and an internal domain left out crashes the
 * server after the cluster was changed: both are required here (docs/contract.md, "Changing").
 */
export const changePortBodySchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['open_inner', 'close_inner', 'open_outer', 'close_outer']) }),
  z.strictObject({ action: z.literal('change_protocol'), protocol: z.enum(protocols) }),
  z.strictObject({
    action: z.literal('change_port_alias'),
    port_alias: alias,
    k8s_service_name: internalDomain,
  }),
])
export type ChangePortBody = z.infer<typeof changePortBodySchema>

/** The body of `POST /session`. */
export const signInBodySchema = z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(512)) })
