import * as z from 'zod/mini'

const beanEnvelopeSchema = z.object({ data: z.object({ bean: z.unknown() }) })
const listEnvelopeSchema = z.object({ data: z.object({ list: z.array(z.unknown()) }) })

/**
 * Returns the single object of a successful response: from Rainbond's envelope `{code, msg, msg_show, data: {bean}}`, or
 * the body itself where it has none, as the public document says.
 */
export function unwrapBean(body: unknown): unknown {
  const envelope = beanEnvelopeSchema.safeParse(body)
  return envelope.success ? envelope.data.data.bean : body
}

/**
 * Returns the list of a successful response: from Rainbond's envelope, from a bare array, or from one bare object, which
 * becomes a list of one (the public document has both bare forms).
 */
export function unwrapList(body: unknown): unknown {
  const envelope = listEnvelopeSchema.safeParse(body)
  if (envelope.success) return envelope.data.data.list
  return Array.isArray(body) ? body : [body]
}

/** The body of an error. `msg` may be an object or a list; `msg_show` may be a whole traceback. */
export const refusalSchema = z.object({
  code: z.optional(z.number()),
  msg: z.optional(z.unknown()),
  msg_show: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  /** Validation errors by field. */
  err: z.optional(z.looseObject({})),
  error_type: z.optional(z.string()),
})
export type Refusal = z.infer<typeof refusalSchema>
