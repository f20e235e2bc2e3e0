import * as z from 'zod/mini'

/** An app. Its times have no time zone, so a time of day must not be shown. */
export const appSchema = z.object({
  ID: z.int(),
  group_name: z.string(),
  governance_mode: z.nullish(z.string()),
  app_type: z.nullish(z.string()),
  k8s_app: z.nullish(z.string()),
  note: z.nullish(z.string()),
  update_time: z.nullish(z.string()),
})
export type App = z.infer<typeof appSchema>

export const appListSchema = z.array(appSchema)
