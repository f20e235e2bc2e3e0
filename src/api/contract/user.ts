import * as z from 'zod/mini'

/** Who the token belongs to, as `/currentuser` answers it inside `bean`. */
export const userSchema = z.object({
  user_id: z.int(),
  nick_name: z.string(),
  real_name: z.nullish(z.string()),
  enterprise_id: z.nullish(z.string()),
})
export type User = z.infer<typeof userSchema>

export const currentUserSchema = z.object({ bean: userSchema })
