import { type RefObject, useEffect, useMemo, useSyncExternalStore } from 'react'

/**
 * Follows the control that `find` finds in the document, and marks it. Returns a new ref whenever the control is replaced,
 * comes or goes: rows that are edited and pages that are left replace their controls.
 */
export function useControl(find: () => HTMLElement | undefined): RefObject<HTMLElement | null> {
  const control = useSyncExternalStore(watchDocument, () => find() ?? null)

  useEffect(() => {
    control?.setAttribute(mark, '')
    return () => control?.removeAttribute(mark)
  }, [control])

  return useMemo(() => ({ current: control }), [control])
}

const mark = 'data-tour-control'

function watchDocument(onChange: () => void) {
  const observer = new MutationObserver(onChange)
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-label', 'class'],
  })
  return () => observer.disconnect()
}
