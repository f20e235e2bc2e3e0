/**
 * Returns a function that calls `call` at most once in so many milliseconds: the first time at once, and what comes
 * meanwhile together at the end. `cancel` drops what has not been called yet. With 0, every call is made at once.
 */
export function paced(call: () => void, milliseconds: number): { (): void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isWaiting = false

  function rest() {
    timer = null
    if (isWaiting) ask()
  }

  function ask() {
    if (timer !== null) {
      isWaiting = true
      return
    }
    isWaiting = false
    if (milliseconds > 0) timer = setTimeout(rest, milliseconds)
    call()
  }

  return Object.assign(ask, {
    cancel() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      isWaiting = false
    },
  })
}
