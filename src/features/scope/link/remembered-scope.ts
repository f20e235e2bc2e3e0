import { useHistoryState } from 'wouter/use-browser-location'
import * as z from 'zod/mini'
import type { Session } from '../../../api/contract/session'
import { asJson, type StoredValue, storedValue } from '../../../lib/stored-value'
import { parseLink } from './link'
import { levels } from './paths'

const rememberedScopeSchema = z.object({
  path: z.string().check(z.refine((path) => parseLink(path) !== null)),
  /** What people call each level, to name what is gone later. */
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

/** The state of a history entry that belongs to this feature. */
const scopeStateSchema = z.object({
  /** The list was shown, or opened on purpose: its only choice is not taken automatically. */
  shown: z.optional(z.boolean()),
  /** The entry comes from the remembered scope, so nobody asked for what may be gone. */
  remembered: z.optional(z.boolean()),
  /** The remembered level that is gone, by what people called it. */
  lost: z.optional(z.object({ level: z.enum(levels), name: z.string() })),
})
export type ScopeState = z.infer<typeof scopeStateSchema>

/** Reads the state of the present history entry. Anything can write there, so it is parsed. */
export function useScopeState(): ScopeState {
  const result = scopeStateSchema.safeParse(useHistoryState<unknown>())
  return result.success ? result.data : {}
}
