import * as z from 'zod/mini'
import type { Port } from '../../../api/contract/port'
import {
  aliasProblem,
  type AliasProblem,
  takenProblem,
  type TakenProblem,
} from '../../../domain/model/port-validation'
import { plainText } from '../../../lib/text/clean-text'
import type { NumbersProblem } from '../../../lib/text/read-numbers'
import { readPorts } from './add-port-values'

export interface AddProblemWords {
  port: (problem: NumbersProblem | TakenProblem) => string
  /** Some of several numbers are already ports. */
  someTaken: (ports: readonly number[]) => string
  alias: (problem: AliasProblem | 'several') => string
}

/** Returns the schema of a port that is added to `ports`. A number is taken whatever its protocol. */
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
        const read = readPorts(port)
        const ports = 'numbers' in read ? read.numbers : []
        const problem = 'problem' in read ? words.port(read.problem) : takenWords(ports, protocol)
        if (problem !== null) tell('port', problem)
        const wrong = aliasWords(plainText(alias), ports)
        if (wrong !== null) tell('alias', wrong)

        function tell(field: 'port' | 'alias', message: string) {
          context.issues.push({ code: 'custom', path: [field], input: context.value[field], message })
        }
      }),
    )

  function takenWords(ports: readonly number[], protocol: string): string | null {
    const [port, ...others] = ports
    if (port === undefined) return null
    if (others.length === 0) {
      const problem = takenProblem(port, protocol, siblings)
      return problem && words.port(problem)
    }
    const known = new Set(siblings.map((sibling) => sibling.container_port))
    const taken = ports.filter((one) => known.has(one))
    return taken.length > 0 ? words.someTaken(taken) : null
  }

  function aliasWords(alias: string, ports: readonly number[]): string | null {
    // Each of several ports gets its own alias, and without a number there is no proposal to judge yet.
    if (alias === '' && ports.length !== 1) return null
    if (ports.length > 1) return words.alias('several')
    const problem = aliasProblem(alias, ports[0] ?? 0, siblings)
    return problem && words.alias(problem)
  }
}
