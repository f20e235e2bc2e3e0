/** A team. `team` is its `tenant_id` wherever it may end in a query key; the server takes its name, too. */
export interface TeamRef {
  team: string
}

/** A cluster of a team, by `region_name` (the server knows no other name for it). */
export interface RegionRef extends TeamRef {
  region: string
}

/** An app, by its `ID`. */
export interface AppRef extends RegionRef {
  app: number
}

/** A component. `service` is its `service_id` wherever it may end in a query key; the server takes its alias, too. */
export interface ComponentRef extends AppRef {
  service: string
}
