import * as z from 'zod/mini'
import { useHistoryState } from 'wouter/use-browser-location'

/** What this feature notes in an entry of the browser's history. */
const scopeStateSchema = z.object({
  /** The list was shown, or asked for on purpose: a single choice in it is not taken by itself. */
  shown: z.optional(z.boolean()),
  /** The entry was reached by what this browser remembered, so nobody asked for what may be missing. */
  remembered: z.optional(z.boolean()),
  /** What was remembered and is not there any more, as a person would call it. */
  lost: z.optional(z.object({ level: z.enum(['team', 'region', 'app', 'service']), word: z.string() })),
})
export type ScopeState = z.infer<typeof scopeStateSchema>

/** Reads what this feature noted in the present entry; everybody may write there, so it is checked. */
export function useScopeState(): ScopeState {
  const result = scopeStateSchema.safeParse(useHistoryState<unknown>())
  return result.success ? result.data : {}
}
