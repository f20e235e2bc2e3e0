import { ApiError } from '../../../../api/errors/errors'
import { createEmitter } from '../../../../lib/emitter'
import type { Effects } from '../effects'
import { componentOf, type Target } from '../target'

/** Why a change of a component takes longer: no answer yet, or Rainbond's "too frequent", after which it is sent again. */
export type Delay = 'slow' | 'busy'

/** From when on waiting for an answer is told, in milliseconds. */
const slowAfterMs = 1000

/** A component of which something takes longer. */
export interface Delayed {
  readonly target: Target
  readonly delay: Delay
}

export interface Delays {
  /** Calls `listener` when `list` has changed. */
  subscribe: (listener: () => void) => () => void
  /** The components of which something takes longer. The same object until that changes. */
  list: () => readonly Delayed[]
  /** Why what is under way for a component takes longer; null while it does not. */
  of: (component: string) => Delay | null
  /** Stops waiting: what is under way fails with `given-up`, whatever the server makes of it. */
  giveUp: (component: string) => void
  /** Returns the same effects, watched. */
  watched: (effects: Effects) => Effects
}

interface Waiting {
  readonly target: Target
  delay: Delay | null
  giveUp: AbortController
}

/** Returns delays of which there are none, and which call `onChange` with the component for which that changed. */
export function createDelays(onChange: (component: string) => void): Delays {
  const waiting = new Map<string, Waiting>()
  const changed = createEmitter()
  let delayed: readonly Delayed[] = []

  function update(component: string) {
    delayed = [...waiting.values()].flatMap(({ target, delay }) => (delay === null ? [] : { target, delay }))
    onChange(component)
    changed.emit()
  }

  async function watch<T>(target: Target, delay: Delay, run: (signal: AbortSignal) => Promise<T>) {
    const component = componentOf(target)
    const item: Waiting = { target, delay: null, giveUp: new AbortController() }
    const tell = () => {
      item.delay = delay
      update(component)
    }
    const timer = setTimeout(tell, slowAfterMs)
    waiting.set(component, item)
    if (delay === 'busy') tell()
    try {
      return await run(item.giveUp.signal)
    } finally {
      clearTimeout(timer)
      if (waiting.get(component) === item) waiting.delete(component)
      if (item.delay !== null) update(component)
    }
  }

  return {
    subscribe: changed.subscribe,
    list: () => delayed,
    of: (component) => waiting.get(component)?.delay ?? null,
    giveUp(component) {
      waiting.get(component)?.giveUp.abort(new ApiError({ kind: 'given-up' }))
    },
    watched: (effects) => ({
      ...effects,
      read: (target) => watch(target, 'slow', (signal) => effects.read(target, signal)),
      send: (target, step) => watch(target, 'slow', (signal) => effects.send(target, step, signal)),
      wait: (target, milliseconds, stopped) =>
        watch(target, 'busy', async (signal) => {
          const either = stopped ? AbortSignal.any([stopped, signal]) : signal
          await effects.wait(target, milliseconds, either)
          signal.throwIfAborted()
        }),
    }),
  }
}
