import { useEffect, useState } from 'react'

/**
 * Whether nothing in the one grid of the page may move: the pointer or the focus is in it, or a question stands over it
 * (`isAsked`), behind which hundreds of rows may come to leave the filter, one after the other.
 */
export function isGridHeld(isAsked: boolean): boolean {
  const grid = document.querySelector('[role="grid"]')
  if (!grid) return false
  return isAsked || grid.matches(':hover') || grid.contains(document.activeElement)
}

interface SteadyIdsParts {
  /** The rows as filter and sort would have them now: the same array until that changes. */
  fresh: readonly string[]
  /** What the person chose to see, filter and sort in one: another one is followed at once. */
  order: string
  /** A question stands over the page. */
  isAsked: boolean
  /** Rows still arrive from everywhere, so that keeping places would put them into the wrong ones. */
  isArriving?: boolean
}

/** How long a dialog takes to go and to give the focus back, in milliseconds. */
const dialogGoesMs = 300

/**
 * Returns the ids of the rows to show. While the grid is held (`isGridHeld`) every row keeps its place: one that the filter
 * would take away stays, one that is gone leaves a gap, new ones come below. What was held back comes as soon as it is no
 * longer held, or the person asks for another order.
 */
export function useSteadyIds({
  fresh,
  order,
  isAsked,
  isArriving = false,
}: SteadyIdsParts): readonly string[] {
  const [kept, setKept] = useState({ fresh, order, ids: fresh })
  const isHeldBack = kept.ids !== kept.fresh

  const isOld = kept.fresh !== fresh || kept.order !== order || isHeldBack
  if (isOld) {
    // What is held back comes by the effect below alone: a dialog that goes may still cover the grid and have the focus.
    const isHeld = !isArriving && kept.order === order && (isHeldBack || isGridHeld(isAsked))
    const ids = isHeld ? steadyIds(kept.ids, fresh) : fresh
    if (kept.fresh !== fresh || kept.order !== order || kept.ids !== ids) setKept({ fresh, order, ids })
  }

  useEffect(() => {
    if (!isHeldBack) return
    const timers = new Set<ReturnType<typeof setTimeout>>()
    // Where pointer and focus are is known only when the event is over.
    const lookIn = (milliseconds: number) => {
      timers.add(
        setTimeout(() => {
          if (!isGridHeld(isAsked)) setKept((last) => ({ ...last, ids: last.fresh }))
        }, milliseconds),
      )
    }
    const look = () => lookIn(0)
    lookIn(dialogGoesMs)
    for (const event of leaving) document.addEventListener(event, look, true)
    return () => {
      for (const event of leaving) document.removeEventListener(event, look, true)
      for (const timer of timers) clearTimeout(timer)
    }
  }, [isHeldBack, isAsked])

  return kept.ids
}

const leaving = ['pointerover', 'pointerout', 'focusin', 'focusout'] as const

/** Leaves the rows that are shown in their places, and puts those that are not among them below. */
export function steadyIds(shown: readonly string[], fresh: readonly string[]): readonly string[] {
  if (shown.length === fresh.length && shown.every((id, index) => id === fresh[index])) return fresh
  const known = new Set(shown)
  const added = fresh.filter((id) => !known.has(id))
  return added.length === 0 ? shown : [...shown, ...added]
}
