import * as z from 'zod/mini'

/**
 * What an operation on a port was about, as far as the cluster's request says so. The gateway takes it from `request_body`
 * (docs/contract.md, "Reading"). What doesn't fit is left out.
 */
export const operationSubjectSchema = z.object({
  port: z.catch(z.optional(z.int().check(z.minimum(1), z.maximum(65_535))), undefined),
  operation: z.catch(z.optional(z.enum(['open', 'close'])), undefined),
})
export type OperationSubject = z.infer<typeof operationSubjectSchema>

/** An entry of a component's operation log. An `opt_type` without a message of ours is shown unchanged. */
export const eventSchema = z.object({
  event_id: z.string(),
  user_name: z.nullish(z.string()),
  opt_type: z.string(),
  status: z.nullish(z.string()),
  final_status: z.nullish(z.string()),
  message: z.nullish(z.string()),
  start_time: z.nullish(z.string()),
  end_time: z.nullish(z.string()),
  create_time: z.nullish(z.string()),
  subject: z.optional(operationSubjectSchema),
})
export type Event = z.infer<typeof eventSchema>

export const eventPageSchema = z.object({
  page: z.int(),
  page_size: z.int(),
  total: z.int(),
  events: z.array(eventSchema),
})
export type EventPage = z.infer<typeof eventPageSchema>
