/** A read that several wait for at a time, each of whom needs to see what was there when they asked. */
export interface SharedRead<T> {
  /** Resolves with what is read from now on. Rejects as the read does, or with the reason of `giveUp`. */
  read: (giveUp?: AbortSignal) => Promise<T>
  isRunning: () => boolean
}

interface Turn<T> {
  answer: Promise<T>
  waiting: number
  /** Fires when nobody waits for it any more. */
  abandoned: AbortController
}

/**
 * Returns a shared read. The answer to one that runs already may be older than the question: one further read, after it,
 * serves all who ask meanwhile, so that it is never begun again and again, and nobody is put off for ever.
 */
export function createSharedRead<T>(start: (abandoned: AbortSignal) => Promise<T>): SharedRead<T> {
  let current: Turn<T> | null = null
  let next: Turn<T> | null = null

  function begin(before?: Turn<T>): Turn<T> {
    const abandoned = new AbortController()
    const run = () => start(abandoned.signal)
    const turn = { answer: before ? before.answer.then(run, run) : run(), waiting: 0, abandoned }
    turn.answer.then(over, over)
    return turn
  }

  function over() {
    current = next
    next = null
  }

  function turnFor(): Turn<T> {
    if (!current) return (current = begin())
    if (!next || next.abandoned.signal.aborted) next = begin(current)
    return next
  }

  return {
    isRunning: () => current !== null,
    async read(giveUp) {
      giveUp?.throwIfAborted()
      const turn = turnFor()
      turn.waiting += 1
      try {
        return await unlessAborted(turn.answer, giveUp)
      } finally {
        turn.waiting -= 1
        if (turn.waiting === 0 && (turn === current || turn === next)) turn.abandoned.abort()
      }
    },
  }
}

function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return answer
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject)
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
