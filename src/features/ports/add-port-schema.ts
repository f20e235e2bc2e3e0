import * as z from 'zod/mini'
import type { Port } from '../../api/contract/port'
import {
  aliasProblem,
  checkPortNumber,
  type AliasProblem,
  type PortNumberProblem,
} from '../../domain/port-rules'
import { typedNumber } from './add-port-values'

export interface AddProblemWords {
  port: (problem: PortNumberProblem) => string
  alias: (problem: AliasProblem) => string
}

/** Gives the schema of a port that is to be added beside these. A number is taken whatever the protocol of its port. */
export function addPortSchema(siblings: readonly Port[], words: AddProblemWords) {
  return z
    .object({
      port: z.string(),
      protocol: z.string(),
      alias: z.string(),
      inner: z.boolean(),
      outer: z.boolean(),
    })
    .check(
      z.check((context) => {
        const { port, protocol, alias } = context.value
        const number = checkPortNumber(port, protocol, siblings)
        if ('problem' in number) tell('port', words.port(number.problem))
        // What follows from the number is not judged before there is one.
        if (alias === '' && typedNumber(port) === null) return
        const problem = aliasProblem(alias, typedNumber(port) ?? 0, siblings)
        if (problem) tell('alias', words.alias(problem))

        function tell(field: 'port' | 'alias', message: string) {
          context.issues.push({ code: 'custom', path: [field], input: context.value[field], message })
        }
      }),
    )
}
