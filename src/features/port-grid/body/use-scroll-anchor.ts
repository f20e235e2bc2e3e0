import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps what a person looks at in its place on the screen while rows come and go above it: the row below the pointer, else
 * the one with the focus, else the first one in view. At the top of the list, the top stays. Does nothing while `order` is
 * null, and when it changes: then the person has asked for other rows.
 *
 * @param startOf returns the distance of a row from the top of the page, in pixels
 */
export function useScrollAnchor(
  rows: RefObject<HTMLElement | null>,
  ids: readonly string[],
  order: string | null,
  startOf: (index: number) => number | undefined,
): void {
  const anchor = useRef<{ id: string; top: number } | null>(null)
  const last = useRef({ ids, order })

  useLayoutEffect(() => {
    const isSameOrder = order !== null && last.current.order === order
    if (isSameOrder && last.current.ids !== ids) {
      const { id, top } = anchor.current ?? { id: '', top: 0 }
      const start = startOf(ids.indexOf(id))
      const moved = start === undefined ? 0 : start - window.scrollY - top
      if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
    }
    last.current = { ids, order }
    anchor.current = null
    const list = rows.current
    if (order === null || !list || list.getBoundingClientRect().top >= 0) return
    const inView = (row: Element) => row.getBoundingClientRect().bottom > 0
    const shown = [...list.querySelectorAll<HTMLElement>('[data-id]')]
    const row =
      shown.find((each) => each.matches(':hover')) ??
      shown.find((each) => each.contains(document.activeElement) && inView(each)) ??
      shown.filter(inView).sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))[0]
    const id = row?.dataset['id']
    const start = id === undefined ? undefined : startOf(ids.indexOf(id))
    if (id !== undefined && start !== undefined) anchor.current = { id, top: start - window.scrollY }
  })
}
