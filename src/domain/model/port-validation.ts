import type { Port } from './port'

/** Why a number cannot be added. `taken-by-other-protocol`: a number is one port, tcp or udp. */
export type TakenProblem = 'taken' | 'taken-by-other-protocol'

/** What is wrong with a typed alias. */
export type AliasProblem = 'empty' | 'lower-case' | 'wrong-start' | 'wrong-character' | 'too-long' | 'taken'

/** What is wrong with a typed internal domain. */
export type InternalDomainProblem =
  'empty' | 'upper-case' | 'wrong-start' | 'wrong-end' | 'wrong-character' | 'too-long' | 'taken'

/** The column holds 64; the server may accept more, which nothing else then reads right. */
export const longestAlias = 64
export const longestInternalDomain = 63

/** Whether a number can be a port at all. */
export function isPortNumber(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535
}

/**
 * Returns, for the number and protocol of a port that is to be added and the component's ports, why it
 * cannot be, or null (docs/contract.md, "Adding").
 */
export function takenProblem(port: number, protocol: string, ports: readonly Port[]): TakenProblem | null {
  const holder = ports.find((sibling) => sibling.container_port === port)
  if (holder === undefined) return null
  return holder.protocol === protocol ? 'taken' : 'taken-by-other-protocol'
}

/** Whether the server takes it as an alias, and the column holds it (docs/contract.md, "Adding"). */
export function isAlias(alias: string): boolean {
  return alias.length <= longestAlias && /^[A-Z][A-Z0-9_]*$/.test(alias)
}

/**
 * Returns the first problem of a typed alias for a port, or null. A shared
 * alias would hand one port's connection variables to the other (docs/contract.md, "Adding").
 */
export function aliasProblem(alias: string, port: number, ports: readonly Port[]): AliasProblem | null {
  if (alias === '') return 'empty'
  if (/[a-z]/.test(alias)) return 'lower-case'
  if (!/^[A-Z]/.test(alias)) return 'wrong-start'
  if (!/^[A-Z0-9_]*$/.test(alias)) return 'wrong-character'
  if (alias.length > longestAlias) return 'too-long'
  const holders = ports.filter((sibling) => sibling.port_alias === alias)
  const unchanged = holders.some((holder) => holder.container_port === port)
  return holders.length > 0 && !unchanged ? 'taken' : null
}

/** Whether the server takes it as an internal domain (docs/contract.md, "Changing"). */
export function isInternalDomain(domain: string): boolean {
  return domain.length <= longestInternalDomain && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(domain)
}

/**
 * Returns the first problem of a typed internal domain, or null. A name that is not known to be taken may still be
 * refused by the server.
 *
 * @param takenByOthers the names that other components of the team are known to have, in any cluster
 */
export function internalDomainProblem(
  domain: string,
  takenByOthers: ReadonlySet<string>,
): InternalDomainProblem | null {
  if (domain === '') return 'empty'
  if (/[A-Z]/.test(domain)) return 'upper-case'
  if (!/^[a-z]/.test(domain)) return 'wrong-start'
  if (!/^[-a-z0-9]*$/.test(domain)) return 'wrong-character'
  if (domain.endsWith('-')) return 'wrong-end'
  if (domain.length > longestInternalDomain) return 'too-long'
  return takenByOthers.has(domain) ? 'taken' : null
}

/**
 * The alias that the server gives a port which is added without one: the service's alias in upper case, `-` as `_`,
 * and the number.
 */
export function proposedAlias(componentAlias: string, port: number): string {
  return `${componentAlias.toUpperCase().replaceAll('-', '_')}${String(port)}`
}

/** The names of a component that an alias can be made of. */
export interface ComponentNames {
  service_alias: string
  service_cname: string
  k8s_component_name?: string | null | undefined
}

/**
 * Returns an alias that people can read, such as `WEB_8443`: the ASCII part of the component's name, and the number. Null
 * where no name of the component makes an alias, or `taken` has it. A Kubernetes name that repeats the component's alias
 * is one that Rainbond has made up.
 */
export function readableAlias(
  { service_alias, service_cname, k8s_component_name }: ComponentNames,
  port: number,
  taken: ReadonlySet<string>,
): string | null {
  const names = [k8s_component_name === service_alias ? '' : (k8s_component_name ?? ''), service_cname]
  const aliases = names.map(aliasWord).filter((word) => word.length > 1)
  return (
    aliases.map((word) => `${word}_${String(port)}`).find((alias) => isAlias(alias) && !taken.has(alias)) ??
    null
  )
}

function aliasWord(name: string): string {
  return name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}
