/** `team` is a `tenant_id` wherever it may end in a query key; the server also accepts a `tenant_name`. */
export interface TeamRef {
  team: string
}

/** `region` is a `region_name`, the only name of a cluster that the server accepts. */
export interface RegionRef extends TeamRef {
  region: string
}

/** `app` is an `ID`. */
export interface AppRef extends RegionRef {
  app: number
}

/** `component` is a `service_id` wherever it may end in a query key; the server also accepts a `service_alias`. */
export interface ComponentRef extends AppRef {
  component: string
}

const root = '/openapi/v1/teams'

/** Every path that Portdeck asks for: the gateway's own, and Rainbond's OpenAPI (docs/contract.md, "Reading"). */
export const paths = {
  session: () => '/session',
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
