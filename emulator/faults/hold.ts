/** Waits `ms` milliseconds. Rejects with the signal's reason once it aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export const hold: Wait = (ms, signal) => {
  signal.throwIfAborted()
  if (ms === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(
        signal.reason instanceof Error
          ? signal.reason
          : new DOMException('The client disconnected', 'AbortError'),
      )
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}
