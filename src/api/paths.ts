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

/** A component. `component` is its `service_id` wherever it may end in a query key; the server takes its alias, too. */
export interface ComponentRef extends AppRef {
  component: string
}

const root = '/openapi/v1/teams'

/** The addresses of Rainbond's OpenAPI that Portdeck uses (docs/contract.md, "Reading"); every part is encoded. */
export const paths = {
  teams: () => root,
  team: ({ team }: TeamRef) => `${root}/${encodeURIComponent(team)}`,
  regions: (ref: TeamRef) => `${paths.team(ref)}/regions`,
  region: (ref: RegionRef) => `${paths.regions(ref)}/${encodeURIComponent(ref.region)}`,
  teamPorts: (ref: RegionRef) => `${paths.region(ref)}/apps_port`,
  apps: (ref: RegionRef) => `${paths.region(ref)}/apps`,
  app: (ref: AppRef) => `${paths.apps(ref)}/${ref.app}`,
  domains: (ref: AppRef) => `${paths.app(ref)}/domains`,
  components: (ref: AppRef) => `${paths.app(ref)}/services`,
  component: (ref: ComponentRef) => `${paths.components(ref)}/${encodeURIComponent(ref.component)}`,
  events: (ref: ComponentRef) => `${paths.component(ref)}/events`,
  ports: (ref: ComponentRef) => `${paths.component(ref)}/ports`,
  port: (ref: ComponentRef, port: number) => `${paths.ports(ref)}/${port}`,
}
