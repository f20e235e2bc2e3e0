import { useEffect, useState } from 'react'

/** Whether somebody is at the grid, so that nothing in it may move. */
export interface GridHold {
  /** Notes where the person is, until the function that it gives is called. */
  watch: () => () => void
  /**
   * Whether the pointer or the focus is in the grid. While a question stands over the page (`isAsked`) both are in there,
   * and it counts where they came from and will go back to.
   */
  isHeld: (isAsked: boolean) => boolean
}

const gridOf = () => document.querySelector('[role="grid"]')
const events = ['focusin', 'pointerdown'] as const

/** Returns the hold of the one grid of the page. */
export function createGridHold(): GridHold {
  let wasInGrid = false

  function note({ target }: Event) {
    if (!(target instanceof Element) || target.closest('[role="dialog"], dialog')) return
    wasInGrid = gridOf()?.contains(target) ?? false
  }

  return {
    watch() {
      for (const event of events) document.addEventListener(event, note, true)
      return () => {
        for (const event of events) document.removeEventListener(event, note, true)
      }
    },
    isHeld(isAsked) {
      const grid = gridOf()
      if (!grid) return false
      return grid.matches(':hover') || grid.contains(document.activeElement) || (isAsked && wasInGrid)
    },
  }
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
 * Returns the ids of the rows to show. While the pointer or the focus is in the grid every row keeps its place: one that
 * the filter would take away stays, one that is gone leaves a gap, new ones come below. What was held back comes as soon
 * as both have left the grid, or the person asks for another order.
 */
export function useSteadyIds({
  fresh,
  order,
  isAsked,
  isArriving = false,
}: SteadyIdsParts): readonly string[] {
  const [hold] = useState(createGridHold)
  const [kept, setKept] = useState({ fresh, order, ids: fresh })
  const isHeldBack = kept.ids !== kept.fresh

  const isOld = kept.fresh !== fresh || kept.order !== order || isHeldBack
  if (isOld) {
    // What is held back comes by the effect below alone: a dialog that goes may still cover the grid and have the focus.
    const isHeld = !isArriving && kept.order === order && (isHeldBack || hold.isHeld(isAsked))
    const ids = isHeld ? steadyIds(kept.ids, fresh) : fresh
    if (kept.fresh !== fresh || kept.order !== order || kept.ids !== ids) setKept({ fresh, order, ids })
  }

  useEffect(() => hold.watch(), [hold])
  useEffect(() => {
    if (!isHeldBack) return
    const timers = new Set<ReturnType<typeof setTimeout>>()
    // Where pointer and focus are is known only when the event is over.
    const lookIn = (milliseconds: number) => {
      timers.add(
        setTimeout(() => {
          if (!hold.isHeld(isAsked)) setKept((last) => ({ ...last, ids: last.fresh }))
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
  }, [hold, isHeldBack, isAsked])

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
