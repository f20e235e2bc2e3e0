import { innerAddress, isWildcardAddress } from '../../../domain/model/gateway-rules'
import { openRules, type PortRow } from '../rows/port-row'

export interface RowAddress {
  scope: 'outer' | 'inner'
  /** As typed into a browser or client. */
  address: string
  /** Whether a browser can open it. */
  isPage: boolean
  /** Whether somebody bound this domain by hand. */
  isCustom: boolean
}

/**
 * Returns the addresses at which a port can be reached: those of its open gateway rules, whatever its outer switch says,
 * then the one for other components of the team if inner is open.
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
