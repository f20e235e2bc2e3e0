import type { MouseEvent } from 'react'
import { isPlainClick } from '../../../lib/dom/plain-click'
import { navigate } from '../../../lib/navigation/navigation-guard'

/** Follows a click on a link of the grid (whose path is in `data-path`) within the app. */
export function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-path]') : null
  const path = link?.dataset['path']
  if (path === undefined || !isPlainClick(event)) return
  event.preventDefault()
  navigate(path)
}
