import * as z from 'zod/mini'

/** A team: `tenant_alias` is the name that people gave it, `tenant_name` a readable id. */
export const teamSchema = z.object({
  tenant_id: z.string(),
  tenant_name: z.string(),
  tenant_alias: z.pipe(
    z.nullish(z.string()),
    z.transform((alias) => alias ?? ''),
  ),
  /** True where the gateway refuses the person's changes because of their roles. Rainbond has no such field. */
  read_only: z.optional(z.boolean()),
})
export type Team = z.infer<typeof teamSchema>

export const teamPageSchema = z.object({
  tenants: z.array(teamSchema),
  total: z.int(),
})
