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
