import { type RefObject, useEffect, useRef } from 'react'

/** The id of the page's main content, where the skip link leads. */
export const contentId = 'content'

/** Gives the focus to an element that cannot have it by itself, as a row; scrolls to it where it is out of view. */
export function takeFocus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus()
}

/**
 * Keeps the focus in a place whose controls come and go. When the control that has it goes, what is marked
 * `data-autofocus` gets it, else the place itself, if its `tabIndex` is -1. From what is no control (a `tabIndex` of -1)
 * it moves on to what is marked as soon as something is. Gives the ref of the place.
 */
export function useKeptFocus<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null)
  const last = useRef<Element | null>(null)

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element && place.current?.contains(target) ? target : null
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])

  useEffect(() => {
    const { activeElement, body } = document
    const isLost = activeElement === body && last.current?.isConnected === false
    const isResting =
      activeElement instanceof HTMLElement &&
      activeElement.tabIndex < 0 &&
      place.current?.contains(activeElement)
    if (!isLost && !isResting) return
    const marked = place.current?.querySelector<HTMLElement>('[data-autofocus]')
    const next = marked ?? place.current
    if (next !== activeElement) next?.focus({ preventScroll: true })
  })

  return place
}
