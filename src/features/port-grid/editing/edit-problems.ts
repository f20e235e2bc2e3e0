import type { Port } from '../../../api/contract/port'
import {
  aliasProblem,
  type AliasProblem,
  internalDomainProblem,
  type InternalDomainProblem,
} from '../../../domain/model/port-validation'
import { plainText } from '../../../lib/text/clean-text'
import type { Draft } from './draft-store'

/** What an edit is validated against before anything is sent. */
export interface EditSurroundings {
  port: Port
  /** All ports of the component. */
  siblings: readonly Port[]
  /** Internal domains that other components are known to have. */
  takenDomains: ReadonlySet<string>
}

/** The problem of each typed field, or null. */
export interface EditProblems {
  alias: AliasProblem | null
  domain: InternalDomainProblem | null
}

/**
 * Returns the problems of a draft's open fields. Unchanged text is always valid: old data may hold an alias that the server
 * no longer accepts, and that must not block another field.
 */
export function editProblems({ texts }: Draft, surroundings: EditSurroundings): EditProblems {
  const { port, siblings, takenDomains } = surroundings
  const isChanged = (text: string | undefined, saved: string): text is string =>
    text !== undefined && text !== saved
  const alias = texts.alias !== undefined ? plainText(texts.alias) : undefined
  const domain = texts.domain !== undefined ? plainText(texts.domain) : undefined
  return {
    alias: isChanged(alias, port.port_alias) ? aliasProblem(alias, port.container_port, siblings) : null,
    domain: isChanged(domain, port.k8s_service_name) ? internalDomainProblem(domain, takenDomains) : null,
  }
}

/** Whether a problem may only mean that the person hasn't finished typing. */
export function isStillTyped(problem: AliasProblem | InternalDomainProblem): boolean {
  return problem === 'empty' || problem === 'wrong-end'
}
