/**
 * Returns a function to call before each of many tasks. It returns null where the task may run at once, or a promise that
 * resolves in the order of the calls: after so many milliseconds of tasks, the browser has a chance to paint.
 */
export function createSlices(milliseconds: number): () => Promise<void> | null {
  const waiting: (() => void)[] = []
  let end = 0
  let isOpen = false

  function open() {
    isOpen = true
    end = performance.now() + milliseconds
    setTimeout(() => void next())
  }

  async function next() {
    isOpen = false
    if (waiting.length > 0) open()
    for (let begin = waiting.shift(); begin; begin = performance.now() < end ? waiting.shift() : undefined) {
      begin()
      // The task runs before this goes on.
      await Promise.resolve()
    }
  }

  return () => {
    if (!isOpen) open()
    if (waiting.length === 0 && performance.now() < end) return null
    return new Promise((resolve) => waiting.push(resolve))
  }
}
