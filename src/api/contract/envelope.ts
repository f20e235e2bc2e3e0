import * as z from 'zod/mini'

const beanEnvelopeSchema = z.object({ data: z.object({ bean: z.unknown() }) })
const listEnvelopeSchema = z.object({ data: z.object({ list: z.array(z.unknown()) }) })

/**
 * Takes the body of a success and gives the single thing in it: out of Rainbond's envelope
 * `{code, msg, msg_show, data: {bean}}`, or the body itself where it is bare, as the public document has it.
 */
export function unwrapBean(body: unknown): unknown {
  const envelope = beanEnvelopeSchema.safeParse(body)
  return envelope.success ? envelope.data.data.bean : body
}

/**
 * Takes the body of a success and gives the list in it: out of Rainbond's envelope, or a bare array, or one bare
 * object (both forms of the public document; the latter becomes a list of one).
 */
export function unwrapList(body: unknown): unknown {
  const envelope = listEnvelopeSchema.safeParse(body)
  if (envelope.success) return envelope.data.data.list
  return Array.isArray(body) ? body : [body]
}

/** What a refusal may hold. `msg` may be an object or a list; `msg_show` may be a whole traceback. */
export const refusalSchema = z.object({
  code: z.optional(z.number()),
  msg: z.optional(z.unknown()),
  msg_show: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  /** Validation: which fields, and what is wrong with each. */
  err: z.optional(z.record(z.string(), z.unknown())),
  error_type: z.optional(z.string()),
})
export type Refusal = z.infer<typeof refusalSchema>
