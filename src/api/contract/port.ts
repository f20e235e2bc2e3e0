import * as z from 'zod/mini'

/** The protocols that Rainbond accepts for a port. Older data may hold others, which are shown unchanged. */
export const protocols = ['http', 'tcp', 'udp', 'mysql', 'grpc'] as const
export type Protocol = (typeof protocols)[number]

/**
 * A port of a component as `…/ports` returns it. The two mapping numbers are missing from the documented form, and an
 * alias may be empty or null in old data (docs/contract.md, "Changing").
 */
export const portSchema = z.object({
  container_port: z.int().check(z.minimum(1), z.maximum(65535)),
  protocol: z.string(),
  port_alias: z.pipe(
    z.nullish(z.string()),
    z.transform((alias) => alias ?? ''),
  ),
  is_inner_service: z.boolean(),
  is_outer_service: z.boolean(),
  k8s_service_name: z.pipe(
    z.nullish(z.string()),
    z.transform((name) => name ?? ''),
  ),
})
export type Port = z.infer<typeof portSchema>

/** The actions of `PUT …/ports/{port}` that Portdeck uses; Rainbond also has `only_open_outer`. */
export const portActions = [
  'open_inner',
  'close_inner',
  'open_outer',
  'close_outer',
  'change_protocol',
  'change_port_alias',
] as const
export type PortAction = (typeof portActions)[number]

/** A port of the team with internal access, in any cluster; `component_name` is null for other clusters. */
export const teamPortSchema = z.object({
  port: z.int(),
  service_name: z.nullish(z.string()),
  component_name: z.nullish(z.string()),
})
export type TeamPort = z.infer<typeof teamPortSchema>

export const appsPortSchema = z.object({
  namespace: z.nullish(z.string()),
  ports: z.array(teamPortSchema),
})
