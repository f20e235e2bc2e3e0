/** The longest time between the halves of a double-click in milliseconds: the usual default of operating systems. */
const doubleClickMs = 500
/** The longest distance between the halves of a double-click in pixels. */
const sameSpotPx = 8

interface Press {
  at: number
  x: number
  y: number
  /** The id of the clicked row; null outside of the grid. */
  row: string | null
}

/**
 * Ignores the second half of a double-click if it hits another row than the first: a row that moved under a resting
 * pointer wasn't meant. Listens to every click of the page until the returned function is called.
 */
export function guardDoubleClicks(): () => void {
  let last: Press | null = null

  function handleClick(event: MouseEvent) {
    // A click without a pointer: from a key, or from code.
    if (event.detail === 0) return
    const row = rowOf(event.target)
    const press = { at: event.timeStamp, x: event.clientX, y: event.clientY, row }
    const isSecond = last !== null && isNear(last, press) && press.at - last.at <= doubleClickMs
    if (isSecond && row !== null && last?.row !== row) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    last = press
  }

  // Whoever moves the pointer away and back has seen the new row.
  function handleMove({ clientX: x, clientY: y }: PointerEvent) {
    if (last !== null && !isNear(last, { x, y })) last = null
  }

  document.addEventListener('click', handleClick, true)
  document.addEventListener('pointermove', handleMove, true)
  return () => {
    document.removeEventListener('click', handleClick, true)
    document.removeEventListener('pointermove', handleMove, true)
  }
}

function rowOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role="grid"] [data-id]') : null
  return row?.dataset['id'] ?? null
}

function isNear(last: Press, { x, y }: Pick<Press, 'x' | 'y'>): boolean {
  return Math.abs(x - last.x) <= sameSpotPx && Math.abs(y - last.y) <= sameSpotPx
}
