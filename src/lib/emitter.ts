export interface Emitter<Args extends readonly unknown[] = []> {
  /** Returns a function that ends the subscription. The same listener may subscribe more than once. */
  subscribe: (listener: (...args: Args) => void) => () => void
  /**
   * Calls the present listeners in the order of their subscription. Who subscribes meanwhile is not called yet; who
   * unsubscribes meanwhile is no longer called. A listener that throws affects neither the others nor the caller: its
   * error is reported as uncaught.
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

/** An emitter per key, such as per component: an emit costs only as much as its own key has listeners. */
export interface KeyedEmitter<Key> {
  /** Returns a function that ends the subscription. */
  subscribe: (key: Key, listener: () => void) => () => void
  emit: (key: Key) => void
  /** The keys with listeners. */
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
        // An emitter that was dropped before may have a successor.
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
