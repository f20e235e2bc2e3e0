import { type RefObject, useEffect } from 'react'
import { takeFocus } from '../../../lib/dom/focus'

/** What has been done already: the rows may come to be rendered elsewhere. */
const done = new WeakSet<object>()

/**
 * Focuses a row once it is rendered, and once for each `focusOn`. The row itself rather than a control, so that a second
 * Enter can't toggle a switch; arrow keys lead to its controls.
 */
export function useRowFocus(rows: RefObject<HTMLElement | null>, focusOn: { id: string } | null): void {
  useEffect(() => {
    if (!focusOn || done.has(focusOn)) return
    for (const row of rows.current?.querySelectorAll<HTMLElement>('[data-id]') ?? []) {
      if (row.dataset['id'] !== focusOn.id) continue
      done.add(focusOn)
      takeFocus(row)
    }
  })
}
