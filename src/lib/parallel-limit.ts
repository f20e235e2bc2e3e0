/**
 * Returns a function that runs tasks, at most `limit` of them at a time; the others wait in their order. It rejects with
 * what the task rejects with.
 */
export function createParallelLimit(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []

  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await task()
    } finally {
      // The place is handed on, or given back where nobody waits.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
