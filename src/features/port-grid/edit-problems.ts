import type { Port } from '../../api/contract/port'
import { aliasProblem, domainProblem, type AliasProblem, type DomainProblem } from '../../domain/port-rules'
import type { Draft } from './draft-store'

/** What an edit is checked against before anything is sent. */
export interface EditSurroundings {
  port: Port
  /** All ports of the component. */
  siblings: readonly Port[]
  /** Internal domains that other components are known to have. */
  takenDomains: ReadonlySet<string>
}

/** What is wrong with the typed fields of a draft; null where nothing is. */
export interface EditProblems {
  alias: AliasProblem | null
  domain: DomainProblem | null
}

/**
 * Gives what is wrong with the fields of a draft that were opened. What was not changed is not judged: old data may hold
 * an alias that the server would not take any more, and that must not stand in the way of another field.
 */
export function editProblems({ texts }: Draft, surroundings: EditSurroundings): EditProblems {
  const { port, siblings, takenDomains } = surroundings
  const { alias, domain } = texts
  return {
    alias:
      alias === undefined || alias === port.port_alias
        ? null
        : aliasProblem(alias, port.container_port, siblings),
    domain:
      domain === undefined || domain === port.k8s_service_name ? null : domainProblem(domain, takenDomains),
  }
}
