import { createEmitter } from '../../../../lib/emitter'

/** The components for which calls have yet to be sent. */
export interface Unsent {
  /** Calls `listener` when `has` has changed. */
  subscribe: (listener: () => void) => () => void
  has: () => boolean
  set: (component: string, hasUnsent: boolean) => void
  /** Forgets all of them, and those to come. */
  abandon: () => void
}

export function createUnsent(): Unsent {
  const changed = createEmitter()
  const components = new Set<string>()
  let isAbandoned = false
  const has = () => components.size > 0

  function changeBy(act: () => void) {
    const had = has()
    act()
    if (has() !== had) changed.emit()
  }

  return {
    subscribe: changed.subscribe,
    has,
    set(component, hasUnsent) {
      if (hasUnsent && !isAbandoned) changeBy(() => components.add(component))
      else changeBy(() => components.delete(component))
    },
    abandon() {
      isAbandoned = true
      changeBy(() => components.clear())
    },
  }
}
