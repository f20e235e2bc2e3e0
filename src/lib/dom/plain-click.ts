import type { MouseEvent } from 'react'

/** Whether a click asks for nothing but the page itself: not for a new tab, a download or a menu. */
export function isPlainClick(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0) return false
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
}
