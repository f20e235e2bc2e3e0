import { useHistoryState } from 'wouter/use-browser-location'
import * as z from 'zod/mini'
import type { Session } from '../../../api/contract/session'
import { asJson, type StoredValue, storedValue } from '../../../lib/stored-value'
import { parseLink } from './link'
import { levels } from './paths'

const rememberedScopeSchema = z.object({
  path: z.string().check(z.refine((path) => parseLink(path) !== null)),
  /** What people call each level, to tell what is missing when it is gone. */
  names: z.object({
    team: z.optional(z.string()),
    region: z.optional(z.string()),
    app: z.optional(z.string()),
    component: z.optional(z.string()),
  }),
})
export type RememberedScope = z.infer<typeof rememberedScopeSchema>

/**
 * The scope of a person on a console, as this browser remembers it; null when nobody is signed in. The embedded emulator
 * counts as a console of its own.
 */
function storedScope({ user, console }: Session): StoredValue<RememberedScope> | null {
  return user && storedValue(`portdeck.scope:${console ?? 'demo'}:${user.user_id}`, scopeFormat)
}

const scopeFormat = asJson((json) => {
  const result = rememberedScopeSchema.safeParse(json)
  return result.success ? result.data : null
})

/** Remembers the last scope that was found. */
export function rememberScope(session: Session, scope: RememberedScope): void {
  storedScope(session)?.write(scope)
}

/** Returns null where nothing was remembered, or nothing that this app still understands. */
export function rememberedScope(session: Session): RememberedScope | null {
  return storedScope(session)?.read() ?? null
}

/** What this feature notes in an entry of the browser's history. */
const scopeStateSchema = z.object({
  /** The list was shown, or asked for on purpose: a single choice in it is not taken by itself. */
  shown: z.optional(z.boolean()),
  /** The entry was reached by what this browser remembered, so nobody asked for what may be missing. */
  remembered: z.optional(z.boolean()),
  /** What was remembered and is not there any more, as a person would call it. */
  lost: z.optional(z.object({ level: z.enum(levels), name: z.string() })),
})
export type ScopeState = z.infer<typeof scopeStateSchema>

/** Reads what this feature noted in the present entry; everybody may write there, so it is checked. */
export function useScopeState(): ScopeState {
  const result = scopeStateSchema.safeParse(useHistoryState<unknown>())
  return result.success ? result.data : {}
}
