import * as z from 'zod/mini'
import type { Port } from '../../api/contract/port'
import { aliasProblem, domainProblem, type AliasProblem, type DomainProblem } from '../../domain/port-rules'

/** What an edit is checked against before anything is sent. */
export interface EditSurroundings {
  port: Port
  /** All ports of the component. */
  siblings: readonly Port[]
  /** Internal domains that other components are known to have. */
  takenDomains: ReadonlySet<string>
}

export interface EditProblemWords {
  alias: (problem: AliasProblem) => string
  domain: (problem: DomainProblem) => string
}

/**
 * Gives the schema of the two typed fields. What was not changed is not judged: old data may hold an alias that the
 * server would not take any more, and that must not stand in the way of another field.
 */
export function editSchema({ port, siblings, takenDomains }: EditSurroundings, words: EditProblemWords) {
  return z.object({
    alias: z.optional(
      z.string().check(
        z.check<string>((context) => {
          const text = context.value
          if (text === port.port_alias) return
          const problem = aliasProblem(text, port.container_port, siblings)
          if (problem) context.issues.push({ code: 'custom', input: text, message: words.alias(problem) })
        }),
      ),
    ),
    domain: z.optional(
      z.string().check(
        z.check<string>((context) => {
          const text = context.value
          if (text === port.k8s_service_name) return
          const problem = domainProblem(text, takenDomains)
          if (problem) context.issues.push({ code: 'custom', input: text, message: words.domain(problem) })
        }),
      ),
    ),
  })
}
export type EditValues = z.infer<ReturnType<typeof editSchema>>
