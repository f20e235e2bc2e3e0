/** Listeners of one thing that happens, called in the order in which they came. */
export interface Emitter<Args extends readonly unknown[] = []> {
  /** Returns what ends the subscription. The same listener may subscribe more than once. */
  subscribe: (listener: (...args: Args) => void) => () => void
  /**
   * Calls everybody who listens now: a listener that comes meanwhile waits for the next time, one that leaves meanwhile
   * is not called any more. One that throws does not keep the others from being called, nor the caller from going on:
   * its error becomes an uncaught one.
   */
  emit: (...args: Args) => void
  hasListeners: () => boolean
}

export function createEmitter<Args extends readonly unknown[] = []>(): Emitter<Args> {
  const subscriptions = new Set<{ listener: (...args: Args) => void }>()
  return {
    subscribe(listener) {
      const subscription = { listener }
      subscriptions.add(subscription)
      return () => {
        subscriptions.delete(subscription)
      }
    },
    emit(...args) {
      for (const subscription of [...subscriptions])
        if (subscriptions.has(subscription)) callSafely(() => subscription.listener(...args))
    },
    hasListeners: () => subscriptions.size > 0,
  }
}

/** An emitter for each of many things, such as the components of an inventory: an emit costs what its own key has. */
export interface KeyedEmitter<Key> {
  /** Returns what ends the subscription. */
  subscribe: (key: Key, listener: () => void) => () => void
  emit: (key: Key) => void
  /** The keys that somebody listens to. */
  keys: () => Iterable<Key>
  hasListeners: () => boolean
}

export function createKeyedEmitter<Key>(): KeyedEmitter<Key> {
  const emitters = new Map<Key, Emitter>()
  return {
    subscribe(key, listener) {
      const emitter = emitters.get(key) ?? createEmitter()
      emitters.set(key, emitter)
      const unsubscribe = emitter.subscribe(listener)
      return () => {
        unsubscribe()
        // Another emitter may have taken the place of one that was left before.
        if (!emitter.hasListeners() && emitters.get(key) === emitter) emitters.delete(key)
      }
    },
    emit: (key) => emitters.get(key)?.emit(),
    keys: () => [...emitters.keys()],
    hasListeners: () => emitters.size > 0,
  }
}

function callSafely(call: () => void) {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
