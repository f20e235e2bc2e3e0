import type { Region } from '../../api/contract/region'

/** What a sheet is about, or is imported into: a cluster, or one of its apps. */
export interface SheetPlace {
  /** A `tenant_id`, as query keys have it. */
  team: string
  region: Region
  /** An `ID`; null for all apps. */
  app: number | null
}
