import * as z from 'zod/mini'

/** A cluster of a team. `status` "1" is in service, "3" in maintenance. Its `token` is left out on purpose. */
export const regionSchema = z.object({
  region_name: z.string(),
  region_alias: z.pipe(
    z.nullish(z.string()),
    z.transform((alias) => alias ?? ''),
  ),
  status: z.pipe(
    z.nullish(z.string()),
    z.transform((status) => status ?? ''),
  ),
  httpdomain: z.nullish(z.string()),
  tcpdomain: z.nullish(z.string()),
})
export type Region = z.infer<typeof regionSchema>

export const regionPageSchema = z.object({ regions: z.array(regionSchema), total: z.int() })
