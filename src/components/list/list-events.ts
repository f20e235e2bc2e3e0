import type { KeyboardEvent, MouseEvent } from 'react'
import { isPlainClick } from '../../lib/dom/plain-click'

/**
 * Moves the focus between a search field and the links of its list (marked `data-list-link`): arrows, Home and End; up
 * from the first link, or a typed letter, leads back to the field.
 */
export function moveInList(event: KeyboardEvent, field: HTMLElement | null, list: HTMLElement | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const links = [...(list?.querySelectorAll<HTMLElement>('[data-list-link]') ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  const isInField = document.activeElement === field
  if (at === -1 && !isInField) return

  const target = targetOf(event.key, at, links, field)
  if (target === undefined || target === null || target === document.activeElement) return
  target.focus()
  // The typed letter itself has to arrive in the field.
  if (event.key.length > 1) event.preventDefault()
}

function targetOf(key: string, at: number, links: readonly HTMLElement[], field: HTMLElement | null) {
  const isInField = at === -1
  if (key === 'ArrowDown') return links[at + 1]
  if (isInField) return undefined
  if (key === 'ArrowUp') return at === 0 ? field : links[at - 1]
  if (key === 'Home') return links[0]
  if (key === 'End') return links.at(-1)
  return key.length === 1 && key !== ' ' ? field : undefined
}

/**
 * Follows a click on a row of the list (marked `data-list-row`) to its link (whose path is in `data-list-link`) within the
 * app, unless the person asked the browser for something else: a new tab, a download.
 */
export function followListLink(event: MouseEvent, navigate: (path: string) => void): void {
  if (!isPlainClick(event)) return
  const row = event.target instanceof Element ? event.target.closest('[data-list-row]') : null
  const link = row?.querySelector('a[data-list-link]')
  const path = link?.getAttribute('data-list-link')
  if (path === null || path === undefined) return
  event.preventDefault()
  navigate(path)
}
