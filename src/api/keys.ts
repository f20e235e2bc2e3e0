import type { AppRef, ComponentRef, RegionRef, TeamRef } from './paths'

/**
 * The one tree of query keys. A list's key is the prefix of everything below it, so invalidate a list with `exact: true`
 * unless all of that is meant. Keys hold ids only (`tenant_id`, `service_id`), so that a component is one entry whatever
 * its link looks like.
 */
export const keys = {
  session: () => ['session'] as const,
  /** The opening of a link by its segments (ids or names); its data holds nothing that the server returned. */
  link: (segments: object) => ['link', segments] as const,
  teams: () => ['teams'] as const,
  team: ({ team }: TeamRef) => [...keys.teams(), team] as const,
  regions: (ref: TeamRef) => [...keys.team(ref), 'regions'] as const,
  region: (ref: RegionRef) => [...keys.regions(ref), ref.region] as const,
  teamPorts: (ref: RegionRef) => [...keys.region(ref), 'apps_port'] as const,
  apps: (ref: RegionRef) => [...keys.region(ref), 'apps'] as const,
  app: (ref: AppRef) => [...keys.apps(ref), ref.app] as const,
  domains: (ref: AppRef) => [...keys.app(ref), 'domains'] as const,
  components: (ref: AppRef) => [...keys.app(ref), 'components'] as const,
  component: (ref: ComponentRef) => [...keys.components(ref), ref.component] as const,
  ports: (ref: ComponentRef) => [...keys.component(ref), 'ports'] as const,
  events: (ref: ComponentRef) => [...keys.component(ref), 'events'] as const,
  eventPage: (ref: ComponentRef, page: number) => [...keys.events(ref), page] as const,
}

/** Milliseconds. Teams, clusters, apps and components change rarely, and every page reads them. */
export const listStaleMs = 60_000

/** Milliseconds: long enough that mounting twice reads once. */
export const portsStaleMs = 2_000
