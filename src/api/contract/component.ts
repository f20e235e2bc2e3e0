import * as z from 'zod/mini'

/**
 * A component, which the wire calls a service. `status` is null when the cluster is down. `access_infos` is left out: it
 * also lists closed addresses (docs/contract.md, "Reading").
 */
export const componentSchema = z.object({
  service_id: z.string(),
  tenant_id: z.nullish(z.string()),
  service_alias: z.string(),
  service_cname: z.string(),
  service_source: z.nullish(z.string()),
  create_status: z.nullish(z.string()),
  k8s_component_name: z.nullish(z.string()),
  image: z.nullish(z.string()),
  status: z.nullish(z.string()),
})
export type Component = z.infer<typeof componentSchema>

export const componentListSchema = z.array(componentSchema)
