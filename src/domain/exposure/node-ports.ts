import type { GatewayRule } from '../model/component'

/**
 * Returns the port that a TCP rule takes on the cluster's gateway, whether the rule is active or not: a closed one keeps its
 * port for when it is opened again (docs/contract.md, "Changing"). Null for an http rule, which shares its port with all
 * others, and for an address that names none.
 */
export function nodePortOf({
  kind,
  publicAddress,
}: Pick<GatewayRule, 'kind' | 'publicAddress'>): number | null {
  if (kind !== 'tcp') return null
  const port = Number(/(?:^|:)(\d+)$/.exec(publicAddress)?.[1])
  return port >= 1 && port <= 65_535 ? port : null
}
