import type { ComponentState, Port, Rule } from './port'

/**
 * The kind of gateway rule that a protocol gets when outer opens: http a domain, all others a TCP port
 * (docs/contract.md, "Changing").
 */
export function ruleKindOf(protocol: string): Rule['kind'] {
  return protocol === 'http' ? 'http' : 'tcp'
}

/** The rules of one port, open and closed ones; none where the rules are not known. */
export function rulesOfPort(component: ComponentState, port: number): readonly Rule[] {
  return component.rules?.filter((rule) => rule.port === port) ?? []
}

/** The rules of one port that are active now, whatever its outer switch and its protocol say. */
export function openRules(component: ComponentState, port: number): readonly Rule[] {
  return rulesOfPort(component, port).filter((rule) => rule.open)
}

/**
 * Takes a port number and gives the addresses that its active gateway rules answer on, whatever its outer switch
 * says: with outer off they are the rules that still stand. Null where the rules are not known.
 */
export function openAddresses(component: ComponentState, port: number): readonly string[] | null {
  if (component.rules === null) return null
  return openRules(component, port).map((rule) => rule.address)
}

/** Whether an address stands for many, as `http://*.acme.test`: a browser cannot open it, and nobody can hand it on. */
export function isWildcardAddress(address: string): boolean {
  return /^(\w+:\/\/)?\*\./.test(address)
}

/** What comes alive when outer opens. */
export interface Opening {
  /** Kept rules: they all come back, custom domains too. */
  kept: readonly Rule[]
  /** What the server assigns because no rule of the kind is kept; null where it reuses the kept ones. */
  assigned: 'domain' | 'tcp-port' | null
}

/**
 * Takes a port number and the protocol it will have, and gives what an `open_outer` brings to life. Null where the
 * rules are not known.
 */
export function openingOf(component: ComponentState, port: number, protocol: string): Opening | null {
  if (component.rules === null) return null
  const kind = ruleKindOf(protocol)
  const kept = rulesOfPort(component, port).filter((rule) => rule.kind === kind)
  return { kept, assigned: kept.length > 0 ? null : kind === 'http' ? 'domain' : 'tcp-port' }
}

/** Where other components of the team reach a port while inner is open: `internal-domain:port`. */
export function innerAddress(port: Pick<Port, 'k8s_service_name' | 'container_port'>): string {
  return `${port.k8s_service_name}:${String(port.container_port)}`
}
