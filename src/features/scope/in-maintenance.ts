import type { Region } from '../../api/contract/region'

/** Whether a cluster is shown but cannot be entered (docs/contract.md, "Reading"). */
export function isInMaintenance(region: Region): boolean {
  return region.status === '3'
}
