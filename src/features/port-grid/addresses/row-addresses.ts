import { innerAddress, isWildcardAddress } from '../../../domain/model/gateway-rules'
import { openRules, type PortRow } from '../rows/port-row'

export interface RowAddress {
  scope: 'outer' | 'inner'
  /** As a person types it. */
  address: string
  /** A browser can open it. */
  isPage: boolean
  /** A domain that a person bound. */
  isCustom: boolean
}

/**
 * Gives the addresses on which a port can be reached now: those of its open gateway rules, whatever its outer switch
 * says, then the one for the other components of the team while inner is open.
 */
export function rowAddresses(row: PortRow): readonly RowAddress[] {
  const outer = openRules(row).map(({ publicAddress, kind, custom }): RowAddress => ({
    scope: 'outer',
    address: publicAddress,
    isPage: kind === 'http' && !isWildcardAddress(publicAddress),
    isCustom: custom,
  }))
  const { port } = row
  if (!port.is_inner_service || port.k8s_service_name === '') return outer
  return [...outer, { scope: 'inner', address: innerAddress(port), isPage: false, isCustom: false }]
}
