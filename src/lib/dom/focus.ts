import { type RefObject, useEffect, useRef } from 'react'

/** The id of the page's main content, where the skip link leads. */
export const contentId = 'content'

/** Focuses an element that is not focusable itself, such as a row, and scrolls it into view. */
export function takeFocus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus()
}

/**
 * Keeps the focus inside an element whose controls come and go; returns its ref. When the focused control disappears, the
 * focus goes to what is marked `data-autofocus`, else to the element itself, if its `tabIndex` is -1. From something that
 * is no control (a `tabIndex` of -1) it moves on to what is marked as soon as there is something.
 */
export function useKeptFocus<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null)
  const last = useRef<Element | null>(null)

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element && place.current?.contains(target) ? target : null
    }
    // What was focused before anybody listened.
    const { activeElement } = document
    if (place.current?.contains(activeElement)) last.current = activeElement
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
