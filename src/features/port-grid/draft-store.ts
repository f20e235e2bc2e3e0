/** What can be edited in a row. */
export const draftFields = ['protocol', 'alias', 'domain'] as const
export type DraftField = (typeof draftFields)[number]

/** What is being typed in a row: the fields that were opened, with their text. Never changed in place. */
export interface Draft {
  readonly texts: Readonly<Partial<Record<DraftField, string>>>
  /** It was sent: once the port reads like it, it is no draft any more. */
  readonly isSent: boolean
}

export interface DraftStore {
  subscribe: (listener: () => void) => () => void
  /** Every draft by the id of its row. The same object until one changes. */
  drafts: () => ReadonlyMap<string, Draft>
  /** Sets the text of a field, which opens it. */
  type: (id: string, field: DraftField, text: string) => void
  markSent: (id: string) => void
  discard: (id: string) => void
}

/**
 * Gives a store of drafts outside of the rows, so that a text survives a row that is filtered away, scrolled out of
 * view, or refreshed.
 */
export function createDraftStore(): DraftStore {
  const listeners = new Set<() => void>()
  let drafts: ReadonlyMap<string, Draft> = new Map()

  function set(id: string, draft: Draft | null) {
    const next = new Map(drafts)
    if (draft) next.set(id, draft)
    else next.delete(id)
    drafts = next
    for (const listener of listeners) listener()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    drafts: () => drafts,
    type(id, field, text) {
      const { texts, isSent } = drafts.get(id) ?? noDraft
      if (texts[field] === text && !isSent) return
      set(id, { texts: { ...texts, [field]: text }, isSent: false })
    },
    markSent(id) {
      const draft = drafts.get(id)
      if (draft) set(id, { ...draft, isSent: true })
    },
    discard(id) {
      if (drafts.has(id)) set(id, null)
    },
  }
}

const noDraft: Draft = { texts: {}, isSent: false }
