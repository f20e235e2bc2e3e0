import * as z from 'zod/mini'

/** A team as `/teams` lists it: `tenant_alias` is the name that people gave it, `tenant_name` the readable id. */
export const teamSchema = z.object({
  tenant_id: z.string(),
  tenant_name: z.string(),
  tenant_alias: z.pipe(
    z.nullish(z.string()),
    z.transform((alias) => alias ?? ''),
  ),
})
export type Team = z.infer<typeof teamSchema>

/** One page of `/teams`. */
export const teamPageSchema = z.object({
  tenants: z.array(teamSchema),
  total: z.int(),
})
