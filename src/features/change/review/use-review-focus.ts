import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { contentId, takeFocus, useKeptFocus } from '../../../lib/dom/focus'

/** Moves the focus to what is to have it first in a review (`focusFirstOn`), and keeps it inside. */
export function useReviewFocus(): RefObject<HTMLDivElement | null> {
  const place = useKeptFocus<HTMLDivElement>()

  // A dialog would move the focus in the next task only: a key pressed until then would be lost.
  useLayoutEffect(() => {
    const marked = place.current?.querySelector<HTMLElement>('[data-autofocus]')
    ;(marked ?? place.current)?.focus({ preventScroll: true })
  }, [place])

  return place
}

/**
 * Returns the focus to the element that had it, else to its row (a saved field closes), else to the page (the port was
 * deleted).
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement)
  const [row] = useState(() => opener?.closest('[role="row"]'))
  useEffect(
    () => () => {
      const place =
        [opener, row].find((element) => element?.isConnected) ?? document.getElementById(contentId)
      if (place === row && row instanceof HTMLElement) takeFocus(row)
      else if (place instanceof HTMLElement) place.focus({ preventScroll: true })
    },
    [opener, row],
  )
}
