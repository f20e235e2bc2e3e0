import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useGrid } from '../grid-context'
import type { DraftField } from './draft-store'

interface EditorFocus {
  ref: RefObject<HTMLFormElement | null>
  input: RefObject<HTMLInputElement | null>
}

/**
 * Moves the focus into the editor of a field when the person opens it, and back to the button that opens it when the editor
 * closes with the focus in it. That button is found by `data-edit` in the element that holds the editor.
 */
export function useEditorFocus(id: string, field: DraftField): EditorFocus {
  const { drafts } = useGrid()
  const ref = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    const form = ref.current
    const home = form?.parentElement
    if (drafts.takeOpened(id, field)) {
      input.current?.focus()
      input.current?.select()
      openList(form?.querySelector('select') ?? null)
    }
    return () => {
      if (!form?.contains(document.activeElement)) return
      // The button comes into the document with the commit that removes the editor.
      queueMicrotask(() => home?.querySelector<HTMLElement>(`[data-edit="${field}"]`)?.focus())
    }
  }, [drafts, id, field])

  return { ref, input }
}

/** Focuses a select and shows its choices, where the browser lets a page do so. */
function openList(select: HTMLSelectElement | null) {
  if (!select) return
  select.focus()
  try {
    select.showPicker()
  } catch {
    // It wasn't opened by a press: the person opens the list.
  }
}
