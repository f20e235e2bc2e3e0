import { createEmitter } from '../../../lib/emitter'
import { plainText } from '../../../lib/text/clean-text'

/** What can be edited in a row. */
export const draftFields = ['protocol', 'alias', 'domain'] as const
export type DraftField = (typeof draftFields)[number]

/** The open fields of a row with their text. Immutable. */
export interface Draft {
  readonly texts: Readonly<Partial<Record<DraftField, string>>>
  /** The fields that were sent with their current text: once the port reads like one, it is no longer a draft. */
  readonly sent: ReadonlySet<DraftField>
}

export interface DraftStore {
  subscribe: (listener: () => void) => () => void
  /** Returns every draft by the id of its row; the same object until one changes. */
  drafts: () => ReadonlyMap<string, Draft>
  /** Sets the text of a field and opens it. */
  type: (id: string, field: DraftField, text: string) => void
  markSent: (id: string, field: DraftField) => void
  /** Trims blanks and invisible characters off a field's text, and returns the draft. */
  tidy: (id: string, field: DraftField) => Draft | undefined
  /** Whether a field was opened since the last call: its editor then takes the focus, and doesn't when it is scrolled to. */
  takeOpened: (id: string, field: DraftField) => boolean
  /** Forgets the text of some fields, and keeps the others. */
  forget: (id: string, fields: readonly DraftField[]) => void
  discard: (id: string) => void
}

/**
 * Keeps drafts outside of the rows, so that a text survives when its row is filtered away, scrolled out of view or
 * refreshed.
 */
export function createDraftStore(): DraftStore {
  const { subscribe, emit } = createEmitter()
  let drafts: ReadonlyMap<string, Draft> = new Map()
  let opened: { id: string; field: DraftField } | null = null

  function set(id: string, draft: Draft | null) {
    const next = new Map(drafts)
    if (draft) next.set(id, draft)
    else next.delete(id)
    drafts = next
    emit()
  }

  return {
    subscribe,
    drafts: () => drafts,
    type(id, field, text) {
      const { texts, sent } = drafts.get(id) ?? noDraft
      if (texts[field] === text && !sent.has(field)) return
      if (texts[field] === undefined) opened = { id, field }
      set(id, { texts: { ...texts, [field]: text }, sent: new Set([...sent].filter((one) => one !== field)) })
    },
    markSent(id, field) {
      const draft = drafts.get(id)
      if (draft) set(id, { ...draft, sent: new Set([...draft.sent, field]) })
    },
    tidy(id, field) {
      const draft = drafts.get(id)
      const text = draft?.texts[field]
      if (!draft || text === undefined) return draft
      const texts = { ...draft.texts, [field]: plainText(text) }
      if (texts[field] !== text) set(id, { ...draft, texts })
      return drafts.get(id)
    },
    takeOpened(id, field) {
      const isOpened = opened?.id === id && opened.field === field
      if (isOpened) opened = null
      return isOpened
    },
    forget(id, fields) {
      const draft = drafts.get(id)
      if (!draft || !fields.some((field) => draft.texts[field] !== undefined)) return
      const left = withoutFields(draft, fields)
      set(id, fieldsOf(left).length > 0 ? left : null)
    },
    discard(id) {
      if (drafts.has(id)) set(id, null)
    },
  }
}

const noDraft: Draft = { texts: {}, sent: new Set() }

/** Returns the open fields of a draft in column order. */
export function fieldsOf({ texts }: Draft): DraftField[] {
  return draftFields.filter((field) => texts[field] !== undefined)
}

/** Returns a draft without some of its fields. */
export function withoutFields(draft: Draft, fields: readonly DraftField[]): Draft {
  const texts: Partial<Record<DraftField, string>> = {}
  for (const field of draftFields) {
    const text = draft.texts[field]
    if (text !== undefined && !fields.includes(field)) texts[field] = text
  }
  return { texts, sent: new Set([...draft.sent].filter((field) => !fields.includes(field))) }
}
