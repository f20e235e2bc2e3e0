import { useEffect, useId } from 'react'
import { createEmitter } from './emitter'

/** Something that can be done in the part of the app that offers it, or a page that this part leads to. */
export type Command = {
  /** Unique among what the same part offers. */
  id: string
  /** `view`: does something with what is in view. `page`: leads there. `general`: is about the app as a whole. */
  group: 'view' | 'page' | 'general'
  name: string
  /** What tells it apart from others of its name. */
  detail?: string
  /** The keys that do the same, as they are shown. */
  keys?: string
  /** Why it can't be done now; null if it can. */
  blocked?: string | null
} & ({ run: () => void } | { path: string })

const changed = createEmitter()
let offers: ReadonlyMap<string, readonly Command[]> = new Map()

/** What the parts of the page that are shown offer. */
export const commands = {
  subscribe: changed.subscribe,
  /** By the part, in the order in which the parts came. The same map until something changes. */
  offers: () => offers,
}

function offer(part: string, offered: readonly Command[]) {
  const next = new Map(offers)
  if (offered.length === 0) next.delete(part)
  else next.set(part, offered)
  offers = next
  changed.emit()
}

/** Offers commands, such as in the command palette, for as long as the part of the page that calls it is shown. */
export function useCommands(offered: readonly Command[]): void {
  const part = useId()
  useEffect(() => offer(part, offered))
  useEffect(() => () => offer(part, []), [part])
}
