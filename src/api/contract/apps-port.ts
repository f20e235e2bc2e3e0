import * as z from 'zod/mini'

/** One inner-open port of the team, in any cluster; `component_name` is null when it is in another one. */
export const teamPortSchema = z.object({
  port: z.int(),
  service_name: z.nullish(z.string()),
  component_name: z.nullish(z.string()),
})
export type TeamPort = z.infer<typeof teamPortSchema>

/** The bean of `…/apps_port`. */
export const appsPortSchema = z.object({
  namespace: z.nullish(z.string()),
  ports: z.array(teamPortSchema),
})
