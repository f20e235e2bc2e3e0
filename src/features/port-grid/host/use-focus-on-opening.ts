import { useEffect, useRef } from 'react'
import { isFollowed } from '../../../lib/navigation/navigation-guard'

/**
 * Moves the focus into the grid when a component was opened from a list or a picker, so that its ports can be used by
 * keyboard at once. Where the address was loaded, the page starts at its top as any other, and a focus that is in use
 * elsewhere stays there.
 */
export function useFocusOnOpening(isShown: boolean): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (!isShown || isDone.current) return
    isDone.current = true
    const { activeElement, body } = document
    const isFree =
      activeElement === body ||
      activeElement?.matches('main, [role="combobox"]:not(main *, [role="dialog"] *)') === true
    if (!isFree || !isFollowed()) return
    const grid = document.querySelector<HTMLElement>('[role="grid"]')
    const stop = grid?.querySelector<HTMLElement>('[tabindex="0"]') ?? grid
    stop?.focus({ preventScroll: true })
  }, [isShown])
}
