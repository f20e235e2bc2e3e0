import type { PortRow } from './port-row'

/**
 * Whether the ports of a component have different internal domains. The internal domain belongs to the component, but in old
 * data each port may still have its own.
 */
export function hasSeveralDomains(rows: Iterable<PortRow>): boolean {
  let first: string | undefined
  for (const { port } of rows) {
    first ??= port.k8s_service_name
    if (port.k8s_service_name !== first) return true
  }
  return false
}
